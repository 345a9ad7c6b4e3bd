import type { BenchRow } from './benchRow'

/** What a row came to. `ratio` is the median of ours by the median of the yardstick. */
export interface BenchResult extends Pick<BenchRow, 'name' | 'limit' | 'runs' | 'unit'> {
  ratio: number
  yardstick: number
  ours: number
}

/** Measures one row. */
export async function measure({ name, limit, runs, unit, run }: BenchRow): Promise<BenchResult> {
  const rounds = await run(runs)
  const yardstick = median(rounds.map((round) => round.yardstick))
  const ours = median(rounds.map((round) => round.ours))
  return { name, limit, runs: rounds.length, unit, yardstick, ours, ratio: Math.round((ours / yardstick) * 1000) / 1000 }
}

/** One result in words. */
export function describeResult({ ratio, limit, yardstick, ours, unit, runs }: BenchResult): string {
  const verdict = ratio <= limit ? 'within' : 'OVER'
  // A write takes a few milliseconds, and opening footage seconds.
  const figure = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`
  return `${ratio.toFixed(3)} × (${verdict} ${limit}): ours ${figure(ours)}, yardstick ${figure(yardstick)}, median of ${runs}`
}

/** All results as a table for a terminal. */
export function table(results: readonly BenchResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length))
  return results.map((result) => `${result.name.padEnd(width)}  ${describeResult(result)}\n`).join('')
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2
}
