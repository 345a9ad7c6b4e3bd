import FFT from 'fft.js'
import { setImmediate } from 'node:timers/promises'
import type { SoundFeatures } from './readFeatures'

const greatestBlock = 2 ** 15
/** Less of both recordings at once says nothing. */
export const leastOverlapS = 3
const apartS = 0.25
const mostCandidates = 8

/**
 * The lags at which two recordings sound most alike, the likeliest first: seconds to add to a time of `footage` for that of `reference`.
 * They are guesses, which only the sound itself can confirm. Worked in blocks, so that the core can answer between two.
 */
export async function findCandidates(reference: SoundFeatures, footage: SoundFeatures, signal: AbortSignal): Promise<number[]> {
  const scores = await correlate(reference, footage, signal)
  const leastFrames = Math.round(leastOverlapS * footage.framesPerSecond)
  const first = footage.frameCount - 1
  for (let at = 0; at < scores.length; at += 1) {
    const lag = at - first
    const overlap = Math.min(reference.frameCount, footage.frameCount + lag) - Math.max(0, lag)
    scores[at] = overlap < leastFrames ? 0 : (scores[at] ?? 0) / Math.sqrt(overlap)
  }
  return pickPeaks(scores, Math.max(1, Math.round(apartS * footage.framesPerSecond))).map((at) => (at - first) / footage.framesPerSecond)
}

/** The sum over all bands and frames of one times the other, at every lag from `1 - footage.frameCount` on. */
async function correlate(reference: SoundFeatures, footage: SoundFeatures, signal: AbortSignal): Promise<Float32Array> {
  const longest = Math.max(reference.frameCount, footage.frameCount)
  const size = Math.min(greatestBlock, 2 ** Math.ceil(Math.log2(Math.max(2, longest))))
  const fft = new FFT(2 * size)
  const references = await spectraOf(reference, size, fft, signal)
  const footages = await spectraOf(footage, size, fft, signal)
  const scores = new Float32Array(Math.max(0, reference.frameCount + footage.frameCount - 1))
  const output = new Float64Array(4 * size)
  for (let apart = 1 - footages.length; apart < references.length; apart += 1) {
    signal.throwIfAborted()
    const product = new Float64Array(4 * size)
    for (let of = Math.max(0, -apart); of < footages.length && of + apart < references.length; of += 1) {
      const pairs = references[of + apart] ?? []
      pairs.forEach((spectrum, pair) => addProduct(product, spectrum, footages[of]?.[pair] ?? spectrum))
    }
    fft.inverseTransform(output, product)
    for (let lag = 1 - size; lag < size; lag += 1) {
      const at = footage.frameCount - 1 + apart * size + lag
      if (at >= 0 && at < scores.length) scores[at] = (scores[at] ?? 0) + (output[2 * ((lag + 2 * size) % (2 * size))] ?? 0)
    }
    await setImmediate()
  }
  return scores
}

/** The spectra of each block of frames. Two bands go into one, as its real and its imaginary part: their correlations come out summed. */
async function spectraOf({ bands, frameCount }: SoundFeatures, size: number, fft: FFT, signal: AbortSignal): Promise<Float32Array[][]> {
  const input = new Float64Array(4 * size)
  const output = new Float64Array(4 * size)
  const blocks: Float32Array[][] = []
  for (let from = 0; from < frameCount; from += size) {
    signal.throwIfAborted()
    const spectra: Float32Array[] = []
    for (let pair = 0; pair < bands.length; pair += 2) {
      input.fill(0)
      for (let at = 0; at < size && from + at < frameCount; at += 1) {
        input[2 * at] = bands[pair]?.[from + at] ?? 0
        input[2 * at + 1] = bands[pair + 1]?.[from + at] ?? 0
      }
      fft.transform(output, input)
      spectra.push(Float32Array.from(output))
    }
    blocks.push(spectra)
    await setImmediate()
  }
  return blocks
}

/** Adds `a` times the conjugate of `b` to a spectrum. */
function addProduct(sum: Float64Array, a: Float32Array, b: Float32Array): void {
  for (let at = 0; at < sum.length; at += 2) {
    const aRe = a[at] ?? 0
    const aIm = a[at + 1] ?? 0
    const bRe = b[at] ?? 0
    const bIm = b[at + 1] ?? 0
    sum[at] = (sum[at] ?? 0) + aRe * bRe + aIm * bIm
    sum[at + 1] = (sum[at + 1] ?? 0) + aIm * bRe - aRe * bIm
  }
}

/** The places of the highest scores that lie at least `apart` from a higher one, highest first. */
function pickPeaks(scores: Float32Array, apart: number): number[] {
  const tops: number[] = []
  for (let from = 0; from < scores.length; from += apart) {
    let top = from
    for (let at = from; at < from + apart && at < scores.length; at += 1) if ((scores[at] ?? 0) > (scores[top] ?? 0)) top = at
    if ((scores[top] ?? 0) > 0) tops.push(top)
  }
  tops.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))
  const kept: number[] = []
  for (const at of tops) {
    if (kept.length === mostCandidates) break
    if (kept.every((other) => Math.abs(other - at) >= apart)) kept.push(at)
  }
  return kept
}
