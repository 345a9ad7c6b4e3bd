import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FootageProbe } from '#shared/model/footage'
import { planFrameMap } from '#core/footage/planFrameMap'
import { createMediaToolsWith } from '#core/media/createMediaTools'
import { createMediaTools, type MediaTools } from '#core/media/index'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateVideo } from './generateVideo'
import { testVideo } from './testFootage'

const folder = mkdtempSync(join(tmpdir(), 'countersign-media-'))
const signal = new AbortController().signal
const clip = join(folder, 'clip.mp4')
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
let media: MediaTools

beforeAll(async () => {
  media = await createMediaTools({ env: process.env, log: () => undefined })
  generateVideo(clip, { seconds: 2, framesPerSecond: '30000/1001' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const problem = (code: string): unknown => expect.objectContaining({ problem: expect.objectContaining({ code }) })
const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

const proxyOf = (path: string, outPath: string, probe: FootageProbe) => ({
  ...{ path, outPath, probe, audioTrack: 0 },
  growingFolder: join(dirname(outPath), 'growing')
})

/** The times of the shown frames as a full decode tells them. */
function decodedTimesUs(path: string): number[] {
  const ffprobe = media.tools().ffprobe?.path ?? ''
  const start = execFileSync(ffprobe, ['-v', 'error', '-show_entries', 'format=start_time', '-of', 'csv=p=0', path], { encoding: 'utf8' })
  const entries = ['-show_entries', 'frame=best_effort_timestamp_time', '-of', 'csv=p=0']
  const text = execFileSync(ffprobe, ['-v', 'error', '-select_streams', 'V:0', ...entries, path], { encoding: 'utf8', maxBuffer: 1e8 })
  return text
    .split('\n')
    .filter((line) => /^[\d.-]+,?$/.test(line))
    .map((line) => Math.round(Number.parseFloat(line) * 1e6) - Math.round(Number(start) * 1e6))
    .sort((a, b) => a - b)
}

describe('discovery', () => {
  test('takes FFMPEG_BIN first and says where a tool comes from', async () => {
    const found = media.tools().ffmpeg
    const named = await createMediaTools({ env: { FFMPEG_BIN: found?.path }, log: () => undefined })
    expect(named.tools().ffmpeg).toMatchObject({ path: found?.path, origin: 'FFMPEG_BIN', isOldBuild: false })
    expect(named.tools().ffprobe?.origin).toBe('FFMPEG_BIN')
  })
  test('passes over what does not run, says so, and marks the old build', async () => {
    const lines: string[] = []
    const tools = (await createMediaTools({ env: { FFMPEG_BIN: '/bin/false', PATH: '' }, log: (line) => lines.push(line) })).tools()
    expect(lines.join()).toContain('/bin/false')
    expect(tools.ffmpeg === null || tools.ffmpeg.origin !== 'FFMPEG_BIN').toBe(true)
    if (tools.ffmpeg?.origin === 'npm-installer') expect(tools.ffmpeg.isOldBuild).toBe(true)
  })
})

describe('reading', () => {
  test('probes and leaves the source as it was', async () => {
    const before = hash(clip)
    const probe = await media.probe(clip, signal)
    expect(probe).toMatchObject({ videoCodec: 'h264', audioCodec: 'aac', widthPx: 320, heightPx: 180, isVariableFrameRate: false })
    expect(probe.frameRate).toEqual({ numerator: 30000, denominator: 1001 })
    await media.readFrameTimes(clip, signal)
    await media.stillPng(clip, 500_000, join(folder, 'unchanged.png'), { widthPx: 160 }, signal)
    expect(hash(clip)).toBe(before)
  })

  const variable = ['-vf', "select='not(mod(n,3))+lt(mod(n,11),4)'", '-vsync', '0', ...h264]
  test.each<[string, () => string | null]>([
    ['29.97', () => clip],
    ['variable', () => generated('variable.mp4', variable)],
    ['no B-frame times (AVI)', () => generated('plain.avi', ['-c:v', 'mjpeg', '-c:a', 'pcm_s16le'])],
    ['late start', () => generated('late.ts', h264)],
    ['Android phone, variable', () => testVideo('debian/VID_20191220_170832.mp4')],
    ['cursed variable', () => testVideo('containers/cursed-vfr.mp4')],
    ['fragments', () => testVideo('containers/sample_fragmented.mp4')],
    ['edit list', () => testVideo('containers/sample_edit_list.mp4')],
    ['VP9', () => testVideo('containers/frames.webm')],
    ['surveillance AVI', () => testVideo('debian/vtest.avi')]
  ])('frame times are those of a full decode: %s', async (name, find) => {
    const path = find()
    if (path === null) {
      process.stdout.write(`skipped: no third-party video for frame times of ${name}\n`)
      return
    }
    const { timesUs } = await media.readFrameTimes(path, signal)
    const decoded = decodedTimesUs(path)
    expect(timesUs.length).toBe(decoded.length)
    // The decode prints six decimals of a second, cut off.
    timesUs.forEach((timeUs, index) => expect(Math.abs(timeUs - (decoded[index] ?? NaN))).toBeLessThanOrEqual(1))
  })

  test('a truncated file tells what is missing', async () => {
    const whole = join(folder, 'whole.mp4')
    generateVideo(whole, { seconds: 6, options: [...h264, '-movflags', '+faststart'] })
    const cut = join(folder, 'cut.mp4')
    writeFileSync(cut, readFileSync(whole).subarray(0, Math.floor(statSync(whole).size / 2)))
    const { timesUs, damage } = await media.readFrameTimes(cut, signal)
    expect(timesUs.length).toBeLessThan(150)
    expect(damage.map(({ what }) => what).join()).toContain('partial file')
    expect(new Set(damage.map(({ what }) => what)).size).toBe(damage.length)
  })

  test('refuses what is no video, and follows no playlist', async () => {
    const texts = {
      'notes.mp4': 'just words\n'.repeat(100),
      'list.mp4': `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:9,\n${clip}\n#EXT-X-ENDLIST\n`,
      'list.m3u8': `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:9,\n${clip}\n#EXT-X-ENDLIST\n`,
      'joined.mp4': `ffconcat version 1.0\nfile '${clip}'\n`,
      'empty.mp4': ''
    }
    for (const [name, text] of Object.entries(texts)) {
      const path = join(folder, name)
      writeFileSync(path, text)
      const refused = await media.probe(path, signal).catch((error: unknown) => error)
      expect(refused, name).toEqual(
        expect.objectContaining({ problem: expect.objectContaining({ code: expect.stringMatching(/^footage_(not_video|unreadable)$/) }) })
      )
    }
    await expect(media.probe(join(folder, 'absent.mp4'), signal)).rejects.toEqual(problem('footage_missing'))
    const soundOnly = join(folder, 'sound.mp4')
    generateVideo(soundOnly, { options: ['-vn', '-c:a', 'aac'] })
    await expect(media.probe(soundOnly, signal)).rejects.toEqual(problem('footage_not_video'))
  })

  test.skipIf(process.platform === 'win32')('takes no name for a protocol, an option or a pattern', async () => {
    const hostile = mkdtempSync(join(folder, 'names-'))
    for (const name of ['-i', 'concat:a.mp4|b.mp4', 'http:x.mp4', '%03d.mp4', "it's; $(rm) [0].mp4", 'pipe:0']) {
      writeFileSync(join(hostile, name), readFileSync(clip))
      expect((await media.probe(join(hostile, name), signal)).widthPx, name).toBe(320)
    }
  })

  test('a cancelled read says so', async () => {
    await expect(media.probe(clip, AbortSignal.abort())).rejects.toEqual(problem('job_cancelled'))
  })
})

describe('writing', () => {
  test('a still is the frame on screen, not the next one', async () => {
    // Every frame has its own grey.
    const greys = generated('greys.mp4', [
      '-vf',
      "geq=lum='20+4*N':cb=128:cr=128",
      '-c:v',
      'libx264',
      '-qp',
      '0',
      '-pix_fmt',
      'yuv420p',
      '-an'
    ])
    for (const [timeUs, frame] of [
      [0, 0],
      [39_999, 0],
      [40_000, 1],
      [100_000, 2],
      [1_000_000, 25],
      [1_960_000, 49],
      [1_999_000, 49]
    ] as const) {
      const still = join(folder, `still-${timeUs}.png`)
      await media.stillPng(greys, timeUs, still, { widthPx: 64 }, signal)
      expect(Math.abs(meanLuma(still) - (20 + 4 * frame)), `at ${timeUs}`).toBeLessThan(1.9)
    }
  })

  test('a still is wide as asked and upright', async () => {
    const still = join(folder, 'wide.jpg')
    await media.stillPng(clip, 0, still, { widthPx: 96 }, signal)
    expect(readFileSync(still).subarray(0, 2).toString('hex')).toBe('ffd8')
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  test('a proxy keeps every frame and its time', async () => {
    for (const source of [
      generated('odd.avi', ['-vf', 'scale=321:181', '-c:v', 'mjpeg', '-c:a', 'pcm_s16le']),
      generated('late2.ts', h264),
      generated('vfr2.mkv', ['-vf', "select='lt(mod(n,7),3)'", '-vsync', '0', ...h264])
    ]) {
      const probe = await media.probe(source, signal)
      const proxy = join(folder, 'proxy.mp4')
      const steps: number[] = []
      await media.makeProxy(proxyOf(source, proxy, probe), signal, (progress) => steps.push(progress))
      const made = await media.probe(proxy, signal)
      expect(made).toMatchObject({ videoCodec: 'h264', audioCodec: 'aac', startUs: 0 })
      expect([made.widthPx % 2, made.heightPx % 2]).toEqual([0, 0])
      const [before, after] = [(await media.readFrameTimes(source, signal)).timesUs, (await media.readFrameTimes(proxy, signal)).timesUs]
      expect(after.length, source).toBe(before.length)
      expect(planFrameMap(before, after), source).toBeNull()
      expect(steps.at(-1)).toBe(1)
      expect(steps.every((step, index) => step >= (steps[index - 1] ?? 0))).toBe(true)
    }
  })

  test('a cancelled proxy stops at once and leaves nothing', async () => {
    const own = mkdtempSync(join(folder, 'cancel-'))
    const long = join(own, 'long.mp4')
    generateVideo(long, { seconds: 60, size: '1280x720', sound: false })
    const probe = await media.probe(long, signal)
    const abort = new AbortController()
    const started = Date.now()
    setTimeout(() => abort.abort(), 400)
    await expect(media.makeProxy(proxyOf(long, join(own, 'proxy.mp4'), probe), abort.signal)).rejects.toEqual(problem('job_cancelled'))
    expect(Date.now() - started).toBeLessThan(5000)
    expect(readdirSync(own).sort()).toEqual(['growing', 'long.mp4'])
  })

  test('a full disk is said and leaves nothing', async (context) => {
    const small = join(folder, 'small')
    mkdirSync(small)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40k', 'countersign-test', small], { stdio: 'ignore' })
    } catch {
      return context.skip('no right to mount a small disk')
    }
    try {
      const probe = await media.probe(clip, signal)
      await expect(media.makeProxy(proxyOf(clip, join(small, 'proxy.mp4'), probe), signal)).rejects.toEqual(problem('disk_full'))
      expect(readdirSync(small)).toEqual(['growing'])
    } finally {
      execFileSync('umount', [small])
    }
  })

  test('without ffmpeg the tools are there and say what is missing', async () => {
    const none = createMediaToolsWith({ ffmpeg: null, ffprobe: null })
    expect(none.tools()).toEqual({ ffmpeg: null, ffprobe: null })
    await expect(none.probe(generated('only-ffmpeg.avi', ['-c:v', 'mpeg4']), signal)).rejects.toEqual(problem('ffmpeg_unavailable'))
    await expect(none.stillPng(clip, 0, join(folder, 'x.png'), { widthPx: 10 }, signal)).rejects.toEqual(problem('ffmpeg_unavailable'))
  })
})

function generated(name: string, options: string[]): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  generateVideo(path, { options })
  return path
}

/** The mean brightness of a picture, in video levels, read out of its pixels. */
function meanLuma(path: string): number {
  const args = ['-v', 'error', '-i', path, '-vf', 'format=gray', '-f', 'rawvideo', '-']
  const pixels = execFileSync(media.tools().ffmpeg?.path ?? '', args)
  const mean = pixels.reduce((sum, pixel) => sum + pixel, 0) / pixels.length
  return 16 + (mean * 219) / 255
}
