import type { Difference, DifferenceKind } from '#shared/model/comparison'
import type { ExpectedDifference } from './generateCase'

/** How many differences of a kind are truly there, were found, and are both. */
export interface Score {
  expected: number
  met: number
  found: number
  right: number
}

/** Adds the score of one case, kind by kind. */
export function addScore(
  scores: Map<DifferenceKind, Score>,
  truths: readonly ExpectedDifference[],
  differences: readonly Difference[]
): void {
  const of = (kind: DifferenceKind): Score => {
    const known = scores.get(kind) ?? { expected: 0, met: 0, found: 0, right: 0 }
    scores.set(kind, known)
    return known
  }
  for (const truth of truths) {
    of(truth.kind).expected += 1
    if (differences.some((difference) => isMet(truth, difference))) of(truth.kind).met += 1
  }
  for (const difference of differences) {
    of(difference.kind).found += 1
    if (truths.some((truth) => isMet(truth, difference))) of(difference.kind).right += 1
  }
}

/** The share, 0 to 1; 1 where there was nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}

function isMet(truth: ExpectedDifference, { kind, sides, personIds }: Difference): boolean {
  if (kind !== truth.kind) return false
  const named = new Set<string>([...sides.flatMap((side) => [...side.tagIds, ...side.passageIds, side.reportId ?? '']), ...personIds])
  return (
    [...truth.passageIds, ...truth.reportIds, ...truth.personIds].every((id) => named.has(id)) &&
    truth.tagIdsOfEvents.every((ids) => ids.some((id) => named.has(id))) &&
    (truth.boxName === null || sides[0].says.includes(`“${truth.boxName}”`))
  )
}
