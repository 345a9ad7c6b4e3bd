import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planClip } from '#core/exports/planClip'
import { createMediaTools, type MediaTools } from '#core/media/index'
import type { ClipPlan, ClipRange, ClipWay } from '#shared/model/clip'
import { frameHashes } from './frameHashes'
import { generateVideo } from './generateVideo'
import { testVideo } from './testFootage'

const folder = mkdtempSync(join(tmpdir(), 'countersign-clips-'))
const { signal } = new AbortController()
let media: MediaTools
beforeAll(async () => {
  media = await createMediaTools({ env: process.env, log: () => undefined })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const x264 = (...options: string[]) => ['-c:v', 'libx264', '-preset', 'fast', '-pix_fmt', 'yuv420p', ...options]
/** A source that is generated once for both ways to cut. */
function generated(name: string, more: Parameters<typeof generateVideo>[1]): string {
  const path = join(folder, name)
  if (!existsSync(path)) generateVideo(path, more)
  return path
}

/** Hashes and times of all frames of a source, read once for both ways. */
const sourceFrames = new Map<string, { hashes: string[]; timesUs: readonly number[] }>()
async function framesOf(path: string) {
  const known = sourceFrames.get(path)
  if (known !== undefined) return known
  const read = { hashes: frameHashes(path), timesUs: Array.from((await media.readFrameTimes(path, signal)).timesUs) }
  sourceFrames.set(path, read)
  return read
}

async function cut(path: string, asked: ClipRange, way: ClipWay): Promise<{ plan: ClipPlan; outPath: string; commands: string[] }> {
  const { container } = await media.probe(path, signal)
  const cutPath = await media.indexedCopy(path, container, join(folder, `indexed-${Math.random()}.mp4`), signal)
  const plan = planClip(await media.readCutSource(cutPath, asked, signal), asked, way)
  const outPath = join(folder, `out-${Math.random()}.${plan.container}`)
  const commands: string[] = []
  const request = { path: cutPath, outPath, plan, signal, onCommand: (line: string) => commands.push(line) }
  await (way === 'keyframes' ? media.copyClip(request) : media.exactClip(request))
  return { plan, outPath, commands }
}

/** Frames and times of a clip against those of its source. */
async function expectSameFrames(path: string, outPath: string, { real, frameCount }: ClipPlan, toleranceUs: number): Promise<void> {
  const { hashes, timesUs: source } = await framesOf(path)
  const wanted = [...source].flatMap((timeUs, index) => (timeUs >= real.inUs && timeUs < real.outUs ? [index] : []))
  expect(hashes.length, 'the whole source decodes').toBe(source.length)
  expect(frameHashes(outPath)).toEqual(wanted.map((index) => hashes[index]))
  expect(frameCount).toBe(wanted.length)
  const clip = (await media.readFrameTimes(outPath, signal)).timesUs
  const apartUs = clip.map((timeUs, index) => Math.abs(timeUs - (clip[0] ?? 0) - ((source[wanted[index] ?? -1] ?? NaN) - real.inUs)))
  expect(Math.max(...apartUs)).toBeLessThanOrEqual(toleranceUs)
}

const group = ['-g', '30', '-bf', '3']
const variable = ['-vf', "select='not(mod(n,3))+lt(mod(n,11),4)'", '-fps_mode', 'passthrough']
const sources: [string, () => string | null, ClipRange, string[]][] = [
  [
    'B-frames, 29.97',
    () => generated('b.mp4', { seconds: 8, framesPerSecond: '30000/1001', options: x264(...group) }),
    { inUs: 1_568_233, outUs: 5_744_067 },
    ['lossless', 'copied', 'lossless']
  ],
  [
    '59.94',
    () => generated('60.mp4', { seconds: 4, framesPerSecond: '60000/1001', options: x264(...group) }),
    { inUs: 700_000, outUs: 3_300_000 },
    ['lossless', 'copied', 'lossless']
  ],
  [
    'no sound',
    () => generated('mute.mp4', { seconds: 6, sound: false, options: x264(...group) }),
    { inUs: 700_000, outUs: 4_300_000 },
    ['lossless', 'copied', 'lossless']
  ],
  [
    'variable frame rate',
    () => generated('vfr.mp4', { seconds: 8, framesPerSecond: '30', options: [...variable, ...x264(...group)] }),
    { inUs: 1_000_000, outUs: 6_100_000 },
    ['lossless', 'copied', 'lossless']
  ],
  [
    'open groups',
    () => generated('open.mp4', { seconds: 8, options: x264(...group, '-x264-params', 'open-gop=1') }),
    { inUs: 1_500_000, outUs: 6_100_000 },
    ['lossless']
  ],
  [
    'from keyframe to keyframe',
    () => generated('key.mp4', { seconds: 8, framesPerSecond: '30', options: x264(...group, '-sc_threshold', '0') }),
    { inUs: 2_000_000, outUs: 5_000_000 },
    ['copied']
  ],
  [
    'to the end',
    () => generated('end.mp4', { seconds: 5, framesPerSecond: '30', options: x264(...group, '-sc_threshold', '0') }),
    { inUs: 1_990_000, outUs: 5_000_000 },
    ['lossless', 'copied']
  ],
  [
    'within one group',
    () => generated('short.mp4', { seconds: 5, framesPerSecond: '30', options: x264('-g', '150') }),
    { inUs: 1_000_000, outUs: 2_000_000 },
    ['lossless']
  ],
  [
    'MPEG-TS',
    () => generated('late.ts', { seconds: 8, framesPerSecond: '30000/1001', options: x264(...group) }),
    { inUs: 1_568_233, outUs: 5_744_067 },
    ['lossless', 'copied', 'lossless']
  ],
  [
    'Matroska',
    () => generated('m.mkv', { seconds: 8, framesPerSecond: '30', options: x264(...group) }),
    { inUs: 1_568_233, outUs: 5_744_067 },
    ['lossless', 'copied', 'lossless']
  ],
  [
    'HEVC',
    () =>
      generated('h.mp4', {
        seconds: 3,
        options: ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=error', '-pix_fmt', 'yuv420p']
      }),
    { inUs: 500_000, outUs: 2_000_000 },
    ['lossless']
  ],
  [
    'MJPEG with PCM',
    () => generated('j.avi', { seconds: 3, options: ['-c:v', 'mjpeg', '-c:a', 'pcm_s16le'] }),
    { inUs: 500_000, outUs: 2_000_000 },
    ['lossless']
  ]
]

describe('the exact clip has the frames asked, and no other', () => {
  test.each(sources)('%s', async (_name, find, asked, kinds) => {
    const path = find()
    if (path === null) return
    const { plan, outPath } = await cut(path, asked, 'exact')
    expect(plan.parts.map((part) => part.kind)).toEqual(kinds)
    expect(plan.isFrameExact).toBe(true)
    await expectSameFrames(path, outPath, plan, path.endsWith('.mkv') ? 600 : 1)
  })

  const real: [string, number][] = [
    ['debian/VID_20191220_170832.mp4', 1],
    ['action-camera/karma.mp4', 1],
    ['containers/cursed-vfr.mp4', 1],
    ['containers/edts.mp4', 1],
    ['containers/rotate-buck-bunny.mp4', 1],
    ['containers/sar_2x1.mp4', 1],
    ['containers/bbb_2500ms.ts', 1],
    ['containers/annex-b-avc.mkv', 600],
    ['people/one-by-one-person-detection.mp4', 1],
    ['people/walk.mkv', 600],
    ['surveillance/fight/fi001.mp4', 1],
    ['debian/vtest.avi', 1],
    ['cameras/sample_iTunes.mov', 1],
    ['containers/video-h265.mp4', 1]
  ]
  test.each(real)('%s', async (name, toleranceUs) => {
    const path = testVideo(name)
    if (path === null) {
      process.stdout.write(`skipped: ${name} is absent\n`)
      return
    }
    const { durationUs, rotationDegrees } = await media.probe(path, signal)
    const lengthUs = Math.min(durationUs * 0.6, 2_000_000)
    const asked = { inUs: Math.round(durationUs * 0.23), outUs: Math.round(durationUs * 0.23 + lengthUs) }
    const { plan, outPath } = await cut(path, asked, 'exact')
    process.stdout.write(`${name}: ${plan.parts.map((part) => `${part.kind} ${part.frameCount}`).join(', ')}\n`)
    await expectSameFrames(path, outPath, plan, toleranceUs)
    expect((await media.probe(outPath, signal)).rotationDegrees).toBe(rotationDegrees)
  })
})

describe('the copy at keyframes', () => {
  test.each(sources.filter(([name]) => !['HEVC'].includes(name)))('%s', async (_name, find, asked) => {
    const path = find()
    if (path === null) return
    const { plan, outPath } = await cut(path, asked, 'keyframes')
    expect(plan.real.inUs).toBeLessThanOrEqual(asked.inUs)
    expect(plan.real.outUs).toBeGreaterThanOrEqual(Math.min(asked.outUs, plan.real.outUs))
    await expectSameFrames(path, outPath, plan, path.endsWith('.mkv') ? 600 : 1)
  })
})

test('nothing but the clips is left', () => {
  expect(readdirSync(folder).filter((name) => name.includes('partial') || name.startsWith('parts-'))).toEqual([])
})
