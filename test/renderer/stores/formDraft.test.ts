import { expect, it } from 'vitest'
import { footageDraftSchema } from '#shared/model/footage'
import { readForm } from '../../../renderer/stores/formDraft'

it('reads a half-filled form back, and passes over what is none', () => {
  const form = { wearerId: null, cameraLabel: 'Body cam', startsAt: null }
  expect(readForm(JSON.stringify(form), footageDraftSchema)).toEqual(form)
  for (const other of ['', '{', 'null', '[]', '{"cameraLabel": 7}', JSON.stringify({ ...form, wearerId: 'nobody' })])
    expect(readForm(other, footageDraftSchema), other).toBeNull()
})
