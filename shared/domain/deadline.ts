import type { Person } from '../model/case'
import type { PersonId } from '../model/ids'
import type { Report } from '../model/report'
import type { Tag } from '../model/tag'
import { isActive } from './records'

/** Whether an officer reported by the end of the shift (Policy 206 IV.B.7). */
export type ReportingDeadline = 'met' | 'late' | 'none-found' | 'unknown'

/**
 * Whether an officer's own report was written by the end of the officer's shift. `unknown` where the end of the shift, or
 * the time of a report that might have met it, is not known. Withdrawn reports do not count.
 */
export function reportingDeadline(
  officer: Pick<Person, 'id' | 'shiftEndsAt'>,
  reports: readonly Pick<Report, 'authorId' | 'writtenAt' | 'withdrawn'>[]
): ReportingDeadline {
  const own = reports.filter((report) => isActive(report) && report.authorId === officer.id)
  if (own.length === 0) return 'none-found'
  if (officer.shiftEndsAt === null) return 'unknown'
  const shiftEndMs = Date.parse(officer.shiftEndsAt)
  const isMet = own.some(({ writtenAt }) => writtenAt !== null && Date.parse(writtenAt) <= shiftEndMs)
  if (isMet) return 'met'
  return own.some(({ writtenAt }) => writtenAt === null) ? 'unknown' : 'late'
}

/** How long one officer who was present took to step in. */
export interface TimeToIntervene {
  officerId: PersonId
  /** Microseconds from when the need was apparent; null where the range has no end and no intervention is tagged. */
  timeUs: number | null
  /** Whether an intervention by this officer is tagged. Where it is not, `timeUs` is the length of the range. */
  hasIntervened: boolean
}

/**
 * Per officer present at an *intervention needed* tag: the time until that officer's first intervention, or else the
 * length of the range. Only tags of the same footage are read: they share one clock. Empty for any other kind of tag.
 */
export function timeToIntervene(tag: Tag, tags: readonly Tag[]): TimeToIntervene[] {
  if (tag.details.kind !== 'intervention-needed') return []
  const endUs = tag.endUs ?? Infinity
  const interventions = tags.filter(
    (other) =>
      isActive(other) &&
      other.details.kind === 'intervention' &&
      other.footageId === tag.footageId &&
      other.startUs >= tag.startUs &&
      other.startUs <= endUs
  )
  return [...new Set(tag.details.presentIds)].map((officerId) => {
    const startsUs = interventions.flatMap(({ details, startUs }) =>
      details.kind === 'intervention' && details.actorIds.includes(officerId) ? [startUs] : []
    )
    if (startsUs.length > 0) return { officerId, timeUs: Math.min(...startsUs) - tag.startUs, hasIntervened: true }
    return { officerId, timeUs: tag.endUs === null ? null : tag.endUs - tag.startUs, hasIntervened: false }
  })
}
