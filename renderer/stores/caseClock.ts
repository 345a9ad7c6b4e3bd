import { planCaseClock, type CaseClock } from '#shared/domain/caseClock'
import type { Footage } from '#shared/model/footage'
import { useCaseStore } from './caseStore'

const planned = new WeakMap<ReadonlyMap<string, Footage>, CaseClock>()

/** The clock of a case; planned once for each state of its footage. */
export function caseClockOf(footage: ReadonlyMap<string, Footage>): CaseClock {
  const known = planned.get(footage)
  if (known !== undefined) return known
  const clock = planCaseClock(footage.values())
  planned.set(footage, clock)
  return clock
}

/** The clock of the open case, as its footage is aligned now. */
export function useCaseClock(): CaseClock {
  return caseClockOf(useCaseStore((state) => state.footage))
}
