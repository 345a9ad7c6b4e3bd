import type { Difference, Disposition } from '../../model/comparison'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { fingerprintOf } from './fingerprint'

/** A settled difference whose ground has changed since is open again; the reason given then is kept beside it. */
export function withDisposition({ basis, ...found }: FoundDifference, index: ComparisonIndex): Difference {
  const fingerprint = fingerprintOf({ ...found, basis }, index)
  const disposition = latestDisposition(found.key, index)
  if (disposition === undefined) return { ...found, fingerprint, status: 'open', reason: '', isReopened: false }
  const isReopened = disposition.status !== 'open' && disposition.fingerprint !== fingerprint
  return { ...found, fingerprint, status: isReopened ? 'open' : disposition.status, reason: disposition.reason, isReopened }
}

function latestDisposition(key: string, { records }: ComparisonIndex): Disposition | undefined {
  return [...records.dispositionsOf.get(key)]
    .flatMap((id) => records.dispositions.get(id) ?? [])
    .sort((a, b) => compare(a.updatedAt, b.updatedAt) || compare(a.id, b.id))
    .at(-1)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
