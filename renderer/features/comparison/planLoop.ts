/** What a player repeats, in seconds of the footage. */
export interface Loop {
  startS: number
  endS: number
}

const marginUs = 1_500_000

/** A moment or range with 1.5 s before and after it, as far as the footage goes. Times are microseconds of the footage. */
export function planLoop(tag: { startUs: number; endUs: number | null }, durationUs: number): Loop {
  const startUs = Math.max(0, tag.startUs - marginUs)
  const endUs = Math.min(durationUs, (tag.endUs ?? tag.startUs) + marginUs)
  return { startS: startUs / 1e6, endS: Math.max(startUs, endUs) / 1e6 }
}
