import type { MomentPair } from '../model/alignment'
import { problemWords, type ProblemWords } from '../rpc/problem'

/** Where a footage stands on its reference, or why the moments do not tell. */
export type HandPlan = { offsetUs: number; driftPpm: number; problem: null } | { problem: ProblemWords }

/** More than any camera's quartz strays by. */
const greatestDriftPpm = 200
/** Two moments that disagree by less are taken for the same, each a frame or so off. */
const toleratedUs = 100_000

/**
 * What one or two matching moments tell: one gives the offset; two give the offset and the drift, or, where they lie too near each
 * other to tell a drift from a frame's misjudgement, the offset between them. Pure.
 */
export function planHandAlignment(pairs: readonly MomentPair[]): HandPlan {
  const [one, other] = pairs
  if (one === undefined) return { problem: problemWords('noMomentMarked') }
  if (other === undefined) return { offsetUs: lagOf(one), driftPpm: 0, problem: null }
  const spanUs = other.footageUs - one.footageUs
  const apartUs = lagOf(other) - lagOf(one)
  const driftPpm = spanUs === 0 ? Infinity : (apartUs / spanUs) * 1e6
  if (Math.abs(driftPpm) <= greatestDriftPpm) {
    return {
      offsetUs: Math.round(lagOf(one) - (one.footageUs * apartUs) / spanUs),
      driftPpm: Math.round(driftPpm * 100) / 100,
      problem: null
    }
  }
  if (Math.abs(apartUs) <= toleratedUs) return { offsetUs: Math.round((lagOf(one) + lagOf(other)) / 2), driftPpm: 0, problem: null }
  const seconds = (us: number) => (Math.abs(us) / 1e6).toFixed(2)
  return {
    problem: problemWords('pairsApart', { one: seconds(spanUs), other: seconds(spanUs + apartUs) })
  }
}

const lagOf = ({ footageUs, referenceUs }: MomentPair) => referenceUs - footageUs
