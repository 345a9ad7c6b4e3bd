import { messagesOf } from '../../messages/messagesOf'
import type { Codebook } from '../../model/codebookSchema'
import type { NotCompared } from '../../model/comparison'
import type { TagId } from '../../model/ids'
import type { Tag } from '../../model/tag'
import { countsAsForce } from '../records'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { describeTags, footageEvidence, foundDifference, nameOfReport, noAccount } from './evidence'

const say = messagesOf('differences')

/** The reports in which a reviewer looked for a tag that they ought to mention, and found no passage. */
export function findNotInReport(tagId: TagId, index: ComparisonIndex): FoundDifference[] {
  const tag = reportableTag(tagId, index)
  if (tag === undefined) return []
  const linked = index.reportsLinked(tagId)
  return [...index.reportsWithout(tagId)].flatMap((reportId) => {
    const report = index.reports.get(reportId)
    if (report === undefined || linked.has(reportId)) return []
    const name = nameOfReport(report, index)
    return [
      foundDifference(index, 'not-in-report', [tag.id, report.id], {
        summary: say('notInReport', { what: describeTags([tag], index), report: name }),
        sides: [
          footageEvidence([tag], index),
          { ...noAccount(say('lookedNoMention', { report: name })), account: 'report', reportId: report.id }
        ]
      })
    ]
  })
}

/** The reports that nobody has laid beside a tag yet that they ought to mention: neither a link nor a look in vain. */
export function reportsNotCompared(tagId: TagId, index: ComparisonIndex): NotCompared[] {
  if (reportableTag(tagId, index) === undefined) return []
  const linked = index.reportsLinked(tagId)
  const absent = index.reportsWithout(tagId)
  return [...index.reports.keys()].flatMap((reportId): NotCompared[] =>
    linked.has(reportId) || absent.has(reportId) ? [] : [{ kind: 'tag-in-report', tagId, reportId }]
  )
}

function reportableTag(tagId: TagId, index: ComparisonIndex): Tag | undefined {
  const tag = index.tags.get(tagId)
  return tag !== undefined && isReportable(tag, index.codebook) ? tag : undefined
}

function isReportable({ details }: Tag, codebook: Codebook): boolean {
  if (details.kind === 'force') return countsAsForce(details.forceType, codebook)
  return details.kind === 'intervention' || details.kind === 'failure-to-intervene'
}
