/**
 * How a camera stands beside the large one: `apart` without a clock in common, `before` and `after` outside its recording,
 * `together` less than one frame away, else `behind` or `ahead`.
 */
export type FollowState = 'apart' | 'before' | 'after' | 'together' | 'behind' | 'ahead'

/** Where a camera that follows the large one is, and where it should be. Times are microseconds of its own footage. */
export interface FollowSituation {
  /** What it should show now; null where it has no clock in common with the large camera. */
  wantedUs: number | null
  durationUs: number
  /** How fast it should run, 0 to 4; 0 while the large camera stands still or goes back. */
  rate: number
  /** What it shows less what it should show, as measured; null where no picture was measured yet. */
  errorUs: number | null
  /** How long one frame of the slower of the two cameras lasts. */
  frameUs: number
  /** Since its last seek while it ran; `Infinity` where there was none. */
  sinceSeekMs: number
  /** How long its seeks take. */
  seekCostMs: number
}

/** What to do with it: the rate to run at (0: stand still), and where to seek first, or null. */
export interface FollowPlan {
  state: FollowState
  rate: number
  seekToUs: number | null
}

/** An error that is nudged away is gone after about this long. */
const horizonMs = 500
/** Nobody hears a camera that follows, so that it may run much faster or slower for a moment. */
const greatestNudge = 0.3
/** What a nudge would need longer for than this is put right by a seek. */
const patienceMs = 1500
/** In frames of the slower camera: below the first nothing is done, and a seek is for what lies above the others. */
const calmFrames = 0.1
const leastSeekFrames = 3
const mostSeekFrames = 12
const leastSeekGapMs = 700

/**
 * Plans what a camera does to stay with the large one: small errors are nudged away by its rate, greater ones by a seek, which aims
 * ahead by the time that a seek takes. Seeks keep a distance, so that a slow machine still shows pictures between them.
 */
export function planFollow({ wantedUs, durationUs, rate, errorUs, frameUs, sinceSeekMs, seekCostMs }: FollowSituation): FollowPlan {
  if (wantedUs === null) return { state: 'apart', rate: 0, seekToUs: null }
  if (wantedUs < 0) return { state: 'before', rate: 0, seekToUs: 0 }
  if (wantedUs > durationUs) return { state: 'after', rate: 0, seekToUs: null }
  const state = errorUs === null ? 'behind' : stateOf(errorUs, frameUs)
  if (rate === 0) return { state, rate, seekToUs: wantedUs }
  if (errorUs === null) return { state, rate, seekToUs: null }
  if (Math.abs(errorUs) > seekAboveUs(rate, frameUs) && sinceSeekMs >= Math.max(leastSeekGapMs, 3 * seekCostMs)) {
    return { state, rate, seekToUs: Math.min(durationUs, Math.round(wantedUs + rate * seekCostMs * 1000)) }
  }
  if (Math.abs(errorUs) <= calmFrames * frameUs) return { state, rate, seekToUs: null }
  const nudge = Math.min(greatestNudge, Math.max(-greatestNudge, -errorUs / (rate * horizonMs * 1000)))
  return { state, rate: rate * (1 + nudge), seekToUs: null }
}

/** Whether a camera that is off by `errorUs` still stands together with one whose frames, or its own, last `frameUs`. */
export function stateOf(errorUs: number, frameUs: number): 'together' | 'behind' | 'ahead' {
  if (Math.abs(errorUs) < frameUs) return 'together'
  return errorUs < 0 ? 'behind' : 'ahead'
}

function seekAboveUs(rate: number, frameUs: number): number {
  const nudgedUs = greatestNudge * rate * patienceMs * 1000
  return Math.min(mostSeekFrames * frameUs, Math.max(leastSeekFrames * frameUs, nudgedUs))
}
