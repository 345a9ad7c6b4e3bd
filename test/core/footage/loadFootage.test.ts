import { createHash } from 'node:crypto'
import { appendFileSync, copyFileSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { grantIdSchema, mediaIdSchema } from '#shared/model/ids'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import { generateVideo } from '../media/generateVideo'
import { caseDraft, caseWithFootage, ended, loadFootage, openTestCore, refusal, temporaryFolder } from '../openTestCore'

let sample = ''
beforeAll(() => {
  // Made once: what a test changes, it copies first.
  sample = path.join(process.env['TMPDIR'] ?? '/tmp', `countersign-sample-${process.pid}.mp4`)
  generateVideo(sample, {
    seconds: 2,
    options: ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-metadata', 'creation_time=2024-10-13T01:14:07Z']
  })
})

const copyOf = (name: string): string => {
  const file = path.join(temporaryFolder(), name)
  copyFileSync(sample, file)
  return file
}
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('loading footage', () => {
  it('stores what the file is, and leaves the file as it was', async () => {
    const file = copyOf('a camera.mp4')
    const before = { hash: sha256(file), modifiedAtMs: statSync(file).mtimeMs }
    const core = await openTestCore()
    const { caseId } = await caseWithFootage(core, file)
    const [footage] = (await core.client.cases.get({ caseId })).footage
    expect(footage).toMatchObject({
      fileName: 'a camera.mp4',
      sha256: before.hash,
      sizeBytes: statSync(file).size,
      startsAt: '2024-10-13T01:14:07.000Z',
      clockMethod: 'file',
      isPlayableFromSource: true,
      probe: {
        videoCodec: 'h264',
        audioCodec: 'aac',
        widthPx: 320,
        heightPx: 180,
        frameRate: { numerator: 25, denominator: 1 },
        damage: []
      }
    })
    expect(sha256(file)).toBe(before.hash)
    expect(statSync(file).mtimeMs).toBe(before.modifiedAtMs)
  })

  it('says so when the same file is loaded twice, under any name', async () => {
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, copyOf('one.mp4'))
    const job = await loadFootage(core, caseId, copyOf('two.mp4'))
    expect(job).toMatchObject({ status: 'failed', problem: { code: 'footage_already_loaded', subjectId: footageId } })
    expect((await core.client.cases.get({ caseId })).footage).toHaveLength(1)
  })

  it('reports progress and can be cancelled, and then nothing is recorded', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const file = path.join(temporaryFolder(), 'large.mp4')
    copyFileSync(sample, file)
    truncateSync(file, 3_000_000_000)
    const [grant] = await core.hostClient.grantFiles({ paths: [file] })
    if (grant === undefined) throw new Error('no grant')
    const steps = new Set<string>()
    const events = await core.client.events.subscribe()
    const watching = (async () => {
      for await (const event of events) {
        if (event.type !== 'job') continue
        steps.add(event.job.step)
        if (event.job.progress > 0.05) return event.job.progress
      }
      return null
    })()
    const job = await core.client.footage.load({
      caseId,
      grantId: grant.grantId,
      draft: { wearerId: null, cameraLabel: '', startsAt: null }
    })
    expect(await watching).toBeGreaterThan(0.05)
    expect(steps).toContain('Hashing')
    await core.client.jobs.cancel({ jobId: job.id })
    expect(await ended(core, job.id)).toMatchObject({ status: 'cancelled', resultId: null, problem: { code: 'job_cancelled' } })
    expect((await core.client.cases.get({ caseId })).footage).toEqual([])
  })

  it.each([
    ['an empty file', '', 'footage_not_video'],
    ['a text file named .mp4', 'This is no video.\n'.repeat(100), 'footage_not_video'],
    [
      'a playlist that names other files',
      '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n/etc/hostname\n#EXT-X-ENDLIST\n',
      'footage_not_video'
    ]
  ])('refuses %s and records nothing', async (_what, content, code) => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const file = path.join(temporaryFolder(), 'bad.mp4')
    writeFileSync(file, content)
    const job = await loadFootage(core, caseId, file)
    expect(job.status).toBe('failed')
    expect([code, 'footage_unreadable']).toContain(job.problem?.code)
    expect(job.problem?.todo).not.toBe('')
    expect((await core.client.cases.get({ caseId })).footage).toEqual([])
  })

  it('opens a truncated video as far as it can be read and says so, or refuses it, and never in silence', async () => {
    const core = await openTestCore()
    const file = copyOf('cut.mkv')
    generateVideo(file, { seconds: 4 })
    truncateSync(file, Math.floor(statSync(file).size / 2))
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const job = await loadFootage(core, caseId, file)
    const [footage] = (await core.client.cases.get({ caseId })).footage
    if (footage === undefined) expect(job.problem?.code).toBe('footage_unreadable')
    else expect(footage.probe.damage.length).toBeGreaterThan(0)
    expect(job.status === 'done').toBe(footage !== undefined)
  })

  it('refuses a grant that nobody gave, and a file that is gone', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const draft = { wearerId: null, cameraLabel: '', startsAt: null }
    expect((await refusal(core.client.footage.load({ caseId, grantId: grantIdSchema.parse(caseId), draft }))).code).toBe('grant_unknown')
    expect((await refusal(core.hostClient.grantFiles({ paths: ['/no/such/file.mp4'] }))).code).toBe('footage_missing')
  })
})

