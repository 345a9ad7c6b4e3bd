import { damageOf, describeDamage } from '#shared/domain/damage'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mediabunnyVersion } from '#core/media/createMediabunnyReader'
import { createMediaToolsWith } from '#core/media/createMediaTools'
import { createMediaTools, withFrameTimes, type FileProbe, type FrameTimes, type MediaTools } from '#core/media/index'
import { ProblemError } from '#shared/rpc/problem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateVideo } from './generateVideo'
import { testVideos } from './testFootage'

const folder = mkdtempSync(join(tmpdir(), 'countersign-without-ffprobe-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const h264 = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p']
const unfound = createMediaToolsWith({ ffmpeg: null, ffprobe: null })
let media: MediaTools
beforeAll(async () => {
  media = await createMediaTools({ env: process.env, log: () => undefined })
})

interface Reading {
  probe: FileProbe
  frames: FrameTimes
}

async function read(tools: MediaTools, path: string): Promise<Reading | ProblemError> {
  const signal = AbortSignal.timeout(60_000)
  try {
    const probe = await tools.probe(path, signal)
    const frames = await tools.readFrameTimes(path, signal)
    return { probe: withFrameTimes(probe, frames), frames }
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}

/** Checks that the two readers agree, or that the one without ffprobe refuses or names damage. Answers with what it did, for print. */
async function compare(name: string, path: string): Promise<{ outcome: 'same' | 'damage' | 'refused' | 'alone'; line: string }> {
  const reading = await read(unfound, path)
  if (reading instanceof ProblemError) {
    expect(reading.problem.code, name).toBe('ffmpeg_unavailable')
    return { outcome: 'refused', line: reading.message }
  }
  const told = await read(media, path)
  if (told instanceof ProblemError) return { outcome: 'alone', line: `${name}: ffprobe ${told.problem.code}` }
  if (reading.frames.damage.length > 0) {
    const both = Math.min(reading.frames.timesUs.length, told.frames.timesUs.length)
    expect(reading.frames.timesUs.slice(0, both), name).toEqual(told.frames.timesUs.slice(0, both))
    return {
      outcome: 'damage',
      line: `${name}: ${damageOf(reading.probe).map(describeDamage).join(' | ')} (ffprobe: ${told.frames.timesUs.length} frames)`
    }
  }
  expect(reading.frames.timesUs, name).toEqual(told.frames.timesUs)
  const { durationUs, frameRate, isVariableFrameRate, damage, readBy, pixelFormat, audioCodec, ...same } = reading.probe
  expect(told.probe, name).toMatchObject(same)
  if (audioCodec !== 'mpeg audio') expect(audioCodec, name).toBe(told.probe.audioCodec)
  if (pixelFormat !== null) expect(told.probe.pixelFormat, name).toMatch(/^yuvj?420p$/)
  expect(Math.abs(durationUs - told.probe.durationUs), `${name}: length ${durationUs} for ${told.probe.durationUs}`).toBeLessThan(100_000)
  expect(readBy).toBe(`mediabunny ${mediabunnyVersion}`)
  const rate = (probe: FileProbe) => (probe.frameRate === null ? 0 : probe.frameRate.numerator / probe.frameRate.denominator)
  const isEven = !isVariableFrameRate && !told.probe.isVariableFrameRate
  if (isEven) expect(rate(reading.probe) / rate(told.probe), `${name}: rate`).toBeCloseTo(1, 2)
  const rates = `${frameRate?.numerator}/${frameRate?.denominator} ${isVariableFrameRate ? 'VFR' : ''} for ${told.probe.frameRate?.numerator}/${told.probe.frameRate?.denominator} ${told.probe.isVariableFrameRate ? 'VFR' : ''}`
  return {
    outcome: 'same',
    line: `${name}: ${reading.frames.timesUs.length} frames, ${rates} ${damageOf({ damage }).map(describeDamage).join(' | ')}`
  }
}

const folders = /^(action-camera|cameras|containers|damaged|debian)\//

test('every third-party file has the times that ffprobe tells, or is refused', { timeout: 240_000 }, async (context) => {
  const videos = testVideos().filter(({ name }) => folders.test(name))
  if (videos.length === 0) context.skip('no third-party videos')
  const seen = { same: 0, damage: 0, refused: 0, alone: 0 }
  for (const { name, path } of videos) {
    const { outcome, line } = await compare(name, path)
    seen[outcome] += 1
    process.stdout.write(`${outcome}  ${line}\n`)
  }
  process.stdout.write(`${JSON.stringify(seen)}\n`)
  expect(seen.alone, 'files that ffprobe refuses').toBe(0)
  expect(seen.same, 'files that are read').toBeGreaterThanOrEqual(Math.floor(videos.length / 3))
})

describe('generated files', () => {
  const twoKinds = (sound: string) => [...h264, '-c:a', sound]
  const generated: [name: string, options: string[], expected: 'same' | 'refused'][] = [
    ['out-of-order.mp4', twoKinds('aac'), 'same'],
    ['clock.mov', [...twoKinds('pcm_s16le'), '-metadata', 'creation_time=2024-10-12T21:14:00Z'], 'same'],
    ['late.mp4', [...twoKinds('aac'), '-output_ts_offset', '0.7'], 'refused'],
    ['late-pictures.mp4', ['-an', ...h264, '-output_ts_offset', '0.7'], 'same'],
    ['time-code.mov', ['-an', ...h264, '-timecode', '01:00:00:00'], 'same'],
    ['out-of-order.mkv', [...twoKinds('aac'), '-metadata', 'creation_time=2024-10-12T21:14:00Z'], 'same'],
    ['run-in.mkv', twoKinds('libopus'), 'same'],
    ['run-in.webm', ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus'], 'same'],
    ['aac.ts', twoKinds('aac'), 'same'],
    ['layer-2.ts', twoKinds('mp2'), 'same'],
    ['clock-over.ts', [...twoKinds('aac'), '-output_ts_offset', '95442.7'], 'same'],
    ['interlaced.ts', ['-an', ...h264, '-s', '720x576', '-flags', '+ildct+ilme'], 'refused'],
    ['mpeg-2.ts', ['-c:v', 'mpeg2video', '-c:a', 'mp2'], 'refused'],
    ['uneven.mp4', ['-an', ...h264, '-vf', "select='mod(n,3)'", '-vsync', 'vfr'], 'same'],
    ['fragments.mp4', [...twoKinds('aac'), '-bf', '0', '-movflags', 'frag_keyframe+empty_moov'], 'same'],
    ['fragments-shifted.mp4', [...twoKinds('aac'), '-bf', '0', '-movflags', 'frag_keyframe+delay_moov'], 'refused'],
    ['fragments-out-of-order.mp4', [...twoKinds('aac'), '-movflags', 'frag_keyframe+empty_moov'], 'refused'],
    ['other.avi', ['-c:v', 'mpeg4', '-c:a', 'mp2'], 'refused']
  ]
  test.each(generated)('%s', async (name, options, expected) => {
    const path = join(folder, name)
    generateVideo(path, { options })
    const { outcome, line } = await compare(name, path)
    expect(outcome, line).toBe(expected)
  })

  test('a copy whose beginning an edit list cuts off is refused', async () => {
    const whole = join(folder, 'whole.mp4')
    generateVideo(whole, { options: twoKinds('aac') })
    const cut = join(folder, 'cut.mp4')
    execFileSync(process.env['FFMPEG_BIN'] ?? 'ffmpeg', ['-v', 'error', '-ss', '0.51', '-i', whole, '-c', 'copy', '-y', cut])
    expect(await compare('cut.mp4', cut)).toMatchObject({ outcome: 'refused', line: expect.stringContaining('edit list') })
  })

  test('a truncated MP4 has its missing frames named', async () => {
    const path = join(folder, 'truncated.mp4')
    generateVideo(path, { options: [...twoKinds('aac'), '-movflags', 'faststart'] })
    truncateSync(path, Math.floor(statSync(path).size * 0.6))
    expect(await compare('truncated.mp4', path)).toMatchObject({
      outcome: 'damage',
      line: expect.stringMatching(/the last \d+ are not in it/)
    })
  })

  test('what is no video, is not there or is cancelled is said', async () => {
    const notes = join(folder, 'notes.mp4')
    writeFileSync(notes, 'These are notes.\n'.repeat(50))
    const signal = AbortSignal.timeout(5000)
    const problem = (code: string): unknown => expect.objectContaining({ problem: expect.objectContaining({ code }) })
    await expect(unfound.probe(notes, signal)).rejects.toEqual(problem('ffmpeg_unavailable'))
    await expect(unfound.probe(join(folder, 'nowhere.mp4'), signal)).rejects.toEqual(problem('footage_missing'))
    await expect(unfound.probe(join(folder, 'out-of-order.mp4'), AbortSignal.abort())).rejects.toEqual(problem('job_cancelled'))
  })
})

test('the record names the version of mediabunny that is installed', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'))
  expect(manifest).toMatchObject({ dependencies: { mediabunny: mediabunnyVersion } })
})
