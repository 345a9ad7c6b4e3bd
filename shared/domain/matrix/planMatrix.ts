import type { Codebook } from '../../model/codebookSchema'
import type { Difference } from '../../model/comparison'
import type { PassageId, ReportId, StatementId, TagId } from '../../model/ids'
import type { Report } from '../../model/report'
import type { ComparisonInput } from '../differences/comparisonInput'
import { groupBy } from '../differences/grouping'
import { isActive } from '../records'
import { camerasAt, coverageGap } from './cameras'
import type { MatrixAccount, MatrixRow } from './matrixRow'
import { planBothWays, type BothWays } from './planBothWays'
import {
  planFootageCell,
  planMomentCell,
  planOtherReportCell,
  planToldCell,
  type CellMarks,
  type ComparedState,
  type MatrixCell
} from './planCell'
import { planDutyTable, type DutyOccasion } from './planDutyTable'
import { planEvents, type MomentEvent, type StatementEvent } from './planEvents'
import { createMatrixRecords, type MatrixRecords } from './matrixRecords'

/** All events of a case, and how each account stands to each. */
export interface Matrix {
  /** Footage first, then the reports: who was involved, who saw it, who supervised; then as they were written. */
  accounts: readonly MatrixAccount[]
  rows: readonly MatrixRow[]
  /** How many cells came to what; cells of the account that tells an event are not counted. */
  counts: Readonly<Record<ComparedState, number>>
  bothWays: BothWays
  duty: readonly DutyOccasion[]
}

const capacityOrder: readonly Report['capacity'][] = [
  ...(['involved-officer', 'witness-officer', 'supervisor', 'civilian-witness', 'subject', 'other'] as const)
]

/**
 * Lays the accounts of a case side by side, event by event. `differences` are those of the same records. Nothing counts as
 * compared that nobody looked at. The order of the records decides nothing; the work grows with tags, statements and links, and
 * with the cells that they make.
 */
export function planMatrix(input: ComparisonInput, differences: readonly Difference[], codebook: Codebook): Matrix {
  const index = createMatrixRecords(input, codebook)
  const reports = [...index.reports.values()].sort(compareReports)
  const marks = collectMarks(input, differences, index)
  const rows = planEvents(index).map((event): MatrixRow => ({
    event,
    cells: event.type === 'moment' ? momentCells(event, reports, marks, index) : statementCells(event, reports, marks, index)
  }))
  const counts: Record<ComparedState, number> = { differs: 0, silent: 0, 'cannot-check': 0, 'not-compared': 0, agrees: 0 }
  for (const { cells } of rows) for (const { state } of cells) if (state !== 'told' && state !== 'no-basis') counts[state] += 1
  const accounts: MatrixAccount[] = [{ type: 'footage' }, ...reports.map((report) => ({ type: 'report' as const, report }))]
  return { accounts, rows, counts, bothWays: planBothWays(accounts, rows, index), duty: planDutyTable(index) }
}

interface Marks {
  ofMoments: ReadonlyMap<TagId, ReadonlyMap<ReportId, CellMarks>>
  /** Differences of a tag that name no report, e.g. that none was written. */
  ofTagsAlone: ReadonlyMap<TagId, readonly Difference[]>
  ofStatements: ReadonlyMap<StatementId, CellMarks>
  reportsOf: ReadonlyMap<Difference, ReadonlySet<ReportId>>
}