describe('footage whose file was touched since', () => {
  it('is not played when it was changed, and says so; tags stay', async () => {
    const file = copyOf('a.mp4')
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, file)
    await core.client.tags.create({
      caseId,
      draft: { footageId, startUs: 0, endUs: null, details: emptyTagDetails('escalation'), note: '', clauseIds: [] }
    })
    expect(await core.client.footage.playback({ footageId })).toMatchObject({ from: 'source', problem: null })
    appendFileSync(file, 'x')
    expect(await core.client.footage.playback({ footageId })).toMatchObject({
      from: 'none',
      mediaId: null,
      problem: { code: 'footage_changed' }
    })
    const { footage, tags } = await core.client.cases.get({ caseId })
    expect(tags).toHaveLength(1)
    expect((await refusal(core.hostClient.locateMedia({ mediaId: mediaIdSchema.parse(footage[0]?.mediaId) }))).code).toBe('footage_changed')
  })

  it('is found again by its hash when it is loaded from where it was moved to', async () => {
    const file = copyOf('a.mp4')
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, file)
    const moved = path.join(temporaryFolder(), 'moved.mp4')
    renameSync(file, moved)
    expect((await core.client.footage.playback({ footageId })).problem?.code).toBe('footage_missing')
    const job = await loadFootage(core, caseId, moved)
    expect(job).toMatchObject({ status: 'done', resultId: footageId })
    expect(await core.client.footage.playback({ footageId })).toMatchObject({ from: 'source', problem: null })
    expect((await core.client.cases.get({ caseId })).footage).toMatchObject([{ sourcePath: moved }])
  })

  it('makes a playable copy where Chromium cannot play the source', async () => {
    const file = path.join(temporaryFolder(), 'old.avi')
    generateVideo(file, { seconds: 1, options: ['-c:v', 'mjpeg', '-c:a', 'pcm_s16le'] })
    const core = await openTestCore()
    const { footageId } = await caseWithFootage(core, file)
    // It is begun by itself.
    const [job] = (await core.client.jobs.list()).filter(({ kind }) => kind === 'make-proxy')
    expect(job && (await ended(core, job.id))).toMatchObject({ status: 'done', problem: null })
    expect(await core.client.footage.playback({ footageId })).toMatchObject({ from: 'proxy', problem: null })
  })

  it('gives the frames of a window, and of the whole', async () => {
    const core = await openTestCore()
    const { footageId } = await caseWithFootage(core, copyOf('a.mp4'))
    const all = await core.client.footage.frames({ footageId, fromUs: 0, toUs: 10_000_000 })
    expect(all.firstFrameIndex).toBe(0)
    expect(all.timesUs).toHaveLength(50)
    expect(all.timesUs.slice(0, 3)).toEqual([0, 40_000, 80_000])
    const some = await core.client.footage.frames({ footageId, fromUs: 1_010_000, toUs: 1_100_000 })
    expect(some).toEqual({ timesUs: [1_000_000, 1_040_000, 1_080_000], firstFrameIndex: 25, proxy: null })
  })
})
