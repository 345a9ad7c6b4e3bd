import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { userIdSchema, viewingIdSchema, type FootageId } from '#shared/model/ids'
import type { User } from '#shared/model/ledger'
import type { ViewedStretch } from '#shared/model/viewing'
import { generateVideo } from '../media/generateVideo'
import { caseWithFootage, openTestCore, refusal, temporaryFolder } from '../openTestCore'

const sample = path.join(process.env['TMPDIR'] ?? '/tmp', `countersign-viewings-${process.pid}.mp4`)
beforeAll(() => generateVideo(sample, { seconds: 4 }))

const trainer: User = { id: userIdSchema.parse(uuidv7()), name: 'T. Trainer', roles: ['trainer'] }
const stretchOf = (footageId: FootageId, startS: number, endS: number, more: Partial<ViewedStretch> = {}): ViewedStretch => ({
  ...{ footageId, startUs: startS * 1e6, endUs: endS * 1e6, rate: 1, isMuted: false },
  ...{ startedAt: '2026-01-01T00:00:00.000Z', ...more }
})

describe('what was watched', () => {
  it('is one record for each stretch that grows, each growth in the ledger, with the share in the list of cases', async () => {
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, sample)
    const first = await core.client.viewings.record({ viewingId: null, stretch: stretchOf(footageId, 0, 1) })
    const grown = await core.client.viewings.record({ viewingId: first.id, stretch: stretchOf(footageId, 0, 2) })
    expect(grown).toMatchObject({ id: first.id, caseId, startUs: 0, endUs: 2e6, createdAt: first.createdAt })
    await core.client.viewings.record({ viewingId: null, stretch: stretchOf(footageId, 1, 3, { rate: 4, isMuted: true }) })
    await core.clientOf(trainer).viewings.record({ viewingId: null, stretch: stretchOf(footageId, 0, 1) })

    const user = await core.client.app.user()
    const { viewings } = await core.client.cases.get({ caseId })
    expect(viewings.map(({ userName, endUs }) => [userName, endUs])).toEqual([
      [user.name, 2e6],
      [user.name, 3e6],
      ['T. Trainer', 1e6]
    ])
    const [row] = await core.client.cases.list()
    expect(row?.watched).toHaveLength(2)
    expect(row?.watched.find(({ userId }) => userId === user.id)).toMatchObject({ share: 0.75, closeShare: 0.5 })
    expect(row?.watched.find(({ userId }) => userId === trainer.id)).toMatchObject({ share: 0.25, closeShare: 0.25 })

    const lines = await core.client.ledger.list({ caseId, beforeSequence: null, limit: 3 })
    expect(lines.map(({ kind, actorName, label }) => [kind, actorName, label])).toEqual([
      ['view', 'T. Trainer', expect.stringMatching(/^Watch .* from 00:00:00.000 to 00:00:01.000 at 1×, sound on$/)],
      ['view', user.name, expect.stringMatching(/^Watch .* from 00:00:01.000 to 00:00:03.000 at 4×, sound off$/)],
      ['view', user.name, expect.stringMatching(/^Watch .* from 00:00:00.000 to 00:00:02.000 at 1×, sound on$/)]
    ])
    expect(lines.at(-1)?.subjectId).toBe(first.id)
    expect(await core.client.ledger.verify()).toMatchObject({ isIntact: true, problems: [] })
  })

  it('is passed over by undo and redo', async () => {
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, sample)
    const draft = { wearerId: null, cameraLabel: 'Front', startsAt: null }
    await core.client.footage.update({ footageId, draft })
    const watch = (startS: number) => core.client.viewings.record({ viewingId: null, stretch: stretchOf(footageId, startS, startS + 1) })
    await watch(0)
    expect((await core.client.cases.get({ caseId })).undoLabel).toMatch(/^Change footage/)
    await core.client.ledger.undo({ caseId })
    await watch(1)
    expect((await core.client.cases.get({ caseId })).redoLabel).toMatch(/^Change footage/)
    await core.client.ledger.redo({ caseId })
    const { footage, viewings } = await core.client.cases.get({ caseId })
    expect(footage[0]?.cameraLabel).toBe('Front')
    expect(viewings.map(({ withdrawn }) => withdrawn)).toEqual([null, null])
  })

  it('refuses what cannot have been watched, and another stretch under the same id, and changes nothing', async () => {
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, sample)
    const { id } = await core.client.viewings.record({ viewingId: null, stretch: stretchOf(footageId, 1, 2) })
    const { entryCount } = await core.client.ledger.verify()
    const record = (stretch: ViewedStretch, viewingId: typeof id | null = null, client = core.client) =>
      refusal(client.viewings.record({ viewingId, stretch }))
    expect((await record(stretchOf(footageId, 0, 60))).code).toBe('time_outside_footage')
    expect((await record(stretchOf(footageId, 2, 1))).code).toBe('range_reversed')
    expect((await record(stretchOf(footageId, 0, 1, { rate: 0 }))).code).toBe('invalid_input')
    expect((await record(stretchOf(footageId, 0, 1), viewingIdSchema.parse(uuidv7()))).code).toBe('not_found')
    expect((await record(stretchOf(footageId, 0, 3), id)).code).toBe('invalid_input')
    expect((await record(stretchOf(footageId, 1, 1.5), id)).code).toBe('invalid_input')
    expect((await record(stretchOf(footageId, 1, 3, { isMuted: true }), id)).code).toBe('invalid_input')
    expect((await record(stretchOf(footageId, 1, 3), id, core.clientOf(trainer))).code).toBe('invalid_input')
    await core.client.footage.withdraw({ footageId, reason: 'no part of it' })
    expect((await record(stretchOf(footageId, 1, 3), id)).code).toBe('already_withdrawn')
    expect((await core.client.ledger.verify()).entryCount).toBe(entryCount + 1)
    expect((await core.client.cases.list())[0]?.watched).toEqual([])
    expect((await core.client.cases.get({ caseId })).viewings).toHaveLength(1)
  })

  it('is there after a restart', async () => {
    const dataFolder = temporaryFolder()
    const before = await openTestCore({ dataFolder })
    const { caseId, footageId } = await caseWithFootage(before, sample)
    const kept = await before.client.viewings.record({ viewingId: null, stretch: stretchOf(footageId, 0, 1) })
    await before.close()
    const after = await openTestCore({ dataFolder })
    expect((await after.client.cases.get({ caseId })).viewings).toEqual([kept])
  })
})
