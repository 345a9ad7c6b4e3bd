import { useMemo } from 'react'
import { timeToIntervene } from '#shared/domain/deadline'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Tag, TagDetailsOf } from '#shared/model/tag'
import { useCaseStore } from '../../stores/caseStore'
import { PersonPicker } from '../../ui/PersonPicker'
import type { ChangeDetails } from './DetailsFields'
import { ForceTagField } from './ForceTagField'
import styles from './TagEditor.module.css'
import { usePeople } from './usePeople'

const say = messagesOf('tags')

interface NeededFieldsProps {
  tag: Tag
  details: TagDetailsOf<'intervention-needed'>
  onChange: ChangeDetails<'intervention-needed'>
}

/** Which officers were present while intervention was needed, and how long each took to step in. */
export function NeededFields({ tag, details, onChange }: NeededFieldsProps) {
  const people = usePeople()
  const tags = useCaseStore((state) => state.tags)
  const times = useMemo(() => timeToIntervene(tag, [...tags.values()]), [tag, tags])
  const officers = people.filter((person) => person.role === 'officer')
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? say('unknownPerson')
  return (
    <>
      <PersonPicker
        label={say('officersPresent')}
        people={officers}
        value={details.presentIds}
        onChange={(presentIds) => onChange((one) => ({ ...one, presentIds }))}
      />
      <ForceTagField
        near={tag}
        label={say('aboutWhichForce')}
        value={details.forceTagId}
        onChange={(forceTagId) => onChange((one) => ({ ...one, forceTagId }))}
      />
      {times.length > 0 && (
        <dl className={styles['facts']}>
          {times.map((time) => (
            <div key={time.officerId} className={styles['fact']}>
              <dt>{nameOf(time.officerId)}</dt>
              <dd>
                {time.timeUs === null
                  ? say('noEndYet')
                  : say(time.hasIntervened ? 'thenSteppedIn' : 'noIntervention', { seconds: (time.timeUs / 1e6).toFixed(1) })}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
