/** How long a measured picture counts. */
const windowMs = 300

/** The drift of one camera from the large one, out of what single pictures told. */
export interface DriftGauge {
  /** Takes in one picture: what it shows less what it should show, in microseconds, and when it came on screen. */
  add: (errorUs: number, atMs: number) => void
  /** The middle one of the latest errors, in microseconds; null before the first. */
  errorUs: () => number | null
  /** Forgets all, e.g. after a seek. */
  clear: () => void
}

/** Measures a drift by its middle value, since a picture that comes late once says nothing of the clock. */
export function createDriftGauge(): DriftGauge {
  let samples: { errorUs: number; atMs: number }[] = []
  return {
    add: (errorUs, atMs) => {
      samples = [...samples.filter((sample) => sample.atMs > atMs - windowMs), { errorUs, atMs }]
    },
    errorUs: () => {
      const sorted = samples.map((sample) => sample.errorUs).sort((one, other) => one - other)
      const upper = sorted[Math.floor(sorted.length / 2)]
      const lower = sorted[Math.floor((sorted.length - 1) / 2)]
      return upper === undefined || lower === undefined ? null : (upper + lower) / 2
    },
    clear: () => {
      samples = []
    }
  }
}
