import type { Codebook } from '../../model/codebookSchema'
import type { NotCompared } from '../../model/comparison'
import type { Tag } from '../../model/tag'
import { countsAsForce } from '../records'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { describeTags, footageEvidence, foundDifference, nameOfReport, noAccount } from './evidence'

/** Tags that a report ought to mention, where a reviewer looked through the report and found no passage. */
export function findNotInReport(index: ComparisonIndex): FoundDifference[] {
  return reportableTags(index).flatMap((tag) =>
    [...index.reports.values()].flatMap((report) => {
      if (index.hasLink(tag.id, report.id) || !index.isAbsentFromReport(tag.id, report.id)) return []
      const name = nameOfReport(report, index)
      return [
        foundDifference(index, 'not-in-report', [tag.id, report.id], {
          summary: `${describeTags([tag], index)}: a reviewer found no mention of it in this report (${name}).`,
          sides: [
            footageEvidence([tag], index),
            { ...noAccount(`${name}: a reviewer looked and found no mention.`), account: 'report', reportId: report.id }
          ]
        })
      ]
    })
  )
}

/** Tags and reports that nobody has laid side by side yet: neither a link nor a look in vain. */
export function findTagsNotCompared(index: ComparisonIndex): NotCompared[] {
  return reportableTags(index).flatMap((tag) =>
    [...index.reports.values()].flatMap((report): NotCompared[] =>
      index.hasLink(tag.id, report.id) || index.isAbsentFromReport(tag.id, report.id)
        ? []
        : [{ kind: 'tag-in-report', tagId: tag.id, reportId: report.id }]
    )
  )
}

function reportableTags(index: ComparisonIndex): Tag[] {
  return [...index.tags.values()].filter((tag) => isReportable(tag, index.codebook))
}

function isReportable({ details }: Tag, codebook: Codebook): boolean {
  if (details.kind === 'force') return countsAsForce(details.forceType, codebook)
  return details.kind === 'intervention' || details.kind === 'failure-to-intervene'
}
