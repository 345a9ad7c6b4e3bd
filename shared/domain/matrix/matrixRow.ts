import type { Report } from '../../model/report'
import type { MatrixCell } from './planCell'
import type { MatrixEvent } from './planEvents'

/** One column: all footage of the case, or one report. */
export type MatrixAccount = { type: 'footage' } | { type: 'report'; report: Report }

/** One event with its cells, in the order of the accounts. */
export interface MatrixRow {
  event: MatrixEvent
  cells: readonly MatrixCell[]
}
