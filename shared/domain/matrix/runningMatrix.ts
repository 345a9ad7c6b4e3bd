import type { Difference } from '../../model/comparison'
import type { StatementId, TagId } from '../../model/ids'
import type { Report } from '../../model/report'
import type { Tag } from '../../model/tag'
import { cameraGap } from '../differences/cameraGap'
import { changedRows } from '../differences/changedRows'
import type { ComparisonIndex } from '../differences/comparisonIndex'
import type { ComparisonInput } from '../differences/comparisonInput'
import type { Graph } from '../differences/derivedGraph'
import { createFindings } from '../differences/findings'
import { replaceInOrder } from '../differences/replaceInOrder'
import { isTied } from '../differences/tiedStatements'
import { camerasAt } from './camerasAt'
import { createMarks } from './marks'
import type { MatrixAccount, MatrixRow, MomentEvent, StatementEvent } from './matrixRow'
import { createMoments } from './moments'
import { comparePlaced, createPlaces, type Placed } from './places'
import { planBothWays, type BothWays } from './planBothWays'
import { planFootageCell, planMomentCell, planOtherReportCell, planToldCell, type ComparedState, type MatrixCell } from './planCell'
import { planDutyTable, type DutyOccasion } from './planDutyTable'

/** All events of a case, and how each account stands to each. */
export interface Matrix {
  /** Footage first, then the reports: who was involved, who saw it, who supervised; then as they were written. */
  accounts: readonly MatrixAccount[]
  /** In the order of the case clock: every tag but those of cameras, each once, and every statement that no tag is tied to. */
  rows: readonly MatrixRow[]
  /** How many cells came to what; cells of the account that tells an event are not counted. */
  counts: Readonly<Record<ComparedState, number>>
  bothWays: BothWays
  duty: readonly DutyOccasion[]
}

/** The matrix of one case, kept up with its changes. */
export interface RunningMatrix {
  /** Lays out the records as they are now: those that the index took last, with the differences among them. */
  take: (input: Pick<ComparisonInput, 'tags' | 'statements'>, differences: readonly Difference[]) => Matrix
}

type PlacedRow = Placed & MatrixRow

const capacityOrder: readonly Report['capacity'][] = [
  ...(['involved-officer', 'witness-officer', 'supervisor', 'civilian-witness', 'subject', 'other'] as const)
]

/**
 * Lays the accounts of a case side by side, event by event, and again after changes: only the events that these bear on. Nothing
 * counts as compared that nobody looked at, and the order of the records decides nothing. `graph` must be that of the index.
 */
export function createRunningMatrix(index: ComparisonIndex, graph: Graph): RunningMatrix {
  const reports = [...index.reports.values()].sort(compareReports)
  const accounts: MatrixAccount[] = [{ type: 'footage' }, ...reports.map((report) => ({ type: 'report' as const, report }))]
  const marks = createMarks(graph, index)
  const moments = createMoments(graph, index)
  const places = createPlaces(graph, index, moments.eventOf)

  const momentRow = graph.derive((firstId: TagId): PlacedRow[] => {
    const event = momentOf(moments.eventOf(firstId).flatMap((id) => index.tags.get(id) ?? []))
    if (event === null) return []
    const { byReport, alone } = marks.ofMoment(event.tags.map(({ id }) => id))
    const told = planToldCell(camerasAt(event.tags, index), alone)
    const cells = [told, ...reports.map(({ id }) => planMomentCell(byReport.get(id)))]
    return [{ event, cells, place: places.ofMoment(firstId) }]
  })
  const statementRow = (id: StatementId): PlacedRow[] => {
    const statement = index.statements.get(id)
    const passage = statement && index.passages.get(statement.passageId)
    if (statement === undefined || passage === undefined || isTied(id, index)) return []
    const place = places.ofStatement(id)
    const event: StatementEvent = { type: 'statement', key: id, statement, passage, isPlacedByReading: place.isByReading }
    return [{ event, cells: statementCells(event), place }]
  }
  const statementCells = ({ statement }: StatementEvent): MatrixCell[] => {
    const mine = marks.ofStatement(statement)
    const entered = [...(mine?.differences ?? [])].filter(({ origin }) => origin === 'entered')
    const naming = entered.map((difference) => ({ difference, reportIds: marks.reportsOf(difference) }))
    return [
      planFootageCell(mine, cameraGap(statement, index)),
      ...reports.map(({ id }) =>
        id === statement.reportId
          ? planToldCell(null, [])
          : planOtherReportCell(naming.flatMap(({ difference, reportIds }) => (reportIds.has(id) ? [difference] : [])))
      )
    ]
  }

  const found = createFindings<PlacedRow>(graph)
  const shown = {
    likenesses: found.watch((likeness: string) => moments.firstsOf(likeness).flatMap((id) => momentRow(id))),
    statements: found.watch(statementRow)
  }
  const duty = graph.derive((_: 'all') => planDutyTable(index))
  let taken: Pick<ComparisonInput, 'tags' | 'statements'> = { tags: [], statements: [] }
  let rows: readonly PlacedRow[] = []
  let counts: Matrix['counts'] = { differs: 0, silent: 0, 'cannot-check': 0, 'not-compared': 0, agrees: 0 }

  return {
    take: (input, differences) => {
      for (const [id] of changedRows(taken.tags, input.tags)) {
        const likeness = moments.take(id)
        if (likeness !== undefined) shown.likenesses(likeness)
      }
      for (const [id] of changedRows(taken.statements, input.statements)) shown.statements(id)
      taken = input
      marks.take(differences)
      const { gone, come } = found.settle()
      rows = replaceInOrder(rows, gone, come, comparePlaced)
      counts = recount(counts, gone, come)
      const statementIds = input.statements.map(({ id }) => id)
      return { accounts, rows, counts, bothWays: planBothWays(accounts, rows, statementIds, index), duty: duty('all') }
    }
  }
}

function recount(before: Matrix['counts'], gone: Iterable<MatrixRow>, come: Iterable<MatrixRow>): Matrix['counts'] {
  const counts = { ...before }
  const add = (rows: Iterable<MatrixRow>, each: 1 | -1) => {
    for (const { cells } of rows) for (const { state } of cells) if (state !== 'told' && state !== 'no-basis') counts[state] += each
  }
  add(gone, -1)
  add(come, 1)
  return counts
}

/** The event that tags mark together, earliest first; null without any. */
function momentOf(tags: readonly Tag[]): MomentEvent | null {
  const [first, ...rest] = tags
  if (first === undefined) return null
  return { type: 'moment', key: tags.reduce<string>((least, { id }) => (id < least ? id : least), first.id), tags: [first, ...rest] }
}

function compareReports(a: Report, b: Report): number {
  const byCapacity = capacityOrder.indexOf(a.capacity) - capacityOrder.indexOf(b.capacity)
  const [first, second] = [a.writtenAt ?? a.createdAt, b.writtenAt ?? b.createdAt]
  return byCapacity || (first === second ? (a.id < b.id ? -1 : 1) : first < second ? -1 : 1)
}
