import { useMemo } from 'react'
import type { Person } from '#shared/model/case'
import { useCaseStore } from '../../stores/caseStore'

/** The people of the open case, withdrawn ones too. */
export function usePeople(): Person[] {
  const people = useCaseStore((state) => state.people)
  return useMemo(() => [...people.values()], [people])
}
