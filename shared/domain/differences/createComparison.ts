import type { Codebook } from '../../model/codebookSchema'
import type { Difference, NotCompared } from '../../model/comparison'
import type { Matrix } from '../matrix/runningMatrix'
import { createRunningComparison, type RunningComparison } from './runningComparison'
import type { ComparisonGround } from './comparisonIndex'
import type { ComparisonInput } from './comparisonInput'

/** Where the accounts of a case do not say the same, and what nobody has compared yet. */
export interface Comparison {
  /** By kind, in the order of the kinds, then by key. */
  readonly differences: readonly Difference[]
  /** Worked out when it is first asked for: tags times reports may be many. */
  readonly notCompared: readonly NotCompared[]
  /** The accounts side by side, event by event; worked out when it is first asked for. */
  readonly matrix: Matrix
}

/**
 * Makes a function that finds the differences of a case, and of the same case again after changes: it then looks again only at what the
 * changed records bear on, and answers the same as a new one would. A record that changed must be a new object, and what was given
 * must not be altered afterwards.
 */
export function createComparison(codebook: Codebook): (input: ComparisonInput) => Comparison {
  let kept: { ground: ComparisonGround; running: RunningComparison } | null = null
  return (input) => {
    const running = kept !== null && isSameGround(kept.ground, input) ? kept.running : createRunningComparison(input, codebook)
    // Not kept while it takes the input, so that a failure half-way leaves nothing half-done behind.
    kept = null
    const turn = running.take(input)
    kept = { ground: input, running }
    // Once the case has moved on, what was not asked for in time is read anew.
    const anew = () => createComparison(codebook)(input)
    let listed: readonly NotCompared[] | null = null
    let laidOut: Matrix | null = null
    return {
      differences: turn.differences,
      get notCompared() {
        return (listed ??= turn.notCompared() ?? anew().notCompared)
      },
      get matrix() {
        return (laidOut ??= turn.matrix() ?? anew().matrix)
      }
    }
  }
}

function isSameGround(before: ComparisonGround, after: ComparisonGround): boolean {
  return (
    before.case === after.case &&
    isSameRows(before.people, after.people) &&
    isSameRows(before.footage, after.footage) &&
    isSameRows(before.reports, after.reports) &&
    isSameRows(before.formAccounts ?? [], after.formAccounts ?? [])
  )
}

function isSameRows(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before === after || (before.length === after.length && before.every((row, at) => row === after[at]))
}
