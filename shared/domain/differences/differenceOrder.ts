import { differenceKindSchema, type Difference, type DifferenceKind } from '../../model/comparison'

const rankOfKind = new Map(differenceKindSchema.options.map((kind, rank): [DifferenceKind, number] => [kind, rank]))

/** Orders differences by kind, in the order of the kinds, then by key. */
export function compareDifferences(a: Difference, b: Difference): number {
  return (rankOfKind.get(a.kind) ?? 0) - (rankOfKind.get(b.kind) ?? 0) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}
