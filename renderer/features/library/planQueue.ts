import { dueDays } from '#shared/domain/dueDays'
import { caseMarkSchema, type CaseMark, type CaseSummary } from '#shared/model/caseSummary'
import type { Instant } from '#shared/model/primitives'

/** A case as it stands in the queue of one reviewer. */
export interface QueueRow extends CaseSummary {
  /** Days until it is due; negative once it is overdue, null where no day was set. */
  dueInDays: number | null
  /** The reviewer's own share of its footage, 0 to 1; null where it has none. */
  ownShare: number | null
}

export const queueFilters = [...caseMarkSchema.options, 'overdue', 'open-differences', 'not-watched'] as const
export type QueueFilter = CaseMark | 'overdue' | 'open-differences' | 'not-watched'

export const queueColumns = ['incident', 'place', 'date', 'due', 'watched', 'differences', 'notCompared'] as const
export type QueueColumn = (typeof queueColumns)[number]

/** What the queue is sorted by; of equal rows the newest incident comes first. */
export interface QueueOrder {
  by: QueueColumn
  isDescending: boolean
}

/** Adds to each case what depends on the day and on who looks. */
export function queueRowsOf(summaries: readonly CaseSummary[], userId: string | undefined, now: Instant): QueueRow[] {
  return summaries.map((summary) => {
    const { dueOn, timeZone } = summary.case
    const own = summary.watched.find((one) => one.userId === userId)?.share ?? 0
    return {
      ...summary,
      dueInDays: dueOn === undefined || dueOn === null ? null : dueDays(dueOn, timeZone, now),
      ownShare: summary.footageCount === 0 ? null : own
    }
  })
}

/** True where a case is one that the filter asks for. */
export function matchesFilter(row: QueueRow, filter: QueueFilter): boolean {
  switch (filter) {
    case 'overdue':
      return row.dueInDays !== null && row.dueInDays < 0
    case 'open-differences':
      return row.openDifferenceCount > 0
    case 'not-watched':
      return row.ownShare !== null && row.ownShare < 1
    default:
      return row.marks.includes(filter)
  }
}

/** The rows that every chosen filter asks for, and for each filter how many there would be with it too. */
export function filterQueue(
  rows: readonly QueueRow[],
  chosen: ReadonlySet<QueueFilter>
): { rows: QueueRow[]; counts: ReadonlyMap<QueueFilter, number> } {
  const shown = rows.filter((row) => [...chosen].every((filter) => matchesFilter(row, filter)))
  const counts = new Map(queueFilters.map((filter) => [filter, shown.filter((row) => matchesFilter(row, filter)).length]))
  return { rows: shown, counts }
}

/** The rows in order. Rows without a due day, or without footage, come last whichever way it is sorted. */
export function sortQueue(rows: readonly QueueRow[], { by, isDescending }: QueueOrder): QueueRow[] {
  const sign = isDescending ? -1 : 1
  return rows.toSorted((one, other) => compare(by, one, other, sign) || other.case.startsAt.localeCompare(one.case.startsAt))
}

function compare(by: QueueColumn, one: QueueRow, other: QueueRow, sign: 1 | -1): number {
  switch (by) {
    case 'incident':
      return sign * inWords.compare(one.case.incidentNumber, other.case.incidentNumber)
    case 'place':
      return sign * inWords.compare(one.case.place, other.case.place)
    case 'date':
      return sign * one.case.startsAt.localeCompare(other.case.startsAt)
    case 'due':
      return numbers(one.dueInDays, other.dueInDays, sign)
    case 'watched':
      return numbers(one.ownShare, other.ownShare, sign)
    case 'differences':
      return sign * (one.openDifferenceCount - other.openDifferenceCount)
    case 'notCompared':
      return sign * (one.notComparedCount - other.notComparedCount)
  }
}

function numbers(one: number | null, other: number | null, sign: 1 | -1): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return sign * (one - other)
}

// Incident 24-9 comes before 24-10.
const inWords = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
