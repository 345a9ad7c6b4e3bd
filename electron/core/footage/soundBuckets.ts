/** A bucket is the lowest and the highest of the samples of 10 ms, two 16-bit numbers; one without samples has them the wrong way round. */
export const bucketUs = 10_000
const bucketsPerSecond = 1_000_000 / bucketUs
export const absentLow = 32_767
export const absentHigh = -32_768

/** Fine buckets that one coarse bucket stands for: 2.56 s. */
export const coarseFactor = 256

/** Sound that lies this near to where it follows on is taken to follow on: containers round times. */
const toleranceUs = 20_000
/** The least that is worth telling of as a quiet stretch. */
const leastSilentUs = 500_000
const leastAbsentUs = 100_000
const mostStretches = 1000

export interface Stretch {
  kind: 'silent' | 'absent'
  startUs: number
  endUs: number
}

/** What is said of a bucket, or of several taken together. All its samples are the same, but for the last bit: that is digital silence. */
export function kindOf(low: number, high: number): 'sound' | 'silent' | 'absent' {
  return low > high ? 'absent' : high - low <= 1 ? 'silent' : 'sound'
}

/** Takes the samples of a sound in, and hands its buckets on, so that a sound of any length costs the same memory but for its coarse buckets. */
export interface SoundBuckets {
  /** Takes samples; `startUs` is footage time. What lies before time 0, beyond the limit, or on what was taken already, is left out. */
  add: (samples: Int16Array, samplesPerSecond: number, startUs: number) => void
  /** Closes the last bucket and fills up to the end of the footage with `absent`. */
  end: () => void
  /** Low and high of each whole coarse bucket so far. */
  coarse: () => Int16Array
  /** Whole fine buckets so far. */
  count: () => number
  stretches: () => Stretch[]
}

/**
 * Makes the buckets of a sound. `write` is given low and high of fine buckets in order, to be kept before it returns;
 * `limitUs` is where the footage ends: no bucket is made beyond it, whatever times a file claims.
 */
export function createSoundBuckets(limitUs: number, write: (lowsAndHighs: Int16Array) => void): SoundBuckets {
  const mostBuckets = Math.ceil(limitUs / bucketUs)
  const fine = new Int16Array(2 * 512)
  let fineFilled = 0
  const coarse: number[] = []
  let bucket = 0
  let low = absentLow
  let high = absentHigh
  let coarseLow = absentLow
  let coarseHigh = absentHigh
  /** Samples since time 0 at the rate of the sound. */
  let position = 0
  let rate = 0
  const stretches: Stretch[] = []
  let open: Stretch | null = null

  function flush(): void {
    write(fine.subarray(0, fineFilled))
    fineFilled = 0
  }

  function note(kind: 'sound' | 'silent' | 'absent'): void {
    const startUs = bucket * bucketUs
    if (open !== null && open.kind !== kind) closeStretch(startUs)
    if (open === null && kind !== 'sound') open = { kind, startUs, endUs: startUs }
  }

  function closeStretch(endUs: number): void {
    if (open !== null && endUs - open.startUs >= (open.kind === 'silent' ? leastSilentUs : leastAbsentUs)) {
      stretches.push({ ...open, endUs: Math.min(endUs, limitUs) })
      if (stretches.length > 2 * mostStretches) keepLongest(stretches)
    }
    open = null
  }

  function closeBucket(): void {
    note(kindOf(low, high))
    fine[fineFilled] = low
    fine[fineFilled + 1] = high
    fineFilled += 2
    coarseLow = Math.min(coarseLow, low)
    coarseHigh = Math.max(coarseHigh, high)
    bucket += 1
    if (bucket % coarseFactor === 0) closeCoarse()
    if (fineFilled === fine.length) flush()
    low = absentLow
    high = absentHigh
  }

  function closeCoarse(): void {
    coarse.push(coarseLow, coarseHigh)
    coarseLow = absentLow
    coarseHigh = absentHigh
  }

  /** Where the samples from `position` on begin in what was handed in. */
  function place(startUs: number, samplesPerSecond: number): number {
    if (rate !== samplesPerSecond) {
      position = Math.round((position * samplesPerSecond) / (rate === 0 ? samplesPerSecond : rate))
      rate = samplesPerSecond
    }
    const start = Math.round((startUs * rate) / 1e6)
    const tolerance = (toleranceUs * rate) / 1e6
    if (start > position + tolerance) {
      position = start
      const target = Math.min(mostBuckets, Math.floor((start * bucketsPerSecond) / rate))
      while (bucket < target) closeBucket()
    }
    return start < position - tolerance ? position - start : 0
  }

  return {
    add: (samples, samplesPerSecond, startUs) => {
      let index = place(startUs, samplesPerSecond)
      while (index < samples.length && bucket < mostBuckets) {
        const bucketEnd = Math.ceil(((bucket + 1) * rate) / bucketsPerSecond)
        const end = Math.min(samples.length, index + bucketEnd - position)
        let lowest = low
        let highest = high
        position += Math.max(0, end - index)
        for (; index < end; index++) {
          const sample = samples[index] ?? 0
          if (sample < lowest) lowest = sample
          if (sample > highest) highest = sample
        }
        low = lowest
        high = highest
        if (position >= bucketEnd) closeBucket()
      }
    },
    end: () => {
      while (bucket < mostBuckets) closeBucket()
      closeStretch(bucket * bucketUs)
      if (bucket % coarseFactor !== 0) closeCoarse()
      flush()
      keepLongest(stretches)
    },
    coarse: () => Int16Array.from(coarse),
    count: () => bucket - fineFilled / 2,
    stretches: () => stretches.slice(0, mostStretches)
  }
}

function keepLongest(stretches: Stretch[]): void {
  if (stretches.length <= mostStretches) return
  const kept = stretches.toSorted((one, other) => other.endUs - other.startUs - (one.endUs - one.startUs)).slice(0, mostStretches)
  stretches.splice(0, stretches.length, ...kept.sort((one, other) => one.startUs - other.startUs))
}
