import { messagesOf } from '#shared/messages/messagesOf'
import type { PersonId } from '#shared/model/ids'
import { PersonPicker } from '../../ui/PersonPicker'
import { usePeople } from './usePeople'

const say = messagesOf('tags')

interface ActsOnFieldsProps {
  details: { actorIds: PersonId[]; targetIds: PersonId[] }
  onChange: (people: { actorIds: PersonId[] } | { targetIds: PersonId[] }) => void
}

/** Who did it, and on whom. */
export function ActsOnFields({ details, onChange }: ActsOnFieldsProps) {
  const people = usePeople()
  return (
    <>
      <PersonPicker label={say('who')} people={people} value={details.actorIds} onChange={(actorIds) => onChange({ actorIds })} />
      <PersonPicker label={say('onWhom')} people={people} value={details.targetIds} onChange={(targetIds) => onChange({ targetIds })} />
    </>
  )
}
