import type { Codebook } from '../../model/codebookSchema'
import type { Difference, NotCompared } from '../../model/comparison'
import type { EnteredDifferenceId, LinkId, PersonId, ReportId, StatementId, TagId } from '../../model/ids'
import { absentStatement, isStatementNotCompared } from './absentStatements'
import { findBetweenReports } from './betweenReports'
import { createComparisonIndex, type ComparisonGround, type ComparisonIndex } from './comparisonIndex'
import type { ComparisonInput, FoundDifference } from './comparisonInput'
import { textOf, type TrackedList } from './comparisonRecords'
import { findCount } from './count'
import { createGraph } from './derivedGraph'
import { findDutyToIntervene } from './dutyToIntervene'
import { createFindings, replaceDifferences } from './findings'
import { findForceType } from './forceType'
import { findJustification } from './justification'
import { findNotInReport, reportsNotCompared } from './notInReport'
import { findCoverage, findNotOnFootage } from './notOnFootage'
import { findOrder } from './order'
import { findPerson } from './person'
import { findEntered, findJudged } from './reviewerDifferences'
import { findTime } from './statedTime'
import { findWithinReport } from './withinReport'

/** The comparison of one case, kept up with its changes. */
export interface RunningComparison {
  /** Takes the records as they are now. `notCompared` answers null once later records were taken. */
  take: (input: ComparisonInput) => { differences: readonly Difference[]; notCompared: () => NotCompared[] | null }
}

/** Begins the comparison of a case; `ground` must be that of all that it takes. */
export function createRunningComparison(ground: ComparisonGround, codebook: Codebook): RunningComparison {
  const graph = createGraph()
  const index = createComparisonIndex(ground, codebook, graph)
  const found = createFindings(graph, index)
  const judged = createFindings(graph, index)
  const foundOfTag = graph.groups<TagId, Difference>()
  const shown = {
    tags: found.watch((id: TagId) => findNotInReport(id, index)),
    texts: found.watch((text: string) => findOrder(text, index)),
    statements: found.watch((id: StatementId) => findOfStatement(id, index)),
    enteredDifferences: found.watch((id: EnteredDifferenceId) => findEntered(id, index)),
    officers: found.watch((id: PersonId) => findDutyToIntervene(id, index)),
    forms: found.watch((id: ReportId) => findWithinReport(id, index)),
    links: judged.watch((id: LinkId) => findJudged(id, foundOfTag.get, index))
  }
  index.people.forEach(({ id }) => shown.officers(id))
  index.formAccounts.forEach(({ reportId }) => shown.forms(reportId))
  const reportsOpenFor = graph.derive((id: TagId) => reportsNotCompared(id, index))
  const isStatementOpen = graph.derive((id: StatementId) => isStatementNotCompared(id, index))

  let taken: Pick<ComparisonInput, TrackedList> = emptyLists
  let differences: readonly Difference[] = []

  const takeRecords = (input: ComparisonInput): void => {
    const { take } = index.records
    for (const [id, row] of changedRows(taken.passages, input.passages)) {
      take.passages(id, row)
      if (row !== undefined) shown.texts(textOf(row))
    }
    for (const [id, row] of changedRows(taken.tags, input.tags)) take.tags(id, row)
    for (const [id, row] of changedRows(taken.statements, input.statements)) {
      take.statements(id, row)
      shown.statements(id)
    }
    for (const [id, row] of changedRows(taken.links, input.links)) {
      take.links(id, row)
      if (row !== undefined && row.judgement !== 'agrees') shown.links(id)
    }
    for (const [id, row] of changedRows(taken.enteredDifferences, input.enteredDifferences)) {
      take.enteredDifferences(id, row)
      shown.enteredDifferences(id)
    }
    for (const [id, row] of changedRows(taken.absences, input.absences)) {
      take.absences(id, row)
      if (row?.subject.kind === 'tag-in-report') shown.tags(row.subject.tagId)
    }
    for (const [id, row] of changedRows(taken.dispositions, input.dispositions)) take.dispositions(id, row)
    taken = input
  }

  return {
    take: (input) => {
      takeRecords(input)
      const { gone, come } = found.settle()
      // What a reviewer judged is shown only where no rule explains it, so it is looked at last.
      for (const one of gone) foundOfTag.move(one, tagsExplained(one), [])
      for (const one of come) foundOfTag.move(one, [], tagsExplained(one))
      const last = judged.settle()
      differences = replaceDifferences(differences, new Set([...gone, ...last.gone]), [...come, ...last.come])
      return {
        differences,
        notCompared: () => {
          if (taken !== input) return null
          const tags = idsOf(input.tags).flatMap((id) => reportsOpenFor(id))
          const statements = idsOf(input.statements).filter((id) => isStatementOpen(id))
          return [...tags, ...statements.map((statementId): NotCompared => ({ kind: 'statement-on-footage', statementId }))]
        }
      }
    }
  }
}

const emptyLists: Pick<ComparisonInput, TrackedList> = {
  ...{ tags: [], passages: [], statements: [], links: [], absences: [], enteredDifferences: [], dispositions: [] }
}

/** Everything that one statement stands for. */
function findOfStatement(id: StatementId, index: ComparisonIndex): FoundDifference[] {
  const absent = absentStatement(id, index)
  if (absent !== null) return [...findNotOnFootage(absent, index), ...findJustification(absent, index), ...findCoverage(absent, index)]
  const tied = index.tiedStatement(id)
  if (tied === undefined || tied.ties.length === 0) return []
  return [findForceType, findCount, findTime, findPerson, findBetweenReports].flatMap((find) => find(tied, index))
}

/** The tags that a difference sets beside a passage. */
function tagsExplained({ sides }: Difference): TagId[] {
  return sides.some(({ passageIds }) => passageIds.length > 0) ? [...new Set(sides.flatMap(({ tagIds }) => tagIds))] : []
}

/** The rows that are new, that are another object than before, or, as `undefined`, that are there no more. */
function changedRows<Row extends { id: string }>(before: readonly Row[], after: readonly Row[]): Map<Row['id'], Row | undefined> {
  const changed = new Map<Row['id'], Row | undefined>()
  if (before === after) return changed
  before.forEach((row, at) => {
    if (row !== after[at]) changed.set(row.id, undefined)
  })
  after.forEach((row, at) => {
    if (row !== before[at]) changed.set(row.id, row)
  })
  return changed
}

function idsOf<Row extends { id: string }>(rows: readonly Row[]): Row['id'][] {
  return rows.map(({ id }) => id).sort()
}
