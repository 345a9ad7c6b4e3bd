import { messagesOf } from '../../messages/messagesOf'
import { inLocale } from '../../messages/locale'
import type { Person } from '../../model/case'
import type { PersonId } from '../../model/ids'
import type { Report } from '../../model/report'
import type { Tag } from '../../model/tag'
import { reportingDeadline } from '../deadline'
import { describePerson } from '../records'
import { formatInstant } from '../time'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { footageEvidence, foundDifference, nameOfReport, noAccount } from './evidence'

const say = messagesOf('differences')

/**
 * Officers whom a failure to intervene names, or who were present where intervention was needed, and whose own report is
 * missing, late (after the end of the shift) or silent (a reviewer looked through all of them in vain). A deadline that
 * nobody can tell is no difference. One difference per officer.
 */
export function findDutyToIntervene(officerId: PersonId, index: ComparisonIndex): FoundDifference[] {
  const officer = index.people.get(officerId)
  const tags = [...index.records.tagsOfOfficer.get(officerId)].sort().flatMap((id) => index.tags.get(id) ?? [])
  if (officer?.role !== 'officer' || tags.length === 0) return []
  const reports = [...index.reports.values()].filter(({ authorId }) => authorId === officerId)
  const lack = describeLack(officer, tags, reports, index)
  if (lack === null) return []
  const [report] = reports
  return [
    foundDifference(index, 'duty-to-intervene', [officerId], {
      summary: say('duty', { officer: describePerson(officer), lack }),
      sides: [
        footageEvidence(tags, index),
        report === undefined
          ? noAccount(say('dutyReports', { lack }))
          : {
              ...noAccount(say('reportSaysDone', { report: nameOfReport(report, index), what: lack })),
              account: 'report',
              reportId: report.id
            }
      ],
      personIds: [officerId],
      // In one language, whatever is spoken: another language is no other ground.
      basis: inLocale('en', () => describeLack(officer, tags, reports, index) ?? '')
    })
  ]
}

function describeLack(officer: Person, tags: readonly Tag[], reports: readonly Report[], index: ComparisonIndex): string | null {
  const deadline = reportingDeadline(officer, reports)
  if (deadline === 'none-found') return say('noReportFound')
  const lacks = [
    ...(deadline === 'late' ? [describeLateness(officer, reports, index)] : []),
    ...(tags.some((tag) => isSilent(tag, reports, index)) ? [say('noMention')] : [])
  ]
  return lacks.length > 0 ? lacks.join('; ') : null
}

function describeLateness(officer: Person, reports: readonly Report[], { case: { timeZone } }: ComparisonIndex): string {
  const [first] = reports.flatMap(({ writtenAt }) => (writtenAt === null ? [] : [writtenAt])).sort()
  const said = (instant: string | null | undefined) => (instant == null ? say('timeNotKnown') : formatInstant(instant, timeZone))
  return say('writtenLate', { written: said(first), ended: said(officer.shiftEndsAt) })
}

/** Silent on the tag and on the force it concerns: each report was looked through for one of them, and none is tied to either. */
function isSilent(tag: Tag, reports: readonly Report[], index: ComparisonIndex): boolean {
  const forceTagId = 'forceTagId' in tag.details ? tag.details.forceTagId : null
  const ids = forceTagId === null ? [tag.id] : [tag.id, forceTagId]
  return reports.every(
    ({ id: reportId }) =>
      ids.some((id) => index.tags.get(id) !== undefined && index.reportsWithout(id).has(reportId)) &&
      !ids.some((id) => index.reportsLinked(id).has(reportId))
  )
}