function collectMarks(input: ComparisonInput, differences: readonly Difference[], index: MatrixRecords): Marks {
  const ofMoments = new Map<TagId, Map<ReportId, CellMarks>>()
  const ofTagsAlone = new Map<TagId, Difference[]>()
  const ofStatements = new Map<StatementId, CellMarks>()
  const reportsOf = new Map<Difference, ReadonlySet<ReportId>>()
  const moment = (tagId: TagId, reportId: ReportId) => {
    const byReport = entry(ofMoments, tagId, () => new Map<ReportId, CellMarks>())
    return entry(byReport, reportId, noMarks)
  }
  for (const { link, tag, report } of index.pairs) moment(tag.id, report.id).links.push(link)
  for (const absence of input.absences.filter(isActive).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { subject } = absence
    if (subject.kind === 'statement-on-footage') entry(ofStatements, subject.statementId, noMarks).absences.push(absence)
    else moment(subject.tagId, subject.reportId).absences.push(absence)
  }
  const statementsOf = groupBy(index.statements.values(), ({ passageId }): PassageId => passageId)
  for (const difference of differences) {
    const tagIds = new Set(difference.sides.flatMap((side) => side.tagIds))
    const passageIds = difference.sides.flatMap((side) => side.passageIds)
    const statementIds = new Set(difference.sides.flatMap((side) => side.statementIds))
    // What a reviewer entered names passages; the statements in them are what it is about.
    if (statementIds.size === 0) for (const id of passageIds) for (const one of statementsOf.get(id) ?? []) statementIds.add(one.id)
    const reportIds = new Set([
      ...difference.sides.flatMap((side) => side.reportId ?? []),
      ...passageIds.flatMap((id) => index.passages.get(id)?.reportId ?? [])
    ])
    reportsOf.set(difference, reportIds)
    for (const statementId of statementIds) entry(ofStatements, statementId, noMarks).differences.push(difference)
    for (const tagId of tagIds) {
      for (const reportId of reportIds) moment(tagId, reportId).differences.push(difference)
      if (reportIds.size === 0) entry(ofTagsAlone, tagId, () => []).push(difference)
    }
  }
  return { ofMoments, ofTagsAlone, ofStatements, reportsOf }
}

function momentCells(event: MomentEvent, reports: readonly Report[], marks: Marks, index: MatrixRecords): MatrixCell[] {
  const known = event.tags.flatMap(({ id }) => marks.ofMoments.get(id) ?? [])
  const alone = new Set(event.tags.flatMap(({ id }) => marks.ofTagsAlone.get(id) ?? []))
  return [
    planToldCell(camerasAt(event.tags, index), [...alone]),
    ...reports.map(({ id }) => {
      const [first] = known
      // Most events have one tag, and most cells nothing: they are many, so nothing is made for them.
      return planMomentCell(known.length < 2 ? first?.get(id) : joinMarks(known.flatMap((byReport) => byReport.get(id) ?? [])))
    })
  ]
}

function statementCells(event: StatementEvent, reports: readonly Report[], marks: Marks, index: MatrixRecords): MatrixCell[] {
  const { statement } = event
  const mine = marks.ofStatements.get(statement.id)
  return [
    planFootageCell(mine, coverageGap(statement, index)),
    ...reports.map(({ id }) =>
      id === statement.reportId
        ? planToldCell(null, [])
        : planOtherReportCell(mine?.differences.filter((difference) => marks.reportsOf.get(difference)?.has(id)) ?? [])
    )
  ]
}

/** What is known by several cameras of one event; a difference that names two of them is one. */
function joinMarks(marks: readonly CellMarks[]): CellMarks | undefined {
  if (marks.length < 2) return marks[0]
  return {
    links: marks.flatMap(({ links }) => links),
    absences: marks.flatMap(({ absences }) => absences),
    differences: [...new Set(marks.flatMap(({ differences }) => differences))]
  }
}

function compareReports(a: Report, b: Report): number {
  const byCapacity = capacityOrder.indexOf(a.capacity) - capacityOrder.indexOf(b.capacity)
  const [first, second] = [a.writtenAt ?? a.createdAt, b.writtenAt ?? b.createdAt]
  return byCapacity || (first === second ? (a.id < b.id ? -1 : 1) : first < second ? -1 : 1)
}

const noMarks = (): CellMarks => ({ links: [], absences: [], differences: [] })

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
