import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Core } from '#core/createCore'
import type { FootageId } from '#shared/model/ids'
import type { Overview } from '#shared/model/overview'
import { generateVideo } from '../media/generateVideo'
import { testVideos } from '../media/testFootage'
import { caseDraft, caseWithFootage, ended, loadFootage, openTestCore, temporaryFolder } from '../openTestCore'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-overview-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const fileNamed = (name: string) => path.join(folder, name)
const ffmpegPath = process.env['FFMPEG_BIN'] ?? 'ffmpeg'
const ffmpeg = (...args: string[]) => execFileSync(ffmpegPath, ['-v', 'error', '-nostdin', '-y', ...args])

beforeAll(() => {
  // 29.97 fps, a keyframe every 2 s; sound, then the quietest sound, then digital silence.
  const level = `volume='if(lt(t,60),0.5,if(lt(t,120),0.001,0))':eval=frame`
  ffmpeg(
    ...['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=30000/1001:d=180', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=180'],
    ...['-af', level, '-c:v', 'libx264', '-preset', 'ultrafast', '-g', '60', '-keyint_min', '60', '-sc_threshold', '0'],
    ...['-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest', fileNamed('three minutes.mp4')]
  )
  generateVideo(fileNamed('short.mp4'), { seconds: 3 })
})

/** Other work may hold the machine up. */
const slowly = { timeout: 30_000 }

/** Waits until neither half is under way. */
async function overviewOf(core: Core, footageId: FootageId): Promise<Overview> {
  const halves = async () =>
    (await core.client.jobs.list()).filter(
      ({ kind, subjectId }) => subjectId === footageId && (kind === 'read-waveform' || kind === 'make-filmstrip')
    )
  await expect.poll(async () => (await halves()).length, slowly).toBe(2)
  for (const job of await halves()) await ended(core, job.id)
  return core.client.footage.overview({ footageId })
}

/** What lies in the data folder beside what is whole. */
const leftovers = (core: { dataFolder: string }) =>
  readdirSync(path.join(core.dataFolder, 'derived'), { recursive: true, encoding: 'utf8' }).filter((name) => /partial|\.tmp$/.test(name))

/** Footage times of the keyframes, in microseconds. */
function keyframeTimes(file: string): number[] {
  const args = ['-v', 'error', '-select_streams', 'v:0', '-skip_frame', 'nokey', '-show_entries', 'frame=pts_time', '-of', 'csv=p=0', file]
  return execFileSync('ffprobe', args, { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [Math.round(Number.parseFloat(line) * 1e6)]))
}

describe('the overview of a footage', () => {
  it('is made by itself after loading: pictures of keyframes with their true times, and silence apart from quiet sound', async () => {
    const file = fileNamed('three minutes.mp4')
    const core = await openTestCore()
    const { footageId } = await caseWithFootage(core, file)
    const { filmstrip, waveform } = await overviewOf(core, footageId)
    expect(filmstrip).toMatchObject({ state: 'ready', widthPx: 160, heightPx: 90, problem: null })
    const keyframes = new Set(keyframeTimes(file))
    expect(filmstrip.timesUs.length).toBe(keyframes.size)
    for (const timeUs of filmstrip.timesUs) expect(keyframes).toContain(timeUs)
    expect(filmstrip.timesUs).toEqual(filmstrip.timesUs.toSorted((a, b) => a - b))
    expect(filmstrip.sheetMediaIds).toHaveLength(Math.ceil(filmstrip.timesUs.length / filmstrip.picturesPerSheet))
    for (const mediaId of filmstrip.sheetMediaIds) {
      const { path: sheet, contentType } = await core.hostClient.locateMedia({ mediaId })
      expect([contentType, readFileSync(sheet).subarray(0, 2).toString('hex')]).toEqual(['image/jpeg', 'ffd8'])
    }
    expect(waveform).toMatchObject({ state: 'ready', trackCount: 1, problem: null })
    const silent = waveform.quietStretches.find(({ kind }) => kind === 'silent')
    expect(Math.abs((silent?.startUs ?? 0) - 120_000_000)).toBeLessThan(100_000)
    expect(waveform.quietStretches.filter(({ startUs }) => startUs < 119_000_000)).toEqual([])
    const { min, max, state } = await core.client.footage.waveform({ footageId, fromUs: 0, toUs: 180_000_000, bucketCount: 180 })
    expect(max[30]).toBeGreaterThan(0.02)
    expect(min[30]).toBeLessThan(-0.02)
    expect([state[30], state[90], state[150]]).toEqual(['sound', 'sound', 'silent'])
    expect(max[90]).toBeGreaterThan(0)
    expect(max[90]).toBeLessThan(0.001)
    expect(leftovers(core)).toEqual([])
  })

  it('is made when a case is opened that lacks it, and not made twice', async () => {
    const file = fileNamed('short.mp4')
    const dataFolder = temporaryFolder()
    const first = await openTestCore({ dataFolder })
    const { caseId, footageId } = await caseWithFootage(first, file)
    const { filmstrip } = await overviewOf(first, footageId)
    // Every second one, though the file has one keyframe only.
    expect(filmstrip.timesUs).toEqual([0, 1_000_000, 2_000_000])
    const count = (await first.client.jobs.list()).length
    await first.client.cases.recordViewing({ caseId })
    await first.client.footage.makeOverview({ footageId })
    expect((await first.client.jobs.list()).length).toBe(count)
    await first.close()
    rmSync(path.join(dataFolder, 'derived'), { recursive: true })

    const second = await openTestCore({ dataFolder })
    expect((await second.client.footage.overview({ footageId })).filmstrip.state).toBe('missing')
    await second.client.cases.recordViewing({ caseId })
    await expect.poll(async () => (await second.client.footage.overview({ footageId })).filmstrip.state, slowly).toBe('ready')
    await expect.poll(async () => (await second.client.footage.overview({ footageId })).waveform.state, slowly).toBe('ready')
  })

  it.each([
    ['no sound', { sound: false }, 0],
    ['one frame', { seconds: 1, framesPerSecond: '1', sound: false }, 0]
  ])('of a file with %s is whole', async (name, options, trackCount) => {
    const file = fileNamed(`${name}.mp4`)
    generateVideo(file, options)
    const core = await openTestCore()
    const { footageId } = await caseWithFootage(core, file)
    const { filmstrip, waveform } = await overviewOf(core, footageId)
    expect(filmstrip.state).toBe('ready')
    expect(filmstrip.timesUs[0]).toBe(0)
    expect(waveform).toMatchObject({ state: 'ready', trackCount })
    const { state } = await core.client.footage.waveform({ footageId, fromUs: 0, toUs: 1_000_000, bucketCount: 10 })
    expect(new Set(state)).toEqual(new Set(['absent']))
  })

  it('shows sound that starts late and ends early as absent there, and counts the tracks', async () => {
    const file = fileNamed('late.mkv')
    ffmpeg(
      ...['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=20', '-itsoffset', '8', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=6'],
      ...['-f', 'lavfi', '-i', 'sine=frequency=880:duration=20', '-map', '0', '-map', '1', '-map', '2'],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'pcm_s16le', file]
    )
    const core = await openTestCore()
    const { footageId } = await caseWithFootage(core, file)
    const { waveform } = await overviewOf(core, footageId)
    expect(waveform.trackCount).toBe(2)
    expect(waveform.quietStretches.map(({ kind }) => kind)).toEqual(['absent', 'absent'])
    const [before, after] = waveform.quietStretches
    expect([before?.startUs, after?.endUs]).toEqual([0, 20_000_000])
    expect(Math.abs((before?.endUs ?? 0) - 8_000_000)).toBeLessThanOrEqual(20_000)
    expect(Math.abs((after?.startUs ?? 0) - 14_000_000)).toBeLessThanOrEqual(20_000)
  })

  it('that was cancelled leaves nothing behind and can be made again', async () => {
    const file = fileNamed('to cancel.mp4')
    ffmpeg('-stream_loop', '4', '-i', fileNamed('three minutes.mp4'), '-c', 'copy', file)
    const core = await openTestCore()
    const { footageId } = await caseWithFootage(core, file)
    await expect
      .poll(async () => (await core.client.footage.overview({ footageId })).waveform.readToUs, { ...slowly, interval: 5 })
      .toBeGreaterThan(0)
    for (const job of await core.client.jobs.list()) if (job.subjectId === footageId) await core.client.jobs.cancel({ jobId: job.id })
    const stopped = await overviewOf(core, footageId)
    expect([stopped.filmstrip.state, stopped.waveform.state]).toEqual(['failed', 'failed'])
    expect(stopped.waveform.problem?.code).toBe('job_cancelled')
    expect(leftovers(core)).toEqual([])
    for (const job of await core.client.footage.makeOverview({ footageId })) await ended(core, job.id)
    const again = await core.client.footage.overview({ footageId })
    expect([again.filmstrip.state, again.waveform.state]).toEqual(['ready', 'ready'])
  })

  it('that failed, since the file is gone, says so and harms nothing', async () => {
    const file = fileNamed('to break.mp4')
    copyFileSync(fileNamed('short.mp4'), file)
    const dataFolder = temporaryFolder()
    const core = await openTestCore({ dataFolder })
    const { caseId, footageId } = await caseWithFootage(core, file)
    await overviewOf(core, footageId)
    rmSync(path.join(dataFolder, 'derived'), { recursive: true })
    rmSync(file)
    for (const job of await core.client.footage.makeOverview({ footageId })) {
      expect(await ended(core, job.id)).toMatchObject({ status: 'failed', problem: { code: 'footage_missing' } })
    }
    const { filmstrip, waveform } = await core.client.footage.overview({ footageId })
    expect([filmstrip.state, filmstrip.problem?.code, waveform.state]).toEqual(['failed', 'footage_missing', 'failed'])
    expect((await core.client.cases.get({ caseId })).footage).toHaveLength(1)
    expect(await core.client.ledger.verify()).toMatchObject({ isIntact: true })
  })
})

describe.skipIf(process.platform !== 'linux')('a disk that is full', () => {
  it('while the overview is made is told, leaves nothing half written, and leaves the case whole', async (context) => {
    const mount = path.join(folder, 'small disk')
    execFileSync('mkdir', ['-p', mount])
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', mount], { encoding: 'utf8' })
    if (mounted.status !== 0) context.skip(`a small disk cannot be mounted here: ${mounted.stderr}`)
    onTestFinished(() => void spawnSync('umount', ['-l', mount]))
    const core = await openTestCore({ dataFolder: path.join(mount, 'data') })
    const { caseId, footageId } = await caseWithFootage(core, fileNamed('three minutes.mp4'))
    const { sha256 } = (await core.client.cases.get({ caseId })).footage[0] ?? expect.fail('no footage')
    await overviewOf(core, footageId)
    const derived = path.join(mount, 'data', 'derived', sha256)
    for (const name of readdirSync(derived).filter((name) => /filmstrip|waveform/.test(name))) {
      rmSync(path.join(derived, name), { recursive: true })
    }
    const filler = path.join(mount, 'filler')
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1k'])
    // The database has room, the pictures and the sound have not.
    truncateSync(filler, statSync(filler).size - 100_000)
    for (const job of await core.client.footage.makeOverview({ footageId })) {
      const { kind, problem } = await ended(core, job.id)
      // There may be just enough room for the sound.
      if (kind === 'make-filmstrip') expect(problem?.code).toBe('disk_full')
    }
    expect((await core.client.footage.overview({ footageId })).filmstrip).toMatchObject({ state: 'failed', timesUs: [] })
    expect(leftovers(core)).toEqual([])
    rmSync(filler)
    for (const job of await core.client.footage.makeOverview({ footageId })) {
      expect(await ended(core, job.id)).toMatchObject({ status: 'done' })
    }
    expect((await core.client.cases.get({ caseId })).footage).toHaveLength(1)
  })
})

describe('files that cameras and their systems really wrote', () => {
  // The large ones tell nothing that these do not, and take minutes; and all of the surveillance went through the same hands.
  const isOneOfMany = (name: string) => name.includes('surveillance') && !/\/fight\/fi00[1-3]/.test(name)
  const videos = testVideos().filter(({ name, path: file }) => statSync(file).size <= 2_000_000 && !isOneOfMany(name))
  it.skipIf(videos.length === 0)('each have an overview, or say why not', { timeout: 600_000 }, async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const withoutPictures: string[] = []
    for (const { name, path: file } of videos) {
      const job = await loadFootage(core, caseId, file)
      if (job.status !== 'done' || job.resultId === null) continue
      const footage = (await core.client.cases.get({ caseId })).footage.find(({ id }) => id === job.resultId)
      if (footage === undefined) return expect.fail(name)
      // The overview is made of the source; a playable copy would only take the time of both.
      for (const { id, kind, endedAt } of await core.client.jobs.list())
        if (kind === 'make-proxy' && endedAt === null) await core.client.jobs.cancel({ jobId: id })
      const { filmstrip, waveform } = await overviewOf(core, footage.id)
      if (filmstrip.state === 'failed') withoutPictures.push(`${name}: ${filmstrip.problem?.what ?? ''}`)
      else {
        expect(filmstrip.timesUs.length, name).toBeGreaterThan(0)
        expect(filmstrip.timesUs.at(-1), name).toBeLessThanOrEqual(footage.probe.durationUs)
        const { timesUs } = await core.client.footage.frames({ footageId: footage.id, fromUs: 0, toUs: footage.probe.durationUs })
        for (const timeUs of filmstrip.timesUs.slice(0, 20)) if (timesUs.length < 20_000) expect(timesUs, name).toContain(timeUs)
      }
      expect(waveform.state, name).toMatch(/ready|failed/)
      if (waveform.state === 'ready') expect(waveform.trackCount, name).toBe(footage.probe.audioTrackCount)
      expect(leftovers(core)).toEqual([])
    }
    expect(withoutPictures).toEqual([])
  })
})

describe('a damaged file', () => {
  it('has the overview of what can be read', async () => {
    const file = fileNamed('damaged.ts')
    ffmpeg('-i', fileNamed('three minutes.mp4'), '-c', 'copy', file)
    truncateSync(file, Math.floor(statSync(file).size / 2))
    const core = await openTestCore()
    const { footageId } = await caseWithFootage(core, file)
    const { filmstrip, waveform } = await overviewOf(core, footageId)
    expect(filmstrip.state).toBe('ready')
    expect(filmstrip.timesUs.length).toBeGreaterThan(20)
    expect(waveform.state).toBe('ready')
    expect(existsSync(file)).toBe(true)
  })
})
