/** One figure of the evaluation. */
export interface EvalFigure {
  name: string
  /** A share from 0 to 1 (precision, recall, F1, share handled right) unless the name says otherwise; more is better. */
  value: number
  /** The least that is aimed at. */
  aim?: number
  /** The same figure for a plain way of doing it. */
  baseline?: number
  /** How many cases the figure rests on. */
  count: number
}

/** What is evaluated at once: its figures are printed under its name, e.g. `statements protest`. */
export interface EvalRow {
  name: string
  /** Answers the figures, or in one sentence why they cannot be had, e.g. that the test data are absent. */
  run: () => Promise<EvalFigure[] | string>
}
