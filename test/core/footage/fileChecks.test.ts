import { appendFileSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseId, FootageId, GrantId } from '#shared/model/ids'
import type { Core } from '#core/createCore'
import { generateVideo } from '../media/generateVideo'
import { caseWithFootage, ended, loadReport, openTestCore, refusal, temporaryFolder } from '../openTestCore'

const sample = path.join(process.env['TMPDIR'] ?? '/tmp', `countersign-checks-${process.pid}.mp4`)
beforeAll(() => generateVideo(sample, { seconds: 2 }))

const dayMs = 24 * 60 * 60 * 1000
const copyOf = (name = 'camera.mp4', folder = temporaryFolder()): string => {
  const file = path.join(folder, name)
  copyFileSync(sample, file)
  return file
}
/** Turns the last bit over, and leaves size and times as they were. */
function alter(file: string): void {
  const { atime, mtime } = statSync(file)
  const bytes = readFileSync(file)
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  writeFileSync(file, bytes)
  utimesSync(file, atime, mtime)
}
const verify = async (core: Core, footageId: FootageId) => ended(core, (await core.client.footage.verify({ footageId })).id)
const checksOf = async (core: Core, caseId: CaseId) => (await core.client.cases.get({ caseId })).fileChecks
const grant = async (core: Core, file: string): Promise<GrantId> => {
  const [given] = await core.hostClient.grantFiles({ paths: [file] })
  if (given === undefined) throw new Error('no grant')
  return given.grantId
}
const relink = async (core: Core, footageId: FootageId, grantIds: GrantId[]) =>
  ended(core, (await core.client.footage.relink({ footageId, grantIds })).id)

describe('verifying a file', () => {
  it('records intact, changed and missing in turn, each in the ledger, and nothing of it can be undone', async () => {
    const file = copyOf()
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, file)
    expect(await checksOf(core, caseId)).toEqual([])
    const { undoLabel } = await core.client.cases.get({ caseId })

    expect(await verify(core, footageId)).toMatchObject({ status: 'done', problem: null })
    const [intact] = await checksOf(core, caseId)
    expect(intact).toMatchObject({ subjectKind: 'footage', subjectId: footageId, state: 'intact' })

    alter(file)
    expect(await verify(core, footageId)).toMatchObject({ status: 'done', resultId: intact?.id })
    const changed = await checksOf(core, caseId)
    expect(changed).toMatchObject([{ id: intact?.id, state: 'changed' }])
    expect(changed[0]?.foundSha256).not.toBe(intact?.foundSha256)
    expect((await core.client.cases.list())[0]?.notIntactCount).toBe(1)

    rmSync(file)
    expect(await verify(core, footageId)).toMatchObject({ status: 'done' })
    expect(await checksOf(core, caseId)).toMatchObject([{ state: 'missing', foundSha256: null }])

    const lines = await core.client.ledger.list({ caseId, beforeSequence: null, limit: 3 })
    expect(lines.map(({ kind, label }) => [kind, /: (\w+),/.exec(label)?.[1]])).toEqual([
      ['view', 'missing'],
      ['view', 'changed'],
      ['view', 'intact']
    ])
    expect((await core.client.cases.get({ caseId })).undoLabel).toBe(undoLabel)
    expect(await core.client.ledger.verify()).toMatchObject({ isIntact: true, problems: [] })
  })

  it('lets a file be played again that was put back with another time of last change', async () => {
    const file = copyOf()
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, file)
    utimesSync(file, new Date(0), new Date(0))
    expect((await core.client.footage.playback({ footageId })).problem?.code).toBe('footage_changed')
    await verify(core, footageId)
    expect(await core.client.footage.playback({ footageId })).toMatchObject({ from: 'source', problem: null })
    const { footage } = await core.client.cases.get({ caseId })
    expect((await core.hostClient.locateMedia({ mediaId: footage[0]?.mediaId ?? expect.fail() })).path).toBe(file)
  })

  it('does not stand in the way of undo', async () => {
    const file = copyOf()
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, file)
    await core.client.footage.update({ footageId, draft: { wearerId: null, cameraLabel: 'Front', startsAt: null } })
    await verify(core, footageId)
    await core.client.ledger.undo({ caseId })
    expect((await core.client.cases.get({ caseId })).footage[0]?.cameraLabel).toBe('')
  })

  it('checks reports as well, and all files at once', async () => {
    const file = copyOf()
    const core = await openTestCore()
    const { caseId } = await caseWithFootage(core, file)
    const report = path.join(temporaryFolder(), 'report.txt')
    writeFileSync(report, 'I saw one strike.\n')
    await loadReport(core, caseId, report)
    appendFileSync(report, 'Or two.\n')
    for (const { id } of await core.client.checks.startAll()) await ended(core, id)
    expect((await checksOf(core, caseId)).map(({ subjectKind, state }) => [subjectKind, state]).toSorted()).toEqual([
      ['footage', 'intact'],
      ['report', 'changed']
    ])
    expect(await core.client.checks.status()).toMatchObject({
      ...{ interval: 'weekly', fileCount: 2, intactCount: 1 },
      notIntact: [{ fileName: 'report.txt', incidentNumber: '24-118302', check: { state: 'changed' } }]
    })
  })
})

