import type { BucketState, Waveform } from '#shared/model/overview'
import { absentHigh, absentLow, bucketUs, coarseFactor, kindOf } from './soundBuckets'

/** Where the buckets of a sound are read from. */
export interface BucketSource {
  /** Fine buckets that can be read. */
  fineCount: number
  /** Low and high of fine buckets from `first` on, `count` of them. */
  readFine: (first: number, count: number) => Promise<Int16Array>
  readCoarse: () => Promise<Int16Array>
  /** Whether there is more to come: what is not there is then `unread`, and otherwise `absent`. */
  isWhole: boolean
}

/** Fine buckets in one answer of at most this length are read one by one; longer ones are read in coarse buckets first. */
const mostFineRead = 400_000

/**
 * A stretch of a sound in at most `bucketCount` buckets of equal length. Every sample of the stretch is in one of them, so that the
 * shortest sound is seen at any zoom.
 */
export async function readBuckets(source: BucketSource, fromUs: number, toUs: number, bucketCount: number): Promise<Waveform> {
  const endUs = Math.max(fromUs + 1, toUs)
  const firstFine = Math.floor(fromUs / bucketUs)
  const endFine = Math.ceil(endUs / bucketUs)
  const count = Math.min(bucketCount, Math.max(1, Math.ceil((endUs - fromUs) / bucketUs)))
  const isCoarse = Math.min(endFine, source.fineCount) - firstFine > mostFineRead
  const factor = isCoarse ? coarseFactor : 1
  const first = Math.floor(firstFine / factor)
  const values = isCoarse
    ? (await source.readCoarse()).subarray(first * 2)
    : await source.readFine(first, Math.max(0, Math.min(endFine, source.fineCount) - first))
  const known = first + values.length / 2
  const waveform: Waveform = { fromUs, toUs: endUs, min: [], max: [], state: [] }
  const spanUs = (endUs - fromUs) / count
  for (let index = 0; index < count; index++) {
    const startUs = fromUs + index * spanUs
    const begin = Math.floor(startUs / bucketUs / factor)
    const end = Math.max(begin + 1, Math.ceil((startUs + spanUs) / bucketUs / factor - 1e-9))
    let low = absentLow
    let high = absentHigh
    for (let at = begin; at < Math.min(end, known); at++) {
      low = Math.min(low, values[(at - first) * 2] ?? absentLow)
      high = Math.max(high, values[(at - first) * 2 + 1] ?? absentHigh)
    }
    const kind: BucketState = begin >= known && !source.isWhole ? 'unread' : kindOf(low, high)
    const isHeard = kind === 'sound' || kind === 'silent'
    waveform.state.push(kind)
    waveform.min.push(isHeard ? low / 32_768 : 0)
    waveform.max.push(isHeard ? high / 32_768 : 0)
  }
  return waveform
}
