import FFT from 'fft.js'
import { setImmediate } from 'node:timers/promises'
import { samplesPerSecond, type RawSound } from './rawSound'

/** How loud each band of a recording is over time, beside what is usual around that moment. */
export interface SoundFeatures {
  framesPerSecond: number
  frameCount: number
  /** One array per band, of one number per frame: 0 where nothing stands out, -3 to 3. */
  bands: readonly Float32Array[]
  /** Share of the frames that hold any sound at all, 0 to 1. */
  audibleShare: number
}

/** Windows of 32 ms, a hundred a second. */
const windowSize = 256
const hopSize = 80
const finestFramesPerSecond = samplesPerSecond / hopSize
/** As many frames as a recording is told in, so that a day costs no more memory than an hour and a half. */
const mostFrames = 2 ** 19
/** Edges of the bands in Hz; an even number of bands, since they are correlated in pairs. */
const edgesHz = [150, 300, 600, 1000, 1700, 2600, 3600]
const hopsPerRead = 1000
/** Below this power a band is silent: a little above what 16 bits can tell. */
const leastPower = 1e-6
const usualOverS = 1
const greatest = 3

/** The frames per second at which recordings of this length are told. */
export function coarseRate(longestS: number): number {
  let rate = finestFramesPerSecond
  while (longestS * rate > mostFrames) rate /= 2
  return rate
}

/** Reads a whole recording, a piece at a time, into its features. */
export async function readFeatures(sound: RawSound, framesPerSecond: number, signal: AbortSignal): Promise<SoundFeatures> {
  const hopsPerFrame = Math.round(finestFramesPerSecond / framesPerSecond)
  const frameCount = Math.floor(sound.sampleCount / hopSize / hopsPerFrame)
  const powers = edgesHz.slice(1).map(() => new Float32Array(frameCount))
  const measure = createPowerMeter()
  const hopCount = frameCount * hopsPerFrame
  for (let firstHop = 0; firstHop < hopCount; firstHop += hopsPerRead) {
    signal.throwIfAborted()
    const hops = Math.min(hopsPerRead, hopCount - firstHop)
    const samples = await sound.read(firstHop * hopSize, hops * hopSize + windowSize)
    for (let hop = 0; hop < hops; hop += 1) {
      const frame = Math.floor((firstHop + hop) / hopsPerFrame)
      measure(samples, hop * hopSize).forEach((power, band) => {
        const ofBand = powers[band]
        if (ofBand !== undefined) ofBand[frame] = (ofBand[frame] ?? 0) + power / hopsPerFrame
      })
    }
    await setImmediate()
  }
  let audibleCount = 0
  for (let frame = 0; frame < frameCount; frame += 1) if (powers.some((band) => (band[frame] ?? 0) > leastPower)) audibleCount += 1
  for (const band of powers) {
    standOut(band, Math.round(usualOverS * framesPerSecond))
    await setImmediate()
  }
  return { framesPerSecond, frameCount, bands: powers, audibleShare: frameCount === 0 ? 0 : audibleCount / frameCount }
}

/** Measures the power of each band in the window that begins at a sample. */
function createPowerMeter(): (samples: Float64Array, from: number) => readonly number[] {
  const fft = new FFT(windowSize)
  const hann = Float64Array.from({ length: windowSize }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / windowSize))
  const input = new Float64Array(windowSize)
  const spectrum = new Float64Array(2 * windowSize)
  const bins = edgesHz.map((hz) => Math.round((hz * windowSize) / samplesPerSecond))
  const powers = edgesHz.slice(1).map(() => 0)
  return (samples, from) => {
    for (let at = 0; at < windowSize; at += 1) input[at] = (samples[from + at] ?? 0) * (hann[at] ?? 0)
    fft.realTransform(spectrum, input)
    for (let band = 0; band < powers.length; band += 1) {
      let power = 0
      const end = bins[band + 1] ?? 0
      for (let bin = bins[band] ?? 0; bin < end; bin += 1) power += (spectrum[2 * bin] ?? 0) ** 2 + (spectrum[2 * bin + 1] ?? 0) ** 2
      powers[band] = power / windowSize
    }
    return powers
  }
}

/** Turns powers, in place, into how far their logarithm lies from its mean over `radius` frames either side, in standard deviations. */
function standOut(band: Float32Array, radius: number): void {
  const count = band.length
  const sums = new Float64Array(count + 1)
  for (let at = 0; at < count; at += 1) sums[at + 1] = (sums[at] ?? 0) + Math.log((band[at] ?? 0) + leastPower)
  let square = 0
  for (let at = 0; at < count; at += 1) {
    const from = Math.max(0, at - radius)
    const to = Math.min(count, at + radius + 1)
    const mean = ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from)
    const value = (sums[at + 1] ?? 0) - (sums[at] ?? 0) - mean
    band[at] = value
    square += value * value
  }
  const deviation = Math.sqrt(square / Math.max(1, count))
  if (deviation === 0) return
  for (let at = 0; at < count; at += 1) band[at] = Math.max(-greatest, Math.min(greatest, (band[at] ?? 0) / deviation))
}
