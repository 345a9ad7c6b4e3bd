import type { PersonId } from '#shared/model/ids'
import { PersonPicker } from '../../ui/PersonPicker'
import { usePeople } from './usePeople'

interface ActsOnFieldsProps {
  details: { actorIds: PersonId[]; targetIds: PersonId[] }
  onChange: (people: { actorIds: PersonId[] } | { targetIds: PersonId[] }) => void
}

/** Who did it, and on whom. */
export function ActsOnFields({ details, onChange }: ActsOnFieldsProps) {
  const people = usePeople()
  return (
    <>
      <PersonPicker label="Who" people={people} value={details.actorIds} onChange={(actorIds) => onChange({ actorIds })} />
      <PersonPicker label="On whom" people={people} value={details.targetIds} onChange={(targetIds) => onChange({ targetIds })} />
    </>
  )
}
