import type { Case, Person } from '../../model/case'
import type { Codebook } from '../../model/codebookSchema'
import type { Footage } from '../../model/footage'
import type { FootageId, PassageId, PersonId, ReportId, StatementId, TagId } from '../../model/ids'
import type { Passage, Report, Statement } from '../../model/report'
import type { Tag } from '../../model/tag'
import type { CaseClock } from '../caseClock'
import { createComparisonIndex } from '../differences/comparisonIndex'
import type { ComparisonInput } from '../differences/comparisonInput'
import { createGraph } from '../differences/derivedGraph'
import { groupBy } from '../differences/grouping'
import type { TiedPair } from '../differences/tiedStatements'

/** The active records of a case as they are now, for one matrix; lists are in the order of their ids. */
export interface MatrixRecords {
  case: Case
  codebook: Codebook
  clock: CaseClock
  people: ReadonlyMap<PersonId, Person>
  footage: ReadonlyMap<FootageId, Footage>
  reports: ReadonlyMap<ReportId, Report>
  tags: ReadonlyMap<TagId, Tag>
  passages: ReadonlyMap<PassageId, Passage>
  statements: ReadonlyMap<StatementId, Statement>
  pairs: readonly TiedPair[]
  /** Statements that a link ties to a tag, of whatever kind. */
  tiedStatements: ReadonlySet<StatementId>
  cameraTags: ReadonlyMap<FootageId, readonly Tag[]>
}

/** Takes the records that count out of a case, as the comparison does: the two must never see another case. */
export function createMatrixRecords(input: ComparisonInput, codebook: Codebook): MatrixRecords {
  const index = createComparisonIndex(input, codebook, createGraph())
  const { take } = index.records
  for (const row of input.passages) take.passages(row.id, row)
  for (const row of input.tags) take.tags(row.id, row)
  for (const row of input.statements) take.statements(row.id, row)
  for (const row of input.links) take.links(row.id, row)
  const tags = foundById(input.tags, index.tags.get)
  const statements = foundById(input.statements, index.statements.get)
  return {
    ...{ case: index.case, codebook, clock: index.clock, people: index.people, footage: index.footage, reports: index.reports },
    ...{ tags, passages: foundById(input.passages, index.passages.get), statements },
    pairs: idsOf(input.links).flatMap((id) => index.pairOf(id) ?? []),
    tiedStatements: new Set([...statements.keys()].filter((id) => (index.tiedStatement(id)?.ties.length ?? 0) > 0)),
    cameraTags: groupBy(
      [...tags.values()].filter(({ details }) => details.kind === 'camera'),
      ({ footageId }) => footageId
    )
  }
}

const idsOf = <Id extends string>(rows: readonly { id: Id }[]): Id[] => rows.map(({ id }) => id).sort()

function foundById<Row extends { id: string }>(rows: readonly Row[], get: (id: Row['id']) => Row | undefined): Map<Row['id'], Row> {
  const ids: Row['id'][] = idsOf(rows)
  return new Map(
    ids.flatMap((id) => {
      const row = get(id)
      return row === undefined ? [] : [[id, row] as const]
    })
  )
}
