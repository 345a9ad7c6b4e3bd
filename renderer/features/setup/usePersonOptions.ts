import { useMemo } from 'react'
import { describePerson, isActive } from '#shared/domain/records'
import type { PersonId } from '#shared/model/ids'
import { useCaseStore } from '../../stores/caseStore'
import type { SelectOption } from '../../ui/Select'

interface PersonOptions {
  options: readonly SelectOption<string>[]
  idOf: (value: string) => PersonId | null
}

/** The people of the case for a list, after a first line that chooses nobody; `chosenId` stays in it when withdrawn. */
export function usePersonOptions(nobody: string, chosenId: PersonId | null): PersonOptions {
  const people = useCaseStore((state) => state.people)
  return useMemo(() => {
    const offered = [...people.values()]
      .filter((person) => isActive(person) || person.id === chosenId)
      .toSorted((one, other) => one.role.localeCompare(other.role) || one.name.localeCompare(other.name))
    const options = offered.map((person): SelectOption<string> => ({ value: person.id, label: describePerson(person) }))
    return {
      options: [{ value: '', label: nobody }, ...options],
      idOf: (value) => offered.find((person) => person.id === value)?.id ?? null
    }
  }, [people, nobody, chosenId])
}
