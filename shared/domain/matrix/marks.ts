import type { Absence, Difference } from '../../model/comparison'
import type { PassageId, ReportId, StatementId, TagId } from '../../model/ids'
import type { Statement } from '../../model/report'
import type { ComparisonIndex } from '../differences/comparisonIndex'
import type { Graph } from '../differences/derivedGraph'
import { distinct } from '../differences/grouping'
import type { CellMarks } from './planCell'

/** What people and rules came to, looked up by the event that it is about. */
export interface Marks {
  /** Takes the differences as they are now, in place of the last. */
  take: (differences: readonly Difference[]) => void
  /** What is known of an event by its tags: of each report, and the differences that name no report, e.g. that none was written. */
  ofMoment: (tagIds: readonly TagId[]) => { byReport: ReadonlyMap<ReportId, CellMarks>; alone: ReadonlySet<Difference> }
  /** What is known of a statement; undefined where nothing is. */
  ofStatement: (statement: Statement) => CellMarks | undefined
  /** The reports that a difference names. */
  reportsOf: (difference: Difference) => ReadonlySet<ReportId>
}

/** Makes the marks of a case; the links and absences are those of the index. */
export function createMarks(graph: Graph, index: ComparisonIndex): Marks {
  const { records } = index
  const ofTag = graph.groups<TagId, Difference>()
  const ofStatement = graph.groups<StatementId, Difference>()
  /** What a reviewer entered names passages; the statements in them are what it is about. */
  const ofPassage = graph.groups<PassageId, Difference>()
  let taken: readonly Difference[] = []

  const reportsOf = ({ sides }: Difference): ReadonlySet<ReportId> =>
    new Set(
      sides.flatMap(({ reportId, passageIds }) => [
        ...(reportId === null ? [] : [reportId]),
        ...passageIds.flatMap((id) => index.passages.get(id)?.reportId ?? [])
      ])
    )
  const absencesIn = (ids: Iterable<Absence['id']>): Absence[] => [...ids].sort().flatMap((id) => records.absences.get(id) ?? [])

  return {
    reportsOf,
    take: (differences) => {
      if (differences === taken) return
      const [before, after] = [new Set(taken), new Set(differences)]
      for (const one of taken) {
        if (after.has(one)) continue
        const { tagIds, statementIds, passageIds } = subjectsOf(one)
        ofTag.move(one, tagIds, [])
        ofStatement.move(one, statementIds, [])
        ofPassage.move(one, passageIds, [])
      }
      for (const one of differences) {
        if (before.has(one)) continue
        const { tagIds, statementIds, passageIds } = subjectsOf(one)
        ofTag.move(one, [], tagIds)
        ofStatement.move(one, [], statementIds)
        ofPassage.move(one, [], passageIds)
      }
      taken = differences
    },
    ofMoment: (tagIds) => {
      const byReport = new Map<ReportId, CellMarks>()
      const alone = new Set<Difference>()
      const marksOf = (id: ReportId): CellMarks => {
        const known = byReport.get(id) ?? noMarks()
        byReport.set(id, known)
        return known
      }
      for (const tagId of tagIds) {
        for (const linkId of records.linksOfTag.get(tagId)) {
          const pair = index.pairOf(linkId)
          if (pair !== undefined) marksOf(pair.report.id).links.push(pair.link)
        }
        for (const absence of absencesIn(records.absencesOfTag.get(tagId))) {
          if (absence.subject.kind === 'tag-in-report') marksOf(absence.subject.reportId).absences.push(absence)
        }
        for (const difference of ofTag.get(tagId)) {
          const reportIds = reportsOf(difference)
          if (reportIds.size === 0) alone.add(difference)
          for (const reportId of reportIds) marksOf(reportId).differences.add(difference)
        }
      }
      return { byReport, alone }
    },
    ofStatement: ({ id, passageId }) => {
      const absences = absencesIn(records.absencesOfStatement.get(id))
      const differences = new Set([...ofStatement.get(id), ...ofPassage.get(passageId)])
      return absences.length + differences.size === 0 ? undefined : { links: [], absences, differences }
    }
  }
}

/** What a difference is about; passages stand for what is stated in them where it names no statement. */
function subjectsOf({ sides }: Difference) {
  const tagIds = distinct(sides.flatMap((side) => side.tagIds))
  const statementIds = distinct(sides.flatMap((side) => side.statementIds))
  return { tagIds, statementIds, passageIds: statementIds.length > 0 ? [] : distinct(sides.flatMap((side) => side.passageIds)) }
}

const noMarks = (): CellMarks => ({ links: [], absences: [], differences: new Set() })
