import { messagesOf } from '#shared/messages/messagesOf'
import type { Person } from '#shared/model/case'
import type { PersonId } from '#shared/model/ids'
import { Chip } from './Chip'
import styles from './PersonPicker.module.css'

const say = messagesOf('ui')

interface PersonPickerProps {
  people: readonly Person[]
  value: readonly PersonId[]
  onChange: (ids: PersonId[]) => void
  label: string
  /** True where choosing one lets go of the one before. */
  isSingle?: boolean
}

const roleOrder = { officer: 0, subject: 1, witness: 2 }

/** The people of a case as chips to press; one press each. Withdrawn people are shown only while they are chosen. */
export function PersonPicker({ people, value, onChange, label, isSingle = false }: PersonPickerProps) {
  const offered = people
    .filter((person) => person.withdrawn === null || value.includes(person.id))
    .toSorted((one, other) => roleOrder[one.role] - roleOrder[other.role] || one.name.localeCompare(other.name))
  const toggle = (id: PersonId) => {
    if (value.includes(id)) onChange(value.filter((chosen) => chosen !== id))
    else onChange(isSingle ? [id] : [...value, id])
  }
  return (
    <div role="group" aria-label={label} className={styles['picker']}>
      <span aria-hidden className={styles['label']}>
        {label}
      </span>
      <div className={styles['people']}>
        {offered.map((person) => (
          <Chip
            key={person.id}
            isSelected={value.includes(person.id)}
            title={`${person.name} (${person.withdrawn === null ? say('personRole', { role: person.role }) : say('withdrawn')})`}
            onToggle={() => toggle(person.id)}
          >
            {person.name}
          </Chip>
        ))}
        {offered.length === 0 && <span className={styles['none']}>{say('noPeople')}</span>}
      </div>
    </div>
  )
}
