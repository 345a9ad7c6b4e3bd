import FFT from 'fft.js'
import { setImmediate } from 'node:timers/promises'
import { leastOverlapS } from './findCandidates'
import { samplesPerSecond, type RawSound } from './rawSound'
import type { SoundFeatures } from './readFeatures'

/** One recording as it is compared: its features, and its samples where they are needed. */
export interface HeardRecording {
  features: SoundFeatures
  sound: RawSound
}

/** Where one stretch of sound was found again. Seconds of either recording; `peak` in standard deviations of what lies around it. */
export interface WindowMatch {
  footageS: number
  referenceS: number
  peak: number
}

const longestWindowS = 6
const windowsPerOverlap = 5
/** How far two camera clocks may run apart while a window is looked for. */
const greatestDrift = 150e-6
const leastRadiusS = 0.06
const mostRadiusS = 4
const lowestHz = 150
const highestHz = 3400
/** The peak itself, left out of what it is compared with. */
const peakRadiusS = 0.004

/**
 * Looks for up to `mostWindows` stretches of `footage`, spread over what both recordings hold at this lag (seconds), in `reference`:
 * by the phase of each frequency (GCC-PHAT), so that neither loudness nor the sound of a microphone counts.
 */
export async function matchWindows(
  reference: HeardRecording,
  footage: HeardRecording,
  lagS: number,
  mostWindows: number,
  signal: AbortSignal
): Promise<WindowMatch[]> {
  const fromS = Math.max(0, -lagS)
  const toS = Math.min(footage.sound.sampleCount, reference.sound.sampleCount - lagS * samplesPerSecond) / samplesPerSecond
  const overlapS = Math.min(toS, footage.sound.sampleCount / samplesPerSecond) - fromS
  if (overlapS < leastOverlapS) return []
  const windowS = Math.min(longestWindowS, overlapS / windowsPerOverlap)
  const count = Math.min(mostWindows, Math.floor(overlapS / windowS))
  const radiusS = Math.min(mostRadiusS, leastRadiusS + 1 / footage.features.framesPerSecond + greatestDrift * overlapS)
  const correlate = createPhaseCorrelator(windowS, radiusS)
  const matches: WindowMatch[] = []
  for (let index = 0; index < count; index += 1) {
    signal.throwIfAborted()
    const segmentS = overlapS / count
    const startS = liveliest(reference.features, footage.features, lagS, fromS + index * segmentS, segmentS, windowS)
    const found = await correlate(reference.sound, footage.sound, startS, lagS)
    if (found !== null) matches.push(found)
    await setImmediate()
  }
  return matches
}

/** Where within a segment both recordings have most to hear: the start of a window, in seconds of `footage`. */
function liveliest(reference: SoundFeatures, footage: SoundFeatures, lagS: number, fromS: number, segmentS: number, windowS: number) {
  const rate = footage.framesPerSecond
  const stepS = Math.max(0.25, (segmentS - windowS) / 40)
  let best = { startS: fromS, score: -1 }
  for (let startS = fromS; startS <= fromS + segmentS - windowS + 1e-9; startS += stepS) {
    const score = activity(footage, startS * rate, windowS * rate) * activity(reference, (startS + lagS) * rate, windowS * rate)
    if (score > best.score) best = { startS, score }
  }
  return best.startS
}

function activity({ bands }: SoundFeatures, from: number, count: number): number {
  let sum = 0
  for (const band of bands) for (let at = Math.round(from); at < from + count; at += 1) sum += Math.max(0, band[at] ?? 0)
  return sum
}

function createPhaseCorrelator(windowS: number, radiusS: number) {
  const radius = Math.ceil(radiusS * samplesPerSecond)
  const length = Math.floor(windowS * samplesPerSecond)
  const size = 2 ** Math.ceil(Math.log2(length + 2 * radius))
  const fft = new FFT(size)
  const spectrum = new Float64Array(2 * size)
  const other = new Float64Array(2 * size)
  const correlation = new Float64Array(2 * size)
  const padded = (samples: Float64Array) => {
    const input = new Float64Array(size)
    input.set(samples)
    return input
  }
  return async (reference: RawSound, footage: RawSound, startS: number, lagS: number): Promise<WindowMatch | null> => {
    const start = Math.round(startS * samplesPerSecond)
    const lag = Math.round(lagS * samplesPerSecond)
    const window = await footage.read(start, length)
    const around = await reference.read(start + lag - radius, length + 2 * radius)
    if (isSilent(window) || isSilent(around)) return null
    fft.realTransform(spectrum, padded(around))
    fft.realTransform(other, padded(window))
    keepPhases(spectrum, other, size)
    fft.completeSpectrum(spectrum)
    fft.inverseTransform(correlation, spectrum)
    const { at, peak } = findPeak(correlation, 2 * radius + 1)
    const middleS = (start + length / 2) / samplesPerSecond
    return { footageS: middleS, referenceS: middleS + (lag - radius + at) / samplesPerSecond, peak }
  }
}

/** Leaves in `a` only by how much each frequency of `b` comes earlier: the cross-spectrum, each part of it equally strong. */
function keepPhases(a: Float64Array, b: Float64Array, size: number): void {
  const lowest = Math.ceil((lowestHz * size) / samplesPerSecond)
  const highest = Math.floor((highestHz * size) / samplesPerSecond)
  for (let bin = 0; bin <= size / 2; bin += 1) {
    const aRe = a[2 * bin] ?? 0
    const aIm = a[2 * bin + 1] ?? 0
    const bRe = b[2 * bin] ?? 0
    const bIm = b[2 * bin + 1] ?? 0
    const re = aRe * bRe + aIm * bIm
    const im = aIm * bRe - aRe * bIm
    const strength = Math.hypot(re, im)
    const isKept = bin >= lowest && bin <= highest && strength > 1e-12
    a[2 * bin] = isKept ? re / strength : 0
    a[2 * bin + 1] = isKept ? im / strength : 0
  }
}

/** The highest of the first `count` real parts, to a fraction of a sample, and by how many standard deviations it stands out. */
function findPeak(correlation: Float64Array, count: number): { at: number; peak: number } {
  const value = (at: number) => correlation[2 * at] ?? 0
  let top = 0
  for (let at = 1; at < count; at += 1) if (value(at) > value(top)) top = at
  const near = Math.ceil(peakRadiusS * samplesPerSecond)
  let square = 0
  let others = 0
  for (let at = 0; at < count; at += 1) {
    if (Math.abs(at - top) <= near) continue
    square += value(at) ** 2
    others += 1
  }
  const deviation = Math.sqrt(square / Math.max(1, others))
  const curve = top > 0 ? value(top - 1) - 2 * value(top) + value(top + 1) : 0
  const shift = curve < 0 ? (value(top - 1) - value(top + 1)) / (2 * curve) : 0
  return { at: top + Math.max(-0.5, Math.min(0.5, shift)), peak: deviation === 0 ? 0 : value(top) / deviation }
}

function isSilent(samples: Float64Array): boolean {
  return samples.every((sample) => Math.abs(sample) < 1e-4)
}
