import type { Codebook } from '../../model/codebookSchema'
import { differenceKindSchema, type Difference, type DifferenceKind, type Disposition, type NotCompared } from '../../model/comparison'
import { isActive } from '../records'
import { findAbsentStatements, findStatementsNotCompared } from './absentStatements'
import { findBetweenReports } from './betweenReports'
import { createComparisonIndex } from './comparisonIndex'
import type { ComparisonInput, FoundDifference } from './comparisonInput'
import { findCount } from './count'
import { findDutyToIntervene } from './dutyToIntervene'
import { fingerprintOf } from './fingerprint'
import { findForceType } from './forceType'
import { findJustification } from './justification'
import { findNotInReport, findTagsNotCompared } from './notInReport'
import { findCoverage, findNotOnFootage } from './notOnFootage'
import { findOrder } from './order'
import { findPerson } from './person'
import { findEntered, findJudged } from './reviewerDifferences'
import { findTime } from './statedTime'

const rankOfKind = new Map(differenceKindSchema.options.map((kind, rank): [DifferenceKind, number] => [kind, rank]))

/**
 * Where the accounts of a case do not say the same, and what nobody has compared yet. Finds and never judges: only what a
 * reviewer has linked, or looked for in vain, is compared. Withdrawn records and what rests on them are left out. The
 * answer does not depend on the order of the records; it comes by kind, in the order of the kinds, then by key.
 */
export function findDifferences(input: ComparisonInput, codebook: Codebook): { differences: Difference[]; notCompared: NotCompared[] } {
  const index = createComparisonIndex(input, codebook)
  const absent = findAbsentStatements(index)
  const found = [
    ...findNotInReport(index),
    ...findNotOnFootage(index, absent),
    ...findForceType(index),
    ...findCount(index),
    ...findOrder(index),
    ...findTime(index),
    ...findPerson(index),
    ...findJustification(index, absent),
    ...findDutyToIntervene(index),
    ...findBetweenReports(index),
    ...findCoverage(index, absent),
    ...findEntered(index)
  ]
  const dispositions = latestByKey(input.dispositions)
  const differences = [...found, ...findJudged(index, found)]
    .map((difference) => withDisposition(difference, fingerprintOf(difference, index), dispositions.get(difference.key)))
    .sort((a, b) => (rankOfKind.get(a.kind) ?? 0) - (rankOfKind.get(b.kind) ?? 0) || (a.key < b.key ? -1 : 1))
  return { differences, notCompared: [...findTagsNotCompared(index), ...findStatementsNotCompared(index)] }
}

/** A settled difference whose ground has changed since is open again; the reason given then is kept beside it. */
function withDisposition({ basis: _, ...found }: FoundDifference, fingerprint: string, disposition: Disposition | undefined): Difference {
  if (disposition === undefined) return { ...found, fingerprint, status: 'open', reason: '', isReopened: false }
  const isReopened = disposition.status !== 'open' && disposition.fingerprint !== fingerprint
  return { ...found, fingerprint, status: isReopened ? 'open' : disposition.status, reason: disposition.reason, isReopened }
}

function latestByKey(dispositions: readonly Disposition[]): Map<string, Disposition> {
  const latest = dispositions.filter(isActive).sort((a, b) => compare(a.updatedAt, b.updatedAt) || compare(a.id, b.id))
  return new Map(latest.map((disposition) => [disposition.differenceKey, disposition]))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
