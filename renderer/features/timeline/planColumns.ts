import type { BucketState, Waveform } from '#shared/model/overview'
import type { TimeView } from './timeScale'

/** One column of the waveform: how high the sound is above and below the middle, 0 to 1, and what there is. */
export interface SoundColumn {
  up: number
  down: number
  state: BucketState
}

/** The quietest sound that rises above the line, in decibels below full scale; speech at some distance is about -40. */
const floorDb = 66

/** The height of a sample on a scale of decibels, so that speech far away is seen beside a shout: 0 to 1. */
export function heightOf(sample: number): number {
  const level = Math.abs(sample)
  return level === 0 ? 0 : Math.max(0, Math.min(1, 1 + (20 * Math.log10(level)) / floorDb))
}

/**
 * The columns of a view out of buckets that need not be those of the view: of several on one column the loudest counts. Columns that the
 * buckets do not reach are `unread`.
 */
export function planColumns(waveform: Waveform, view: TimeView, columnCount: number): readonly SoundColumn[] {
  const bucketSpanUs = (waveform.toUs - waveform.fromUs) / Math.max(1, waveform.state.length)
  const columnUs = (view.endUs - view.startUs) / columnCount
  return Array.from({ length: columnCount }, (_, column) => {
    const from = (view.startUs + column * columnUs - waveform.fromUs) / bucketSpanUs
    const first = Math.floor(from)
    const end = Math.max(first + 1, Math.ceil(from + columnUs / bucketSpanUs))
    let low = 0
    let high = 0
    let state: BucketState = 'unread'
    for (let index = Math.max(0, first); index < Math.min(end, waveform.state.length); index++) {
      low = Math.min(low, waveform.min[index] ?? 0)
      high = Math.max(high, waveform.max[index] ?? 0)
      state = louder(state, waveform.state[index] ?? 'unread')
    }
    return { up: heightOf(high), down: heightOf(low), state }
  })
}

const loudness: readonly BucketState[] = ['unread', 'absent', 'silent', 'sound']

function louder(one: BucketState, other: BucketState): BucketState {
  return loudness.indexOf(other) > loudness.indexOf(one) ? other : one
}
