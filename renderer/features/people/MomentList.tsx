import type { PersonMoment } from '#shared/domain/planPeople'
import { describeTag } from '#shared/domain/records'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case } from '#shared/model/case'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { openMoment } from '../../stores/openEvidence'
import { useSessionStore } from '../../stores/sessionStore'
import { cameraName } from '../../ui/cameraName'
import { tagLook } from '../../ui/tagLook'
import { tagPeople, tagTime } from '#shared/domain/tagWords'
import styles from './People.module.css'

const say = messagesOf('people')

/** Moments at which a person is tagged, each with the cameras that recorded it; pressed, it opens. */
export function MomentList({ of, moments }: { of: Case; moments: readonly PersonMoment[] }) {
  return (
    <ul className={styles['rows']}>
      {moments.map((moment) => (
        <li key={moment.tag.id}>
          <MomentRow of={of} moment={moment} />
        </li>
      ))}
    </ul>
  )
}

function MomentRow({ of, moment: { tag, parts, cameras } }: { of: Case; moment: PersonMoment }) {
  const codebook = useSessionStore((state) => state.codebook)
  const people = useCaseStore((state) => state.people)
  const footage = useCaseStore((state) => state.footage)
  const clock = useCaseClock()
  const { tone, icon: Icon } = tagLook[tag.details.kind]
  const what = describeTag(tag, codebook)
  const time = tagTime(tag, clock, of)
  const nameOf = (id: string) => {
    const found = footage.get(id)
    return found === undefined ? '' : cameraName(found, people)
  }
  const own = cameras.filter(({ isOwn }) => isOwn).map(({ footageId, isTagged }) => named(nameOf(footageId), isTagged))
  const others = cameras.filter(({ isOwn }) => !isOwn).map(({ footageId, isTagged }) => named(nameOf(footageId), isTagged))
  return (
    <button
      type="button"
      className={styles['row']}
      data-tone={tone}
      title={say('openMoment', { what, time })}
      onClick={() => openMoment(of.id, tag)}
    >
      <Icon aria-hidden className={styles['rowIcon']} />
      <time className={styles['time']}>{time}</time>
      <span className={styles['rowWords']}>
        <span>
          <b className={styles['what']}>{what}</b> <span className={styles['muted']}>{tagPeople(tag.details, people)}</span>
        </span>
        <span className={styles['sub']}>
          {[
            parts.map((part) => say(part)).join(', '),
            own.length === 0 ? '' : say('ownCamera', { name: own.join(', ') }),
            others.length === 0 ? '' : say('seenBy', { names: others.join(', ') })
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </span>
    </button>
  )
}

const named = (name: string, isTagged: boolean) => (isTagged ? say('taggedOn', { name }) : name)
