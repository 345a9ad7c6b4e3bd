import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The rate of the sounds that recordings are cut from. */
export const sourceRate = 16_000

const ffmpeg = process.env['FFMPEG_BIN'] ?? 'ffmpeg'

/** Numbers from 0 to 1 that look random and are the same in each run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A scene to hear: syllables of several voices with pauses, knocks, and a little of everything underneath. */
export function drawScene(seconds: number, seed: number): Float32Array {
  const random = createRandom(seed)
  const samples = new Float32Array(Math.round(seconds * sourceRate))
  for (let at = 0; at < samples.length; at += 1) samples[at] = (random() - 0.5) * 0.004
  for (let atS = random(); atS < seconds;) {
    const isKnock = random() < 0.05
    const lengthS = isKnock ? 0.05 : 0.08 + random() * 0.25
    const pitchHz = 90 + random() * 160
    const formantHz = 400 + random() * 2400
    const loudness = 0.05 + random() * 0.25
    const start = Math.round(atS * sourceRate)
    for (let at = 0; at < lengthS * sourceRate && start + at < samples.length; at += 1) {
      const timeS = at / sourceRate
      const shape = Math.sin((Math.PI * timeS) / lengthS) ** 2
      let value = (random() - 0.5) * (isKnock ? 2 : 0.4)
      for (let harmonic = 1; harmonic * pitchHz < 3800 && !isKnock; harmonic += 1) {
        const nearness = Math.exp(-(((harmonic * pitchHz - formantHz) / 500) ** 2)) + 0.15
        value += nearness * Math.sin(2 * Math.PI * harmonic * pitchHz * timeS * (1 + 0.1 * timeS))
      }
      samples[start + at] = (samples[start + at] ?? 0) + loudness * shape * value
    }
    atS += lengthS * 0.8 + (random() < 0.12 ? random() * 3 : random() * 0.12)
  }
  return samples
}

/** Reads a sound file's first track at `sourceRate`. */
export function readSource(file: string): Float32Array {
  const bytes = execFileSync(ffmpeg, ['-v', 'error', '-i', file, '-ac', '1', '-ar', String(sourceRate), '-f', 'f32le', '-'], {
    maxBuffer: 2 ** 30
  })
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

/** How one camera records a scene. */
export interface Take {
  fromS: number
  toS: number
  gain?: number
  /** How much louder the scene is than the camera's own noise. */
  snrDb?: number
  /** How much faster than the scene the camera's clock runs. */
  clockPpm?: number
  /** ffmpeg's sound filters. */
  filter?: string
  /** Seconds at the start that the camera keeps without sound. */
  mutedS?: number
}

/** The samples that a camera takes of a scene. */
export function take(scene: Float32Array, { fromS, toS, gain = 1, snrDb, clockPpm = 0, mutedS = 0 }: Take, seed: number): Float32Array {
  const random = createRandom(seed)
  const rate = 1 + clockPpm / 1e6
  const taken = new Float32Array(Math.floor((toS - fromS) * sourceRate * rate))
  let power = 0
  for (let at = 0; at < taken.length; at += 1) {
    const place = fromS * sourceRate + at / rate
    const left = Math.floor(place)
    const value = (scene[left] ?? 0) + ((scene[left + 1] ?? 0) - (scene[left] ?? 0)) * (place - left)
    taken[at] = value
    power += value * value
  }
  const noise = snrDb === undefined ? 0 : Math.sqrt(power / taken.length) * 10 ** (-snrDb / 20)
  for (let at = 0; at < taken.length; at += 1) {
    // The sum of three is near enough to a normal distribution of variance 1/4.
    const hiss = (random() + random() + random() - 1.5) * 2 * noise
    taken[at] = at < mutedS * sourceRate ? 0 : ((taken[at] ?? 0) + hiss) * gain
  }
  return taken
}

/** Writes samples as a sound file, or with `codec` (ffmpeg's options, which end with none of the file) and a small picture as a video. */
export function writeRecording(
  outPath: string,
  samples: Float32Array,
  { filter, codec }: { filter?: string; codec?: readonly string[] } = {}
) {
  const rawPath = path.join(path.dirname(outPath), `${path.basename(outPath)}.f32`)
  writeFileSync(rawPath, new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
  const sound = ['-f', 'f32le', '-ar', String(sourceRate), '-ac', '1', '-i', rawPath]
  const seconds = samples.length / sourceRate
  const picture = codec === undefined ? [] : ['-f', 'lavfi', '-i', `color=gray:s=64x48:r=30:d=${seconds}`, '-map', '1:v', '-map', '0:a']
  const filters = filter === undefined ? [] : ['-af', filter]
  execFileSync(ffmpeg, ['-v', 'error', '-nostdin', ...sound, ...picture, ...filters, ...(codec ?? []), '-y', outPath])
  rmSync(rawPath)
}