describe('the schedule', () => {
  /** The same data folder opened `days` after the first time; answers once nothing runs any more. */
  async function openAfter(dataFolder: string, days: number, start: Date) {
    const core = await openTestCore({ dataFolder, now: () => new Date(start.getTime() + days * dayMs) })
    for (const job of await core.client.jobs.list()) await ended(core, job.id)
    return core
  }

  it('checks what is due when the core starts, behind all other work, and once for each time that it is due', async () => {
    const dataFolder = temporaryFolder()
    const start = new Date()
    const first = await openTestCore({ dataFolder, now: () => start })
    const { caseId } = await caseWithFootage(first, copyOf())
    expect(await first.client.checks.status()).toMatchObject({
      interval: 'weekly',
      nextDueAt: expect.any(String),
      lastCheckedAt: null
    })
    await first.close()

    const early = await openAfter(dataFolder, 6.9, start)
    expect(await checksOf(early, caseId)).toEqual([])
    await early.close()

    const due = await openAfter(dataFolder, 7.1, start)
    expect(await checksOf(due, caseId)).toMatchObject([{ state: 'intact' }])
    const verifications = (await due.client.jobs.list()).filter(({ kind }) => kind === 'verify-footage')
    expect(verifications).toMatchObject([{ priority: 'background', status: 'done' }])
    const [line] = await due.client.ledger.list({ caseId, beforeSequence: null, limit: 1 })
    expect(line?.label).toContain('as scheduled: intact')
    const [check] = await checksOf(due, caseId)
    await due.close()

    const again = await openAfter(dataFolder, 8, start)
    expect(await checksOf(again, caseId)).toEqual([check])
  })

  it('does nothing where it is off, and keeps its setting with a line in the ledger', async () => {
    const dataFolder = temporaryFolder()
    const start = new Date()
    const first = await openTestCore({ dataFolder, now: () => start })
    const { caseId } = await caseWithFootage(first, copyOf())
    expect(await first.client.checks.setInterval({ interval: 'off' })).toMatchObject({ interval: 'off', nextDueAt: null })
    const [line] = await first.client.ledger.list({ caseId: null, beforeSequence: null, limit: 1 })
    expect(line).toMatchObject({ action: 'checks.setInterval', label: 'Set the schedule of file checks to off' })
    await first.close()
    const later = await openAfter(dataFolder, 100, start)
    expect(await checksOf(later, caseId)).toEqual([])
    expect(await later.client.checks.status()).toMatchObject({ interval: 'off', nextDueAt: null })
  })

  it('looks again while the core runs, and starts no check of a file whose check is open', async () => {
    const dataFolder = temporaryFolder()
    const start = new Date()
    const first = await openTestCore({ dataFolder, now: () => start })
    const { caseId, footageId } = await caseWithFootage(first, copyOf())
    await first.close()
    let nowMs = start.getTime()
    const core = await openTestCore({ dataFolder, now: () => new Date(nowMs), checkEveryMs: 20 })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await checksOf(core, caseId)).toEqual([])
    nowMs += 8 * dayMs
    await expect.poll(() => checksOf(core, caseId)).toMatchObject([{ state: 'intact', subjectId: footageId }])
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await core.client.jobs.list()).filter(({ kind }) => kind === 'verify-footage')).toHaveLength(1)
  })
})

describe('finding a file again', () => {
  it('takes only the file with the same SHA-256; another is refused with words and changes nothing', async () => {
    const file = copyOf()
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, file)
    const moved = path.join(temporaryFolder(), 'moved.mp4')
    const other = copyOf('other.mp4')
    alter(other)
    renameSync(file, moved)
    await verify(core, footageId)
    const before = await core.client.cases.get({ caseId })

    const refused = await relink(core, footageId, [await grant(core, other)])
    expect(refused).toMatchObject({ status: 'failed', problem: { code: 'footage_other_file', subjectId: footageId } })
    expect(refused.problem?.what).toContain('other.mp4')
    expect(await core.client.cases.get({ caseId })).toEqual(before)

    expect(await relink(core, footageId, [await grant(core, moved)])).toMatchObject({ status: 'done', resultId: footageId })
    const after = await core.client.cases.get({ caseId })
    expect(after.footage).toMatchObject([{ sourcePath: moved, fileName: 'moved.mp4' }])
    expect(after.fileChecks).toMatchObject([{ state: 'intact' }])
    expect(after.undoLabel).toBe(before.undoLabel)
    expect(await core.client.footage.playback({ footageId })).toMatchObject({ from: 'source', problem: null })
    expect(await core.client.ledger.verify()).toMatchObject({ isIntact: true, problems: [] })
  })

  it('looks through a folder for files of its size, and takes the one with its hash', async () => {
    const file = copyOf()
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, file)
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'one', 'two'), { recursive: true })
    alter(copyOf('decoy.mp4', folder))
    writeFileSync(path.join(folder, 'one', 'small.mp4'), 'small')
    const wanted = path.join(folder, 'one', 'two', 'renamed.bin')
    renameSync(file, wanted)
    const { footage } = await core.client.cases.get({ caseId })
    const grants = await core.hostClient.grantFilesIn({ folder, sizeBytes: footage[0]?.sizeBytes ?? 0 })
    expect(grants.map(({ fileName }) => fileName).sort()).toEqual(['decoy.mp4', 'renamed.bin'])
    const job = await relink(
      core,
      footageId,
      grants.map(({ grantId }) => grantId)
    )
    expect(job).toMatchObject({ status: 'done' })
    expect((await core.client.cases.get({ caseId })).footage[0]?.sourcePath).toBe(wanted)
    expect(await core.hostClient.grantFilesIn({ folder: path.join(folder, 'none'), sizeBytes: 5 })).toEqual([])
  })

  it('refuses a file that nobody chose', async () => {
    const core = await openTestCore()
    const { footageId } = await caseWithFootage(core, copyOf())
    const never = await refusal(
      core.client.footage.relink({ footageId, grantIds: [(await grant(await openTestCore(), sample)) satisfies GrantId] })
    )
    expect(never.code).toBe('grant_unknown')
  })
})
