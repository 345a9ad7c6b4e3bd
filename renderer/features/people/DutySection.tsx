import type { PersonPlan } from '#shared/domain/planPeople'
import { describeTag } from '#shared/domain/records'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case } from '#shared/model/case'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { openMoment } from '../../stores/openEvidence'
import { useSessionStore } from '../../stores/sessionStore'
import { tagLook } from '../../ui/tagLook'
import { tagTime } from '#shared/domain/tagWords'
import { PartSection } from './PartSection'
import styles from './People.module.css'
import { describeElements, describeSources } from './peopleWords'

const say = messagesOf('people')
type Situation = PersonPlan['duty'][number]

/** Each time that intervention was needed and the officer is recorded as there. */
export function DutySection({ of, plan: { duty } }: { of: Case; plan: PersonPlan }) {
  return (
    <PartSection title={say('duty')} count={duty.length} hint={say('dutyHint')} none={say('dutyNone')}>
      <ul className={styles['rows']}>
        {duty.map((situation) => (
          <li key={situation.occasion.tag.id}>
            <SituationRow of={of} situation={situation} />
          </li>
        ))}
      </ul>
    </PartSection>
  )
}

function SituationRow({ of, situation: { occasion, row } }: { of: Case; situation: Situation }) {
  const codebook = useSessionStore((state) => state.codebook)
  const force = useCaseStore((state) => (occasion.forceTagId === null ? undefined : state.tags.get(occasion.forceTagId)))
  const clock = useCaseClock()
  const { tag } = occasion
  const look = tagLook[tag.details.kind]
  const Icon = look.icon
  const time = tagTime(tag, clock, of)
  const what = situationWords(occasion)
  return (
    <button
      type="button"
      className={styles['row']}
      data-tone={look.tone}
      title={say('openMoment', { what, time })}
      onClick={() => openMoment(of.id, tag)}
    >
      <Icon aria-hidden className={styles['rowIcon']} />
      <time className={styles['time']}>{time}</time>
      <span className={styles['rowWords']}>
        <span>
          <b className={styles['what']}>{what}</b>{' '}
          {force !== undefined && <span className={styles['muted']}>{say('concerns', { force: describeTag(force, codebook) })}</span>}
        </span>
        <span className={styles['sub']}>{say('thereBy', { sources: describeSources(row.presence) })}</span>
        <span className={styles['sub']}>
          {row.ownUs === null ? say('notSteppedIn') : say('steppedIn', { seconds: row.ownUs / 1e6 })}
          {row.failureTagIds.length > 0 && ` · ${describeElements(row.elements)}`}
        </span>
      </span>
    </button>
  )
}

function situationWords({ tag, lengthUs }: Situation['occasion']): string {
  if (tag.details.kind !== 'intervention-needed') return say('failureAlone')
  return lengthUs === null ? say('neededOpen') : say('neededFor', { seconds: lengthUs / 1e6 })
}
