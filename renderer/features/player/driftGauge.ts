/** How long a measured picture counts. */
const windowMs = 300

/** How far a clock is from another, out of what single pictures told of it. */
export interface DriftGauge {
  /** Takes in one picture: what it shows less what it should show, in microseconds, and when it came on screen. */
  add: (errorUs: number, atMs: number) => void
  /** From an instant on the clock runs too fast by this share of the speed of time, e.g. because it is nudged. */
  runOff: (excess: number, atMs: number) => void
  /** The error at an instant, in microseconds; null before the first picture. */
  errorUs: (atMs: number) => number | null
  /** Forgets all, e.g. after a seek. */
  clear: () => void
}

/**
 * Measures a clock by its pictures. A picture can come on screen late, never early: the one that came least late tells most. What
 * the clock was made to run off by since then is counted in.
 */
export function createDriftGauge(): DriftGauge {
  let samples: { errorUs: number; atMs: number }[] = []
  let run = { excess: 0, sinceMs: 0, beforeUs: 0 }
  const runOffUs = (atMs: number) => run.beforeUs + run.excess * (atMs - run.sinceMs) * 1000
  return {
    add: (errorUs, atMs) => {
      samples = [...samples.filter((sample) => sample.atMs > atMs - windowMs), { errorUs: errorUs - runOffUs(atMs), atMs }]
    },
    runOff: (excess, atMs) => {
      run = { excess, sinceMs: atMs, beforeUs: runOffUs(atMs) }
    },
    errorUs: (atMs) => (samples.length === 0 ? null : Math.max(...samples.map(({ errorUs }) => errorUs)) + runOffUs(atMs)),
    clear: () => {
      samples = []
    }
  }
}
