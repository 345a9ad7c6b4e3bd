/** One round of a row: what it was for the yardstick and for the app, in one unit, e.g. milliseconds or bytes. */
export interface Round {
  yardstick: number
  ours: number
}

/** One line of the bench. */
export interface BenchRow {
  name: string
  /** The most that ours may be, as a multiple of the yardstick. */
  limit: number
  /** How often it is measured; the medians count. */
  runs: number
  unit: 'ms' | 'MB' | 'frames'
  /** Prepares what is measured, then measures round after round, the yardstick and ours in turn, and clears up. */
  run: (runs: number) => Promise<Round[]>
}
