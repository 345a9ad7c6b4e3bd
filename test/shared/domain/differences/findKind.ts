import { shippedCodebook } from '#shared/model/codebook'
import type { Difference, DifferenceKind } from '#shared/model/comparison'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { findDifferences } from '#shared/domain/differences/findDifferences'

/** The differences of one kind that are found in a case, with the shipped codebook. */
export function findKind(builder: { build: () => ComparisonInput }, kind: DifferenceKind): Difference[] {
  return findDifferences(builder.build(), shippedCodebook).differences.filter((difference) => difference.kind === kind)
}
