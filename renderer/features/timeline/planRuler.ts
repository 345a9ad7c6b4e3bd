import { fractionOf, type TimeView } from './timeScale'

/** A line of the ruler: microseconds of the footage, and its place from 0 (left) to 1 (right). */
export interface RulerTick {
  timeUs: number
  fraction: number
}

/** Distances between two lines, in milliseconds, that read well on a clock. */
const stepsMs = [
  100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000, 7_200_000
]

/**
 * The lines of a ruler of `widthPx` with at least `apartPx` between two. `originMs` is the wall-clock time of the footage's
 * start in milliseconds, so that lines fall on whole seconds or minutes of the clock; 0 counts from the footage's start.
 */
export function planRuler(view: TimeView, widthPx: number, apartPx: number, originMs: number): { stepMs: number; ticks: RulerTick[] } {
  const spanMs = (view.endUs - view.startUs) / 1000
  const leastMs = widthPx > 0 ? (spanMs * apartPx) / widthPx : spanMs
  const stepMs = stepsMs.find((step) => step >= leastMs) ?? Math.ceil(leastMs / 3_600_000) * 3_600_000
  const ticks: RulerTick[] = []
  for (let ms = Math.ceil((originMs + view.startUs / 1000) / stepMs) * stepMs; ms <= originMs + view.endUs / 1000; ms += stepMs) {
    const timeUs = Math.round((ms - originMs) * 1000)
    ticks.push({ timeUs, fraction: fractionOf(view, timeUs) })
  }
  return { stepMs, ticks }
}
