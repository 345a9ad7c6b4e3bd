import { Video } from 'lucide-react'
import type { PersonPlan } from '#shared/domain/planPeople'
import { isActive } from '#shared/domain/records'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case } from '#shared/model/case'
import type { Footage } from '#shared/model/footage'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { cameraName } from '../../ui/cameraName'
import { tagTime } from '#shared/domain/tagWords'
import { PartSection } from './PartSection'
import styles from './People.module.css'

const say = messagesOf('people')

/** Every camera of the case: when it recorded, who wore it, and how many of the person's moments it covers. */
export function CameraSection({ of, plan: { person, moments } }: { of: Case; plan: PersonPlan }) {
  const footage = useCaseStore((state) => state.footage)
  const people = useCaseStore((state) => state.people)
  const clock = useCaseClock()
  const cameras = [...footage.values()].filter(isActive)
  const span = ({ id, probe }: Footage) => tagTime({ footageId: id, startUs: 0, endUs: probe.durationUs }, clock, of)
  const coveredBy = ({ id }: Footage) => moments.filter((moment) => moment.cameras.some(({ footageId }) => footageId === id)).length
  return (
    <PartSection title={say('cameras')} count={cameras.length} none={say('camerasNone')}>
      <ul className={styles['rows']}>
        {cameras.map((camera) => (
          <li key={camera.id} className={styles['line']}>
            <Video aria-hidden className={styles['rowIcon']} />
            <span className={styles['rowWords']}>
              <span>
                <b>{cameraName(camera, people)}</b>{' '}
                {camera.wearerId === person.id && <span className={styles['muted']}>{say('wornByThem')}</span>}
              </span>
              <span className={styles['sub']}>
                {span(camera)} · {say('covers', { covered: coveredBy(camera), count: moments.length })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </PartSection>
  )
}
