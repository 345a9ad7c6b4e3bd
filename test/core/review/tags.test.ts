import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import type { FootageId } from '#shared/model/ids'
import { tagKindSchema, type TagDraft } from '#shared/model/tag'
import { generateVideo } from '../media/generateVideo'
import { caseWithFootage, openTestCore, refusal } from '../openTestCore'

const sample = path.join(process.env['TMPDIR'] ?? '/tmp', `countersign-tags-${process.pid}.mp4`)
beforeAll(() => generateVideo(sample, { seconds: 2 }))

const draftOf = (footageId: FootageId, more: Partial<TagDraft> = {}): TagDraft => ({
  footageId,
  startUs: 500_000,
  endUs: null,
  details: emptyTagDetails('force'),
  note: '',
  clauseIds: [],
  ...more
})

describe('tags', () => {
  it.each(tagKindSchema.options)('of kind %s are kept with all their details', async (kind) => {
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, sample)
    const draft = draftOf(footageId, { details: emptyTagDetails(kind), endUs: 1_500_000, note: 'As seen', clauseIds: ['s15a'] })
    const tag = await core.client.tags.create({ caseId, draft })
    expect((await core.client.cases.get({ caseId })).tags).toEqual([tag])
    expect(tag).toMatchObject(draft)
  })

  it('are edited, withdrawn, undone and redone', async () => {
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, sample)
    const { id: tagId } = await core.client.tags.create({ caseId, draft: draftOf(footageId) })
    await core.client.tags.update({ tagId, draft: draftOf(footageId, { note: 'second look' }) })
    await core.client.tags.withdraw({ tagId, reason: 'Not force' })
    const state = async () => (await core.client.cases.get({ caseId })).tags.map(({ note, withdrawn }) => [note, withdrawn?.reason ?? null])
    expect(await state()).toEqual([['second look', 'Not force']])
    await core.client.ledger.undo({ caseId })
    expect(await state()).toEqual([['second look', null]])
    await core.client.ledger.undo({ caseId })
    expect(await state()).toEqual([['', null]])
    await core.client.ledger.redo({ caseId })
    expect(await state()).toEqual([['second look', null]])
  })

  it.each([
    ['a range whose end precedes its start', { startUs: 1_000_000, endUs: 500_000 }, 'range_reversed'],
    ['a start past the end of the footage', { startUs: 60_000_000 }, 'time_outside_footage'],
    ['an end past the end of the footage', { endUs: 60_000_000 }, 'time_outside_footage'],
    ['a time that is no whole number', { startUs: 0.5 }, 'invalid_input'],
    ['a note of 100,000 characters', { note: 'x'.repeat(100_000) }, 'invalid_input'],
    ['a force type that the codebook does not know', { details: { ...emptyTagDetails('force'), forceType: 'hug' } }, 'invalid_input'],
    ['a clause that the codebook does not know', { clauseIds: ['s99'] }, 'invalid_input']
  ])('refuse %s and change nothing', async (_what, wrong, code) => {
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, sample)
    const { entryCount } = await core.client.ledger.verify()
    const problem = await refusal(core.client.tags.create({ caseId, draft: draftOf(footageId, wrong) }))
    expect(problem).toMatchObject({ code, kept: 'Nothing that was saved has changed.' })
    expect((await core.client.cases.get({ caseId })).tags).toEqual([])
    expect((await core.client.ledger.verify()).entryCount).toBe(entryCount)
  })

  it('name only people and tags of their own case', async () => {
    const core = await openTestCore()
    const one = await caseWithFootage(core, sample)
    const other = await caseWithFootage(core, sample)
    const stranger = await core.client.people.create({
      caseId: other.caseId,
      draft: { role: 'subject', name: 'M. Doe', rank: '', badgeNumber: '', shiftEndsAt: null }
    })
    const details = { ...emptyTagDetails('force'), targetIds: [stranger.id] }
    const problem = await refusal(core.client.tags.create({ caseId: one.caseId, draft: draftOf(one.footageId, { details }) }))
    expect(problem.what).toContain('another case')
    expect((await refusal(core.client.tags.create({ caseId: one.caseId, draft: draftOf(other.footageId) }))).what).toContain('another case')
  })
})
