import type { Absence } from '../model/comparison'
import type { Passage, Report } from '../model/report'

/**
 * Whether a reviewer's finding that something is not in the other account still holds for the texts as they are: what was
 * looked for in a report that was replaced since has not been looked for in its present version.
 */
export function isOfPresentText({ subject, createdAt }: Absence, reports: ReadonlyMap<string, Report>): boolean {
  if (subject.kind !== 'tag-in-report') return true
  const replacedAt = reports.get(subject.reportId)?.former?.at(-1)?.replacedAt
  return replacedAt === undefined || createdAt >= replacedAt
}

/** Whether a passage waits for a person to say where it stands in the present version of its report, or that it is gone. */
export function needsALook({ refinding, withdrawn }: Passage): boolean {
  if (refinding === undefined || withdrawn !== null) return false
  return refinding.state === 'changed' || !refinding.isSettled
}
