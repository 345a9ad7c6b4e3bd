import type { Difference } from '#shared/model/comparison'
import type { Instant } from '#shared/model/primitives'
import type { Passage, Statement } from '#shared/model/report'
import type { Tag } from '#shared/model/tag'
import type { CaseRecords } from '../../stores/caseStore'

/** What of a difference's evidence is newer than its disposition. */
export interface ChangedGround {
  tags: Tag[]
  statements: Statement[]
  passages: Passage[]
}

/**
 * The records that a difference rests on and that were made or changed after it was settled at `settledAt`. All empty where none was: then
 * it is the clock, the cameras, or a rule's own ground that changed.
 */
export function planChangedGround(
  { sides }: Pick<Difference, 'sides'>,
  settledAt: Instant,
  records: Pick<CaseRecords, 'tags' | 'statements' | 'passages'>
): ChangedGround {
  const since = <Row extends { updatedAt: Instant }>(ids: readonly string[], rows: ReadonlyMap<string, Row>): Row[] =>
    [...new Set(ids)].flatMap((id) => rows.get(id) ?? []).filter(({ updatedAt }) => updatedAt > settledAt)
  return {
    tags: since(
      sides.flatMap(({ tagIds }) => tagIds),
      records.tags
    ),
    statements: since(
      sides.flatMap(({ statementIds }) => statementIds),
      records.statements
    ),
    passages: since(
      sides.flatMap(({ passageIds }) => passageIds),
      records.passages
    )
  }
}
