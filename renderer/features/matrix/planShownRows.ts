import type { MatrixRow } from '#shared/domain/matrix/matrixRow'
import type { ComparedState } from '#shared/domain/matrix/planCell'
import type { StatementKind } from '#shared/model/report'
import type { TagKind } from '#shared/model/tag'

/** Events of one kind, told by footage or by a report; or only those that no moment is tagged for. */
export type EventFilter = TagKind | 'statements' | 'all'

/** A threat is told of where resistance is; everything else has a kind of tag by its own name. */
const kindOfStatement = (kind: StatementKind): TagKind => (kind === 'threat' ? 'resistance' : kind)

/** The kind of an event, by the kinds of tags. */
export function kindOf({ event }: Pick<MatrixRow, 'event'>): TagKind {
  return event.type === 'moment' ? event.tags[0].details.kind : kindOfStatement(event.statement.kind)
}

/** The rows of the kind wanted in which some account comes to the state wanted; `state` null for any. They keep their order. */
export function planShownRows(rows: readonly MatrixRow[], filter: EventFilter, state: ComparedState | null): readonly MatrixRow[] {
  if (filter === 'all' && state === null) return rows
  return rows.filter((row) => {
    const isKind = filter === 'all' || (filter === 'statements' ? row.event.type === 'statement' : kindOf(row) === filter)
    return isKind && (state === null || row.cells.some((cell) => cell.state === state))
  })
}
