/** How often something was found and was there. */
export interface Tally {
  right: number
  found: number
  labelled: number
}

/** Counts over pairs of what the label says and what was found. */
export function tally(pairs: readonly { isLabelled: boolean; isFound: boolean }[]): Tally {
  const count = (test: (pair: { isLabelled: boolean; isFound: boolean }) => boolean) => pairs.filter(test).length
  return {
    right: count(({ isLabelled, isFound }) => isLabelled && isFound),
    found: count(({ isFound }) => isFound),
    labelled: count(({ isLabelled }) => isLabelled)
  }
}

/** All counts together, as one. */
export function sum(tallies: readonly Tally[]): Tally {
  const total = { right: 0, found: 0, labelled: 0 }
  for (const { right, found, labelled } of tallies) {
    total.right += right
    total.found += found
    total.labelled += labelled
  }
  return total
}

/** The share of what was found that is right, 0 to 1. */
export const precision = ({ right, found }: Tally): number => right / Math.max(1, found)
/** The share of what is there that was found, 0 to 1. */
export const recall = ({ right, labelled }: Tally): number => right / Math.max(1, labelled)
/** The harmonic mean of the two, 0 to 1. */
export const f1 = ({ right, found, labelled }: Tally): number => (2 * right) / Math.max(1, found + labelled)
