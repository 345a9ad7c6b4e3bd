import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provenanceSchema } from '#shared/model/clip'
import { mediaIdSchema } from '#shared/model/ids'
import { generateVideo } from '../media/generateVideo'
import { caseWithFootage, ended, openTestCore, refusal, temporaryFolder } from '../openTestCore'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-written-'))
const sample = path.join(folder, 'sample.mp4')
const ffmpeg = process.env['FFMPEG_BIN'] ?? 'ffmpeg'
const x264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '25', '-bf', '2', '-pix_fmt', 'yuv420p']
beforeAll(() => {
  // A flash and a beep at 3 s, of a tenth of a second.
  const sound = "aevalsrc='if(between(t,3,3.1),sin(2*PI*1000*t),0)':s=48000:d=6"
  const picture = "color=black:s=320x180:r=25:d=6,drawbox=c=white:t=fill:enable='between(t,2.99,3.09)'"
  execFileSync(ffmpeg, ['-v', 'error', '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound, ...x264, '-c:a', 'aac', '-y', sample])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
const range = { inUs: 1_480_000, outUs: 4_520_000 }
type TestCore = Awaited<ReturnType<typeof openTestCore>>
const exportsOf = (core: TestCore) => {
  mkdirSync(path.join(core.dataFolder, 'exports'), { recursive: true })
  return readdirSync(path.join(core.dataFolder, 'exports'))
}

/** When a file first turns bright, and first sounds, in seconds of its own time. */
function flashAndBeep(file: string): { flashS: number; beepS: number } {
  const run = spawnSync(
    ffmpeg,
    [
      '-hide_banner',
      '-nostdin',
      '-i',
      file,
      '-vf',
      'crop=iw:ih/2:0:0,blackdetect=d=0.01:pix_th=0.5',
      '-af',
      'silencedetect=n=-30dB:d=0.2',
      '-f',
      'null',
      '-'
    ],
    { encoding: 'utf8' }
  )
  return {
    flashS: Number(/black_end:([\d.]+)/.exec(run.stderr)?.[1]),
    beepS: Number(/silence_end: ([\d.]+)/.exec(run.stderr)?.[1])
  }
}

describe('a clip', () => {
  it.each(['keyframes', 'exact', 'banner'] as const)('%s: is written as planned, in step, with its record, in the ledger', async (way) => {
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, sample)
    const plan = await core.client.clips.plan({ footageId, ...range, way })
    const job = await ended(core, (await core.client.clips.write({ footageId, ...range, way, locale: 'es' })).id)
    expect(job.problem).toBeNull()
    const mediaId = mediaIdSchema.parse(job.resultId)
    const { sidecarId, provenance } = await core.client.clips.written({ mediaId })
    const clip = await core.hostClient.locateMedia({ mediaId })
    const sidecar = await core.hostClient.locateMedia({ mediaId: sidecarId })
    expect(path.dirname(sidecar.path)).toBe(path.dirname(clip.path))
    expect(provenanceSchema.parse(JSON.parse(readFileSync(sidecar.path, 'utf8')))).toEqual(provenance)
    expect(provenance).toMatchObject({ asked: range, real: plan.real, parts: plan.parts, isFrameExact: plan.isFrameExact })
    expect(provenance.language).toBe('es')
    expect(provenance.output.fileName).toMatch(/ a [\d.]+ (?:cuadros clave|exacto|banda)\.mp4$/u)
    if (way === 'banner') expect(provenance.commands.join('\n')).toContain('Hora del origen %{pts')
    expect(provenance.output.sha256).toBe(sha256(clip.path))
    expect(provenance.source.sha256).toBe(sha256(sample))
    expect(provenance.commands.join('\n')).toContain('sample.mp4')
    expect(provenance.commands.join('\n')).not.toContain(folder)
    expect((await core.client.ledger.list({ caseId, beforeSequence: null, limit: 1 }))[0]).toMatchObject({ action: 'clips.write' })
    expect((await core.client.ledger.verify()).isIntact).toBe(true)
    const { flashS, beepS } = flashAndBeep(clip.path)
    expect(flashS).toBeCloseTo(3 - plan.real.inUs / 1e6, 1)
    expect(Math.abs(flashS - beepS)).toBeLessThan(0.02)
  })

  it('is withheld where the source changed meanwhile, and nothing is left', async () => {
    const core = await openTestCore()
    const source = path.join(temporaryFolder(), 'changing.mp4')
    copyFileSync(sample, source)
    const { footageId } = await caseWithFootage(core, source)
    const { id } = await core.client.clips.write({ footageId, ...range, way: 'banner' })
    appendFileSync(source, 'x')
    expect((await ended(core, id)).problem).toMatchObject({ code: 'footage_changed' })
    expect(exportsOf(core)).toEqual([])
  })

  it('leaves nothing where ffmpeg is killed half way', async () => {
    const bin = temporaryFolder()
    const real = execFileSync('which', ['ffmpeg'], { encoding: 'utf8' }).trim()
    writeFileSync(
      path.join(bin, 'ffmpeg'),
      `#!/bin/sh\ncase "$*" in *libx264*) head -c 5000 /dev/zero > /dev/null; kill -9 $$;; esac\nexec ${real} "$@"\n`
    )
    chmodSync(path.join(bin, 'ffmpeg'), 0o755)
    const core = await openTestCore({ env: { ...process.env, FFMPEG_BIN: path.join(bin, 'ffmpeg') } })
    const { footageId } = await caseWithFootage(core, sample)
    const job = await ended(core, (await core.client.clips.write({ footageId, ...range, way: 'exact' })).id)
    expect(job).toMatchObject({ status: 'failed', problem: { code: 'ffmpeg_failed' } })
    expect(exportsOf(core)).toEqual([])
  })

  it('leaves nothing when it is cancelled', async () => {
    const core = await openTestCore()
    const long = path.join(temporaryFolder(), 'long.mp4')
    generateVideo(long, { seconds: 40, size: '640x360', options: x264 })
    const { footageId } = await caseWithFootage(core, long)
    const { id } = await core.client.clips.write({ footageId, inUs: 0, outUs: 40_000_000, way: 'banner' })
    await new Promise((resolve) => setTimeout(resolve, 600))
    await core.client.jobs.cancel({ jobId: id })
    expect(await ended(core, id)).toMatchObject({ status: 'cancelled' })
    expect(exportsOf(core)).toEqual([])
  })

  it('is refused where the range is none', async () => {
    const core = await openTestCore()
    const { footageId } = await caseWithFootage(core, sample)
    expect(await refusal(core.client.clips.plan({ footageId, inUs: 2, outUs: 1, way: 'exact' }))).toMatchObject({ code: 'range_reversed' })
    const beyond = { inUs: 60_000_000, outUs: 61_000_000 }
    expect(await refusal(core.client.clips.write({ footageId, ...beyond, way: 'exact' }))).toMatchObject({ code: 'time_outside_footage' })
  })
})

it('a still is a PNG of the frame shown, with its record', async () => {
  const core = await openTestCore()
  const { footageId } = await caseWithFootage(core, sample)
  const job = await ended(core, (await core.client.clips.still({ footageId, timeUs: 3_030_000 })).id)
  expect(job.problem).toBeNull()
  const mediaId = mediaIdSchema.parse(job.resultId)
  const { provenance } = await core.client.clips.written({ mediaId })
  expect(provenance).toMatchObject({ kind: 'still', real: { inUs: 3_000_000, outUs: 3_040_000 } })
  const still = await core.hostClient.locateMedia({ mediaId })
  expect(still.downloadName).toBe('24-118302 sample 00.00.03.000.png')
  const png = readFileSync(still.path)
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([320, 180])
})

const disk = path.join(folder, 'disk')
mkdirSync(disk)
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk], { encoding: 'utf8' })
if (mounted.status !== 0) process.stdout.write(`skipped: a small disk cannot be mounted here (it needs root): ${mounted.stderr}\n`)
afterAll(() => {
  if (mounted.status === 0) spawnSync('umount', ['-l', disk])
})

it.skipIf(mounted.status !== 0)('on a full disk a clip fails as disk_full and leaves nothing', async () => {
  const core = await openTestCore({ dataFolder: path.join(disk, 'data') })
  const noisy = path.join(folder, 'noisy.mp4')
  generateVideo(noisy, { seconds: 6, size: '640x360', options: ['-vf', 'noise=alls=60:allf=t', ...x264, '-crf', '20'] })
  const { footageId } = await caseWithFootage(core, noisy)
  const job = await ended(core, (await core.client.clips.write({ footageId, inUs: 500_000, outUs: 5_500_000, way: 'exact' })).id)
  expect(job.problem).toMatchObject({ code: 'disk_full' })
  expect(exportsOf(core)).toEqual([])
  await core.close()
})
