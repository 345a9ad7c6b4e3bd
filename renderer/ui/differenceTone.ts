import type { DifferenceKind } from '#shared/model/comparison'
import type { Tone } from './tone'

/** The colour of a kind of difference; its name always stands beside it. */
export function differenceTone(kind: DifferenceKind): Tone {
  if (kind === 'duty-to-intervene') return 'fail'
  if (kind === 'coverage') return 'neutral'
  return kind === 'not-in-report' || kind === 'not-on-footage' || kind === 'justification' ? 'differ' : 'contra'
}
