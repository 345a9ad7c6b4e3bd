import { moments } from './demonstrationScript'

export const samplesPerSecond = 24_000

/** What is said, at seconds of camera A. The pitch tells the voices apart. */
export const spokenLines: readonly { second: number; pitch: number; words: string }[] = [
  { second: 5.5, pitch: 42, words: 'Evening. Stay right there, please.' },
  { second: 9.5, pitch: 62, words: 'I am just walking home.' },
  { second: moments.warning, pitch: 42, words: 'Put your hands behind your back.' },
  { second: 18, pitch: 62, words: 'My hands are right here. What did I do?' },
  { second: 22.5, pitch: 40, words: 'Hands behind your back. Now.' },
  { second: 32, pitch: 64, words: 'Okay. Okay. I am not moving.' },
  { second: 46, pitch: 85, words: 'Hey! He is not doing anything!' },
  { second: moments.handcuffing + 0.5, pitch: 42, words: 'Give me your other hand.' },
  { second: moments.aidCall, pitch: 42, words: 'Dispatch, send E M S to Main Street. One male, cut over the eye.' },
  { second: 70, pitch: 42, words: 'Stay seated.' }
]

/** One spoken line as sound; null where no voice is at hand. */
export interface SpokenLine {
  second: number
  samples: Float32Array | null
}

/**
 * Mixes the sound of one camera: the street at night, the words, and a dull thud for the takedown and each strike. A line without a
 * voice is a short soft tone. Pure: the same lines give the same sound.
 */
export function mixSoundtrack(
  lines: readonly SpokenLine[],
  camera: { offsetSeconds: number; durationSeconds: number; loudness: number }
): Float32Array {
  const sound = new Float32Array(Math.round(camera.durationSeconds * samplesPerSecond))
  addStreetNoise(sound)
  for (const line of lines) addAt(sound, line.second - camera.offsetSeconds, line.samples ?? tone(), camera.loudness)
  for (const second of [moments.takedown + 1.2, ...moments.strikes])
    addAt(sound, second - camera.offsetSeconds, thud(), camera.loudness * 0.8)
  for (let index = 0; index < sound.length; index += 1) sound[index] = Math.max(-1, Math.min(1, sound[index] ?? 0))
  return sound
}

function addAt(sound: Float32Array, second: number, samples: Float32Array, loudness: number): void {
  const start = Math.round(second * samplesPerSecond)
  samples.forEach((sample, index) => {
    const at = start + index
    if (at >= 0 && at < sound.length) sound[at] = (sound[at] ?? 0) + sample * loudness
  })
}

/** Noise that swells slowly, and the hum of a lamp. The hum repeats, so that a long sound is quickly made. */
function addStreetNoise(sound: Float32Array): void {
  const hum = Float32Array.from(
    { length: samplesPerSecond / 60 },
    (_, index) => 0.006 * Math.sin((2 * Math.PI * 60 * index) / samplesPerSecond)
  )
  let seed = 24_118_302
  let low = 0
  for (let start = 0; start < sound.length; start += hum.length) {
    const loudness = 0.09 + 0.03 * Math.sin((start / samplesPerSecond) * 0.4)
    for (let index = 0; index < hum.length && start + index < sound.length; index += 1) {
      seed = (Math.imul(seed, 1664525) + 1013904223) | 0
      low += (seed / 2 ** 31 - low) * 0.04
      sound[start + index] = low * loudness + (hum[index] ?? 0)
    }
  }
}

function thud(): Float32Array {
  return Float32Array.from({ length: samplesPerSecond * 0.25 }, (_, index) => {
    const second = index / samplesPerSecond
    return Math.exp(-second * 18) * Math.sin(2 * Math.PI * (90 - 120 * second) * second)
  })
}

function tone(): Float32Array {
  return Float32Array.from({ length: samplesPerSecond * 0.3 }, (_, index) => {
    const share = index / (samplesPerSecond * 0.3)
    return 0.15 * Math.sin(Math.PI * share) * Math.sin((2 * Math.PI * 520 * index) / samplesPerSecond)
  })
}
