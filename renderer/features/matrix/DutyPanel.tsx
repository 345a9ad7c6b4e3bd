import { messagesOf } from '#shared/messages/messagesOf'
import { CircleCheck, CircleHelp, Clock, FileX, ShieldCheck, type LucideIcon } from 'lucide-react'
import type { ReportingDeadline } from '#shared/domain/deadline'
import type { Matrix } from '#shared/domain/matrix/runningMatrix'
import type { DutyOccasion, DutyRow, RecordedElement } from '#shared/domain/matrix/planDutyTable'
import { describePerson, describeTag } from '#shared/domain/records'
import { formatFootageTime, formatInstant } from '#shared/domain/time'
import { useCaseStore } from '../../stores/caseStore'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { elementLabels, tagTime } from '#shared/domain/tagWords'
import type { Tone } from '../../ui/tone'
import { openTag } from './matrixActions'
import type { WordSources } from '#shared/domain/matrix/matrixWords'
import styles from './Panel.module.css'

const say = messagesOf('matrix')

const deadlineLook: {
  readonly [One in ReportingDeadline]: { word: `deadline${'Met' | 'Late' | 'None' | 'Unknown'}`; tone: Tone; icon: LucideIcon }
} = {
  met: { word: 'deadlineMet', tone: 'agree', icon: CircleCheck },
  late: { word: 'deadlineLate', tone: 'differ', icon: Clock },
  'none-found': { word: 'deadlineNone', tone: 'contra', icon: FileX },
  unknown: { word: 'deadlineUnknown', tone: 'neutral', icon: CircleHelp }
}

const elementNames = ['present', 'observing', 'beyondNecessary', 'noAttempt', 'imminentHarm'] as const

/** Each time that intervention was needed, and each officer recorded as there. Nothing in it is decided by the app. */
export function DutyPanel({ matrix, words }: { matrix: Matrix; words: WordSources }) {
  const { duty } = matrix
  if (duty.length === 0) {
    return (
      <EmptyState icon={ShieldCheck} title={say('noDuty')}>
        {say('noDutyHint')}
      </EmptyState>
    )
  }
  return (
    <div className={styles['panel']}>
      <table className={styles['table']}>
        <caption className={styles['caption']}>{say('dutyCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('interventionNeeded')}</th>
            <th scope="col">{say('officer')}</th>
            <th scope="col">{say('thereBy')}</th>
            <th scope="col">{say('steppedInAfter')}</th>
            {elementNames.map((name) => (
              <th key={name} scope="col">
                {elementLabels[name]}
              </th>
            ))}
            <th scope="col">{say('reportByEnd')}</th>
          </tr>
        </thead>
        {duty.map((occasion) => (
          <Occasion key={occasion.tag.id} occasion={occasion} words={words} />
        ))}
      </table>
    </div>
  )
}

function Occasion({ occasion, words }: { occasion: DutyOccasion; words: WordSources }) {
  const { of, codebook, clock } = words
  const { tag, lengthUs, firstInterventionTagId, forceTagId, rows } = occasion
  const force = useCaseStore((store) => (forceTagId === null ? undefined : store.tags.get(forceTagId)))
  const length =
    lengthUs === null
      ? say('lengthNotRecorded')
      : say(firstInterventionTagId === null ? 'untilRangeEnds' : 'untilSteppedIn', { length: seconds(lengthUs) })
  const heading = (
    <th scope="rowgroup" rowSpan={Math.max(1, rows.length)}>
      <Button size="small" variant="quiet" onClick={() => openTag(of.id, tag)}>
        {tagTime(tag, clock, of)}
      </Button>
      <span className={styles['sub']}>{tag.details.kind === 'intervention-needed' ? length : say('failureInNoRange')}</span>
      {force !== undefined && <span className={styles['sub']}>{say('concerns', { force: describeTag(force, codebook) })}</span>}
    </th>
  )
  return (
    <tbody>
      {rows.map((row, index) => (
        <tr key={row.officerId}>
          {index === 0 && heading}
          <Officer row={row} lengthUs={lengthUs} words={words} />
        </tr>
      ))}
      {rows.length === 0 && (
        <tr>
          {heading}
          <td colSpan={elementNames.length + 4}>{say('nobodyThere')}</td>
        </tr>
      )}
    </tbody>
  )
}

function Officer({ row, lengthUs, words }: { row: DutyRow; lengthUs: number | null; words: WordSources }) {
  const person = words.people.get(row.officerId)
  const deadline = deadlineLook[row.deadline]
  return (
    <>
      <th scope="row">{person === undefined ? say('unknownPerson') : describePerson(person)}</th>
      <td>{[...new Set(row.presence.map(({ source }) => say('presence', { source })))].join(', ')}</td>
      <td>
        {row.ownUs === null ? (
          <>
            {say('noneTagged')}
            {lengthUs !== null && <span className={styles['sub']}>{say('inLength', { length: seconds(lengthUs) })}</span>}
          </>
        ) : (
          seconds(row.ownUs)
        )}
      </td>
      {elementNames.map((name) => (
        <td key={name}>
          <Answer element={row.elements[name]} />
        </td>
      ))}
      <td>
        <span className={styles['state']} data-tone={deadline.tone}>
          <deadline.icon aria-hidden className={styles['icon']} />
          {say(deadline.word)}
        </span>
        {row.deadline !== 'unknown' && person?.shiftEndsAt != null && (
          <span className={styles['sub']}>{say('shiftEnded', { at: formatInstant(person.shiftEndsAt, words.of.timeZone) })}</span>
        )}
        {row.deadline === 'unknown' && <span className={styles['sub']}>{say('shiftNotEntered')}</span>}
      </td>
    </>
  )
}

function Answer({ element: { value, shownBy } }: { element: RecordedElement }) {
  if (value === 'undetermined') return <span className={styles['open']}>{say('undetermined')}</span>
  return (
    <>
      <b>{say('answer', { value })}</b>
      {shownBy !== null && (
        <span className={styles['sub']}>{say('answerAt', { time: formatFootageTime(shownBy.atUs, { withFraction: false }) })}</span>
      )}
    </>
  )
}

function seconds(durationUs: number): string {
  return say('seconds', { count: (durationUs / 1e6).toFixed(1) })
}
