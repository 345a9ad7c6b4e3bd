import type { Codebook } from '../../model/codebookSchema'
import type { Difference, NotCompared } from '../../model/comparison'
import type { ComparisonInput } from './comparisonInput'
import { createComparison } from './createComparison'

/**
 * Where the accounts of a case do not say the same, and what nobody has compared yet. Finds and never judges: only what a
 * reviewer has linked, or looked for in vain, is compared. Withdrawn records and what rests on them are left out. The
 * answer does not depend on the order of the records; it comes by kind, in the order of the kinds, then by key.
 */
export function findDifferences(input: ComparisonInput, codebook: Codebook): { differences: Difference[]; notCompared: NotCompared[] } {
  const { differences, notCompared } = createComparison(codebook)(input)
  return { differences: [...differences], notCompared: [...notCompared] }
}
