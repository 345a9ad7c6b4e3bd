import type { Absence } from '../model/comparison'
import type { Passage, Report } from '../model/report'

/**
 * Whether a reviewer's finding that something is not in the other account still holds for the texts as they are: what was
 * looked for in a report that was replaced since, or read again with other words, has not been looked for in its present text.
 */
export function isOfPresentText({ subject, createdAt }: Absence, reports: ReadonlyMap<string, Report>): boolean {
  if (subject.kind !== 'tag-in-report') return true
  const report = reports.get(subject.reportId)
  return [report?.former?.at(-1)?.replacedAt, report?.rereadAt].every((changedAt) => changedAt === undefined || createdAt >= changedAt)
}

/** Whether a passage waits for a person to say where it stands in the present version of its report, or that it is gone. */
export function needsALook({ refinding, withdrawn }: Passage): boolean {
  if (refinding === undefined || withdrawn !== null) return false
  return refinding.state === 'changed' || !refinding.isSettled
}
