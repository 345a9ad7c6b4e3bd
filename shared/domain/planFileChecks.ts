import type { CheckInterval, FileCheck, FileState } from '../model/fileCheck'
import type { Instant } from '../model/primitives'
import type { Withdrawal } from '../model/record'
import { isActive } from './records'

const dayMs = 24 * 60 * 60 * 1000
const intervalDays: Record<Exclude<CheckInterval, 'off'>, number> = { daily: 1, weekly: 7, monthly: 30 }

/** A source file and when it was last hashed: at its last check, or when it was loaded. */
export interface HashedSource {
  id: string
  hashedAt: Instant
}

/** When a source file is to be hashed again; null where that is switched off. */
export function dueAt(source: Pick<HashedSource, 'hashedAt'>, interval: CheckInterval): Instant | null {
  return interval === 'off' ? null : new Date(Date.parse(source.hashedAt) + intervalDays[interval] * dayMs).toISOString()
}

/** The source files whose check is due at `now`, the longest due first, and when the next of the others will be. */
export function planFileChecks<Source extends HashedSource>(
  sources: readonly Source[],
  interval: CheckInterval,
  now: Instant
): { due: Source[]; nextDueAt: Instant | null } {
  const timed = sources
    .flatMap((source) => {
      const at = dueAt(source, interval)
      return at === null ? [] : [{ source, at }]
    })
    .toSorted((one, other) => one.at.localeCompare(other.at))
  return {
    due: timed.filter(({ at }) => at <= now).map(({ source }) => source),
    nextDueAt: timed.find(({ at }) => at > now)?.at ?? null
  }
}

/** The checks that found a file other than it was loaded, of records that still stand. */
export function checksNotIntact(
  checks: readonly FileCheck[],
  records: readonly { id: string; withdrawn: Withdrawal | null }[]
): (FileCheck & { state: Exclude<FileState, 'intact'> })[] {
  const standing = new Set(records.filter(isActive).map(({ id }) => id))
  return checks.flatMap((check) => (check.state !== 'intact' && standing.has(check.subjectId) ? [{ ...check, state: check.state }] : []))
}
