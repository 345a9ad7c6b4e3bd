import type { Passage, Report, Statement } from '../../model/report'
import type { Tag } from '../../model/tag'
import type { MatrixCell } from './planCell'

/** Something that footage shows: one tag, or the tags of several cameras that mark the same. Earliest first. */
export interface MomentEvent {
  type: 'moment'
  key: string
  tags: readonly [Tag, ...Tag[]]
}

/** Something that a report states and that no tag is tied to. */
export interface StatementEvent {
  type: 'statement'
  key: string
  statement: Statement
  passage: Passage
  /** True where its place among the events follows from its place in the report, not from a time that it states. */
  isPlacedByReading: boolean
}

export type MatrixEvent = MomentEvent | StatementEvent

/** One column: all footage of the case, or one report. */
export type MatrixAccount = { type: 'footage' } | { type: 'report'; report: Report }

/** One event with its cells, in the order of the accounts. */
export interface MatrixRow {
  event: MatrixEvent
  cells: readonly MatrixCell[]
}
