import { describe, expect, it } from 'vitest'
import { grantSchema } from '#shared/rpc/hostContract'
import { kindOfFile, planLoadItems } from '../../../../renderer/features/setup/planLoad'

describe('kindOfFile', () => {
  it.each([
    ['narrative.PDF', 'report'],
    ['a.b.docx', 'report'],
    ['notes.rtf', 'report'],
    ['body.mp4', 'footage'],
    ['pdf', 'footage'],
    ['', 'footage']
  ])('%s is a %s', (fileName, kind) => {
    expect(kindOfFile(fileName)).toBe(kind)
  })
})

describe('planLoadItems', () => {
  const grant = grantSchema.parse({ grantId: '01900000-0000-7000-8000-000000000000', fileName: 'report.pdf', sizeBytes: 12 })

  it('goes by the dialog that the file was chosen in, else by its ending; nothing is filled in', () => {
    expect(planLoadItems([grant], 'footage')[0]?.kind).toBe('footage')
    const [item] = planLoadItems([grant])
    expect(item).toMatchObject({ ...grant, kind: 'report', problem: null })
    expect(item?.footage).toEqual({ wearerId: null, cameraLabel: '', startsAt: null })
    expect(item?.report).toMatchObject({ authorId: null, authorName: '', writtenAt: null })
  })
})
