import { Pencil } from 'lucide-react'
import type { PersonPlan } from '#shared/domain/planPeople'
import { formatInstant } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case } from '#shared/model/case'
import { useKeyHint } from '../../app/commands'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { cameraName } from '../../ui/cameraName'
import { CameraSection } from './CameraSection'
import { DutySection } from './DutySection'
import { MomentList } from './MomentList'
import { PartSection } from './PartSection'
import styles from './People.module.css'
import { deadlineLook, describePresence, personFacts } from './peopleWords'
import { MentionList, ReportList } from './ReportList'

const say = messagesOf('people')

/** All that is recorded of one person; each line opens the moment or the words that it rests on. */
export function PersonDetail({ of, plan, onChange }: { of: Case; plan: PersonPlan; onChange: () => void }) {
  const { person, moments, reports, mentions } = plan
  const isOfficer = person.role === 'officer'
  const force = moments.filter(({ tag }) => tag.details.kind === 'force')
  const others = moments.filter(({ tag }) => tag.details.kind !== 'force')
  return (
    <div className={styles['detail']}>
      <header className={styles['head']}>
        <div className={styles['headWords']}>
          <h1 className={styles['name']}>{person.name}</h1>
          <p className={styles['muted']}>{personFacts(person)}</p>
        </div>
        <Button icon={Pencil} {...useKeyHint('people.change')} title={say('changePerson', { name: person.name })} onClick={onChange}>
          {say('change')}
        </Button>
      </header>
      <Facts of={of} plan={plan} />
      {isOfficer && <DutySection of={of} plan={plan} />}
      {isOfficer && (
        <PartSection title={say('force')} count={force.length} hint={say('forceHint')} none={say('forceNone')}>
          <MomentList of={of} moments={force} />
        </PartSection>
      )}
      {(isOfficer || reports.length > 0) && (
        <PartSection title={say('reports')} count={reports.length} none={say('reportsNone')}>
          <ReportList of={of} reports={reports} />
        </PartSection>
      )}
      {isOfficer ? (
        <PartSection title={say('moments')} count={others.length} none={say('momentsNone')}>
          <MomentList of={of} moments={others} />
        </PartSection>
      ) : (
        <PartSection title={say('allMoments')} count={moments.length} none={say('allMomentsNone')}>
          <MomentList of={of} moments={moments} />
        </PartSection>
      )}
      <PartSection title={say('mentions')} count={mentions.length} none={say('mentionsNone')}>
        <MentionList of={of} mentions={mentions} />
      </PartSection>
      {isOfficer && <CameraSection of={of} plan={plan} />}
    </div>
  )
}

/** The few facts that are looked for first. */
function Facts({ of, plan: { person, moments, worn, deadline, reports } }: { of: Case; plan: PersonPlan }) {
  const clock = useCaseClock()
  const people = useCaseStore((state) => state.people)
  const look = deadline === null ? null : deadlineLook(deadline)
  const why = deadline === 'unknown' ? say('deadlineUnknown') : reports.length === 0 ? say('deadlineNone') : null
  return (
    <dl className={styles['facts']}>
      {look !== null && (
        <>
          <div className={styles['fact']}>
            <dt>{say('deadline')}</dt>
            <dd>
              <Badge tone={look.tone}>{look.word}</Badge>
              {why !== null && <span className={styles['sub']}>{why}</span>}
            </dd>
          </div>
          <div className={styles['fact']}>
            <dt>{say('shiftEnd')}</dt>
            <dd>
              {person.shiftEndsAt === null ? say('notEntered') : formatInstant(person.shiftEndsAt, of.timeZone)}
              {person.shiftEndsAt === null && <span className={styles['sub']}>{say('shiftHint')}</span>}
            </dd>
          </div>
        </>
      )}
      <div className={styles['fact']}>
        <dt>{say('presence')}</dt>
        <dd>
          {describePresence(moments, clock, of) ?? say('presenceNone')}
          {moments.length > 0 && <span className={styles['sub']}>{say('momentCount', { count: moments.length })}</span>}
        </dd>
      </div>
      {look !== null && (
        <div className={styles['fact']}>
          <dt>{say('worn')}</dt>
          <dd>{worn.length === 0 ? say('wornNone') : worn.map((footage) => cameraName(footage, people)).join(', ')}</dd>
        </div>
      )}
    </dl>
  )
}
