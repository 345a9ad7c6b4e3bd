import path from 'node:path'
import { expect, it } from 'vitest'
import { alignTime, planCaseClock } from '#shared/domain/caseClock'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import type { Footage } from '#shared/model/footage'
import { caseDraft, ended, loadFootage, openTestCore, refusal, temporaryFolder } from '../../openTestCore'
import { drawScene, take, writeRecording } from './recordings'

const codec = ['-c:v', 'mpeg4', '-c:a', 'aac', '-b:a', '64k', '-ar', '48000']
const scene = drawScene(60, 7)

/** A case with two cameras of one scene, the second 5.25 s later, and a third of another. */
async function openCase() {
  const core = await openTestCore()
  const folder = temporaryFolder()
  const { id: caseId } = await core.client.cases.create(caseDraft)
  const load = async (name: string, samples: Float32Array): Promise<Footage> => {
    const file = path.join(folder, `${name}.mp4`)
    writeRecording(file, samples, { codec })
    const { resultId, problem } = await loadFootage(core, caseId, file)
    const found = (await footageOf()).find(({ id }) => id === resultId)
    if (found === undefined) throw new Error(JSON.stringify(problem))
    return found
  }
  const footageOf = async () => (await core.client.cases.get({ caseId })).footage
  const a = await load('a', take(scene, { fromS: 0, toS: 40, snrDb: 10 }, 1))
  const b = await load('b', take(scene, { fromS: 5.25, toS: 60, snrDb: 10 }, 2))
  const c = await load('c', take(drawScene(40, 99), { fromS: 0, toS: 40 }, 3))
  const search = async (footage: Footage, reference: Footage) => {
    const job = await ended(core, (await core.client.footage.alignBySound({ footageId: footage.id, referenceId: reference.id })).id)
    return { job, proposal: await core.client.footage.alignmentProposal({ footageId: footage.id }) }
  }
  const align = (footage: Footage, change: Parameters<typeof core.client.footage.align>[0]['change']) =>
    core.client.footage.align({ footageId: footage.id, change })
  return { core, client: core.client, caseId, a, b, c, search, align, footageOf }
}

it('a found alignment waits for a person, is in the ledger, moves no tag, and can be moved, undone and taken back', async () => {
  const { client, caseId, a, b, search, align, footageOf } = await openCase()
  const draft = { footageId: b.id, startUs: 1_000_000, endUs: 2_000_000, details: emptyTagDetails('force'), note: '', clauseIds: [] }
  const tag = await client.tags.create({ caseId, draft })
  const tagNow = async () => (await client.cases.get({ caseId })).tags
  const shownOnA = async () => alignTime(planCaseClock(await footageOf()), b.id, tag.startUs, a.id)

  const { job, proposal } = await search(b, a)
  expect(job.problem).toBeNull()
  expect(proposal).toMatchObject({ jobId: job.id, referenceId: a.id })
  expect(Math.abs((proposal?.match?.offsetUs ?? NaN) - 5_250_000)).toBeLessThan(1000)
  expect('alignment' in ((await footageOf()).find(({ id }) => id === b.id) ?? {})).toBe(false)
  expect(await shownOnA()).toBeNull()

  const aligned = await align(b, { by: 'sound', jobId: job.id })
  expect(aligned.alignment).toMatchObject({ ...proposal?.match, method: 'sound', nudgedUs: 0, referenceId: a.id })
  expect(Math.abs(((await shownOnA()) ?? NaN) - 6_250_000)).toBeLessThan(1000)
  const [line] = await client.ledger.list({ caseId, beforeSequence: null, limit: 1 })
  expect(line).toMatchObject({ action: 'footage.align', label: expect.stringMatching(/^Align b\.mp4 by sound: \d of \d windows agree/) })

  const nudged = await align(b, { by: 'nudge', nudgeUs: -40_000 })
  expect(nudged.alignment).toMatchObject({ method: 'sound', nudgedUs: -40_000, offsetUs: (proposal?.match?.offsetUs ?? 0) - 40_000 })
  const byHand = await align(b, { by: 'hand', referenceId: a.id, pairs: [{ footageUs: 2_000_000, referenceUs: 9_000_000 }] })
  expect(byHand.alignment).toMatchObject({ method: 'hand', confidence: null, offsetUs: 7_000_000, driftPpm: 0, nudgedUs: 0 })
  expect(await shownOnA()).toBe(8_000_000)

  await client.ledger.undo({ caseId })
  expect((await footageOf()).find(({ id }) => id === b.id)?.alignment).toEqual(nudged.alignment)
  await client.ledger.redo({ caseId })
  const cleared = await align(b, { by: 'clear' })
  expect('alignment' in cleared).toBe(false)
  expect(await tagNow()).toEqual([tag])
  expect(await client.ledger.verify()).toMatchObject({ isIntact: true })
})

it('stores nothing where there is no match, and refuses what cannot be', async () => {
  const { client, a, b, c, search, align, footageOf } = await openCase()
  const before = await footageOf()
  const { job, proposal } = await search(c, a)
  expect(job.status).toBe('done')
  expect(proposal).toMatchObject({ match: null, explanation: expect.stringMatching(/^No match found/) })
  const one = { footageUs: 0, referenceUs: 0 }
  expect(await refusal(align(c, { by: 'sound', jobId: job.id }))).toMatchObject({ code: 'not_found' })
  expect(await refusal(align(c, { by: 'nudge', nudgeUs: 1 }))).toMatchObject({ code: 'invalid_input' })
  expect(await refusal(align(c, { by: 'clear' }))).toMatchObject({ code: 'invalid_input' })
  expect(await refusal(align(c, { by: 'hand', referenceId: c.id, pairs: [one] }))).toMatchObject({ code: 'invalid_input' })
  const apart = [one, { footageUs: 10_000_000, referenceUs: 20_000_000 }]
  expect(await refusal(align(c, { by: 'hand', referenceId: a.id, pairs: apart }))).toMatchObject({ code: 'invalid_input' })
  expect(await footageOf()).toEqual(before)

  await align(b, { by: 'hand', referenceId: a.id, pairs: [one] })
  await align(c, { by: 'hand', referenceId: b.id, pairs: [one] })
  expect(await refusal(align(a, { by: 'hand', referenceId: c.id, pairs: [one] }))).toMatchObject({ code: 'invalid_input' })
  expect(await refusal(client.footage.alignBySound({ footageId: a.id, referenceId: c.id }))).toMatchObject({ code: 'invalid_input' })
  await client.footage.withdraw({ footageId: b.id, reason: 'loaded by mistake' })
  expect(planCaseClock(await footageOf()).places.get(c.id)).toMatchObject({ problem: 'reference-withdrawn' })
  expect(await refusal(align(c, { by: 'hand', referenceId: b.id, pairs: [one] }))).toMatchObject({ code: 'already_withdrawn' })
})
