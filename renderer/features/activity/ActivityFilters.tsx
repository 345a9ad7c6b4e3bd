import { useMemo, type ReactNode } from 'react'
import { describePerson } from '#shared/domain/records'
import { messagesOf } from '#shared/messages/messagesOf'
import type { LedgerLine } from '#shared/model/ledger'
import { useCaseStore } from '../../stores/caseStore'
import { Select } from '../../ui/Select'
import styles from './Activity.module.css'
import { topicWords } from './activityWords'
import { topics, type ActivityFilter } from './planActivity'

const say = messagesOf('activity')

interface ActivityFiltersProps {
  filter: ActivityFilter
  /** The lines read so far; who stands in them can be chosen. */
  lines: readonly LedgerLine[]
  onFilter: (filter: ActivityFilter) => void
  children: ReactNode
}

/** Which entries are shown: about what, by whom, and which person of the case they bear on. */
export function ActivityFilters({ filter, lines, onFilter, children }: ActivityFiltersProps) {
  const people = useCaseStore((state) => state.people)
  const authors = useMemo(() => new Map(lines.map(({ actorId, actorName }) => [actorId, actorName])), [lines])
  const members = [...people.values()].toSorted((one, other) => one.name.localeCompare(other.name))
  return (
    <div className={styles['filters']}>
      <Select
        label={say('topic')}
        value={filter.topic ?? ''}
        options={[{ value: '', label: say('allTopics') }, ...topics.map((value) => ({ value, label: topicWords(value) }))]}
        onValueChange={(value) => onFilter({ ...filter, topic: topics.find((topic) => topic === value) ?? null })}
      />
      <Select
        label={say('author')}
        value={filter.actorId ?? ''}
        options={[{ value: '', label: say('everyone') }, ...[...authors].map(([value, label]) => ({ value, label }))]}
        onValueChange={(value) => onFilter({ ...filter, actorId: [...authors.keys()].find((id) => id === value) ?? null })}
      />
      <Select
        label={say('person')}
        value={filter.personId ?? ''}
        options={[
          { value: '', label: say('anyPerson') },
          ...members.map((person) => ({ value: person.id, label: describePerson(person) }))
        ]}
        onValueChange={(value) => onFilter({ ...filter, personId: members.find(({ id }) => id === value)?.id ?? null })}
      />
      {children}
    </div>
  )
}
