import type { Codebook } from '../../model/codebookSchema'
import type { Difference, NotCompared } from '../../model/comparison'
import type { EnteredDifferenceId, LinkId, PersonId, ReportId, StatementId, TagId } from '../../model/ids'
import { createRunningMatrix, type Matrix, type RunningMatrix } from '../matrix/runningMatrix'
import { absentStatement, statementNotCompared } from './absentStatements'
import { findBetweenReports } from './betweenReports'
import { changedRows } from './changedRows'
import { createComparisonIndex, type ComparisonGround, type ComparisonIndex } from './comparisonIndex'
import type { ComparisonInput, FoundDifference } from './comparisonInput'
import { textOf, type TrackedList } from './comparisonRecords'
import { findCount } from './count'
import { createGraph } from './derivedGraph'
import { compareDifferences } from './differenceOrder'
import { findDutyToIntervene } from './dutyToIntervene'
import { createFindings } from './findings'
import { findForceType } from './forceType'
import { findJustification } from './justification'
import { findNotInReport, reportsNotCompared } from './notInReport'
import { findCoverage, findNotOnFootage } from './notOnFootage'
import { findOrder } from './order'
import { findPerson } from './person'
import { replaceInOrder } from './replaceInOrder'
import { findEntered, findJudged } from './reviewerDifferences'
import { findTime } from './statedTime'
import { withDisposition } from './withDisposition'
import { findWithinReport } from './withinReport'

/** The comparison of one case, kept up with its changes. */
export interface RunningComparison {
  /** Takes the records as they are now. `notCompared` and `matrix` answer null once later records were taken. */
  take: (input: ComparisonInput) => {
    differences: readonly Difference[]
    notCompared: () => NotCompared[] | null
    matrix: () => Matrix | null
  }
}

/** Begins the comparison of a case; `ground` must be that of all that it takes. */
export function createRunningComparison(ground: ComparisonGround, codebook: Codebook): RunningComparison {
  const graph = createGraph()
  const index = createComparisonIndex(ground, codebook, graph)
  const found = createFindings<Difference>(graph)
  const judged = createFindings<Difference>(graph)
  const foundOfTag = graph.groups<TagId, Difference>()
  const settled = (differences: FoundDifference[]) => differences.map((one) => withDisposition(one, index))
  const shown = {
    tags: found.watch((id: TagId) => settled(findNotInReport(id, index))),
    texts: found.watch((text: string) => settled(findOrder(text, index))),
    statements: found.watch((id: StatementId) => settled(findOfStatement(id, index))),
    enteredDifferences: found.watch((id: EnteredDifferenceId) => settled(findEntered(id, index))),
    officers: found.watch((id: PersonId) => settled(findDutyToIntervene(id, index))),
    forms: found.watch((id: ReportId) => settled(findWithinReport(id, index))),
    links: judged.watch((id: LinkId) => settled(findJudged(id, foundOfTag.get, index)))
  }
  index.people.forEach(({ id }) => shown.officers(id))
  index.formAccounts.forEach(({ reportId }) => shown.forms(reportId))
  const reportsOpenFor = graph.derive((id: TagId) => reportsNotCompared(id, index))
  const openStatement = graph.derive((id: StatementId) => statementNotCompared(id, index))

  let matrix: RunningMatrix | null = null
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
      differences = replaceInOrder(differences, new Set([...gone, ...last.gone]), [...come, ...last.come], compareDifferences)
      const now = differences
      return {
        differences: now,
        matrix: () => {
          if (taken !== input) return null
          const running = matrix ?? createRunningMatrix(index, graph)
          // Not kept while it takes the records, so that a failure half-way leaves nothing half-done behind.
          matrix = null
          const laidOut = running.take(input, now)
          matrix = running
          return laidOut
        },
        notCompared: () => {
          if (taken !== input) return null
          const tags = idsOf(input.tags).flatMap((id) => reportsOpenFor(id))
          return [...tags, ...idsOf(input.statements).flatMap((id) => openStatement(id) ?? [])]
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

function idsOf<Row extends { id: string }>(rows: readonly Row[]): Row['id'][] {
  return rows.map(({ id }) => id).sort()
}
