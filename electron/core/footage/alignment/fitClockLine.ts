import type { WindowMatch } from './matchWindows'

/** How the time of one recording runs on that of another: `referenceS = offsetS + footageS × (1 + drift)`. */
export interface ClockLine {
  offsetS: number
  /** 0 where it cannot be told from none. */
  drift: number
  /** The windows that lie on the line. */
  agreeing: readonly WindowMatch[]
}

/** Half a frame: two people at different distances from what is heard make no more of it. */
const toleratedS = 0.015
const greatestDrift = 200e-6
/** Drift is told only of recordings that are long enough for it to show, and only where it exceeds its own uncertainty. */
const leastDriftSpanS = 120
const leastDriftWindows = 5
const leastDriftErrors = 4

/** The line that most windows lie on, then the best through those. Pure. Null without windows. */
export function fitClockLine(windows: readonly WindowMatch[]): ClockLine | null {
  let best: WindowMatch[] = []
  for (const one of windows) {
    for (const other of windows) {
      const spanS = other.footageS - one.footageS
      const slope = spanS >= leastDriftSpanS ? (lagOf(other) - lagOf(one)) / spanS : 0
      if (spanS < 0 || Math.abs(slope) > greatestDrift) continue
      const agreeing = windows.filter((window) => {
        const expectedS = lagOf(one) + slope * (window.footageS - one.footageS)
        return Math.abs(lagOf(window) - expectedS) <= toleratedS
      })
      if (agreeing.length > best.length || (agreeing.length === best.length && totalPeak(agreeing) > totalPeak(best))) best = agreeing
    }
  }
  return best.length === 0 ? null : { ...fitLine(best), agreeing: best }
}

function fitLine(windows: readonly WindowMatch[]): { offsetS: number; drift: number } {
  const middleS = mean(windows.map(({ footageS }) => footageS))
  const meanLagS = mean(windows.map(lagOf))
  const square = sum(windows.map(({ footageS }) => (footageS - middleS) ** 2))
  const slope = square === 0 ? 0 : sum(windows.map((window) => (window.footageS - middleS) * (lagOf(window) - meanLagS))) / square
  const times = windows.map(({ footageS }) => footageS)
  const isLong = windows.length >= leastDriftWindows && Math.max(...times) - Math.min(...times) >= leastDriftSpanS
  if (isLong) {
    const residual = sum(windows.map((window) => (lagOf(window) - meanLagS - slope * (window.footageS - middleS)) ** 2))
    const error = Math.sqrt(residual / (windows.length - 2) / square)
    if (Math.abs(slope) <= greatestDrift && Math.abs(slope) > leastDriftErrors * error) {
      return { offsetS: meanLagS - slope * middleS, drift: slope }
    }
  }
  return { offsetS: median(windows.map(lagOf)), drift: 0 }
}

const lagOf = (window: WindowMatch) => window.referenceS - window.footageS
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length
const totalPeak = (windows: readonly WindowMatch[]) => sum(windows.map(({ peak }) => peak))

/** The middle value; of an even number the mean of the two in the middle. `values` is not empty. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
}
