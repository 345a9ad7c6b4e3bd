import { CircleCheck, CircleHelp, Clock, FileX, ShieldCheck, type LucideIcon } from 'lucide-react'
import type { ReportingDeadline } from '#shared/domain/deadline'
import type { Matrix } from '#shared/domain/matrix/runningMatrix'
import type { DutyOccasion, DutyRow, Presence, RecordedElement } from '#shared/domain/matrix/planDutyTable'
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

const deadlineLook: { readonly [One in ReportingDeadline]: { word: string; tone: Tone; icon: LucideIcon } } = {
  met: { word: 'Met', tone: 'agree', icon: CircleCheck },
  late: { word: 'Late', tone: 'differ', icon: Clock },
  'none-found': { word: 'No report found', tone: 'contra', icon: FileX },
  unknown: { word: 'Unknown', tone: 'neutral', icon: CircleHelp }
}

const presenceWords: { readonly [Source in Presence['source']]: string } = {
  tagged: 'tagged as present',
  failure: 'failure to intervene tagged',
  intervention: 'stepped in',
  camera: 'own camera recording',
  report: 'own report tells of it'
}

const elementNames = ['present', 'observing', 'beyondNecessary', 'noAttempt', 'imminentHarm'] as const

/** Each time that intervention was needed, and each officer recorded as there. Nothing in it is decided by the app. */
export function DutyPanel({ matrix, words }: { matrix: Matrix; words: WordSources }) {
  const { duty } = matrix
  if (duty.length === 0) {
    return (
      <EmptyState icon={ShieldCheck} title="No range in which intervention was needed is tagged">
        Tag one in the workbench, from when the need was apparent to when someone stepped in or the force ended.
      </EmptyState>
    )
  }
  return (
    <div className={styles['panel']}>
      <table className={styles['table']}>
        <caption className={styles['caption']}>
          What is recorded of the duty to intervene. The elements of M.G.L. c. 6E §15(a) stay undetermined until a person sets them.
        </caption>
        <thead>
          <tr>
            <th scope="col">Intervention needed</th>
            <th scope="col">Officer</th>
            <th scope="col">Recorded as there by</th>
            <th scope="col">Stepped in after</th>
            {elementNames.map((name) => (
              <th key={name} scope="col">
                {elementLabels[name]}
              </th>
            ))}
            <th scope="col">Report by end of shift</th>
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
      ? 'length not recorded'
      : `${seconds(lengthUs)} until ${firstInterventionTagId === null ? 'the range ends, nobody tagged as stepping in' : 'somebody stepped in'}`
  const heading = (
    <th scope="rowgroup" rowSpan={Math.max(1, rows.length)}>
      <Button size="small" variant="quiet" onClick={() => openTag(of.id, tag)}>
        {tagTime(tag, clock, of)}
      </Button>
      <span className={styles['sub']}>{tag.details.kind === 'intervention-needed' ? length : 'failure to intervene, in no range'}</span>
      {force !== undefined && <span className={styles['sub']}>concerns: {describeTag(force, codebook)}</span>}
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
          <td colSpan={elementNames.length + 4}>No officer is recorded as there.</td>
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
      <th scope="row">{person === undefined ? 'an unknown person' : describePerson(person)}</th>
      <td>{[...new Set(row.presence.map(({ source }) => presenceWords[source]))].join(', ')}</td>
      <td>
        {row.ownUs === null ? (
          <>none tagged{lengthUs !== null && <span className={styles['sub']}>in {seconds(lengthUs)}</span>}</>
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
          {deadline.word}
        </span>
        {row.deadline !== 'unknown' && person?.shiftEndsAt != null && (
          <span className={styles['sub']}>shift ended {formatInstant(person.shiftEndsAt, words.of.timeZone)}</span>
        )}
        {row.deadline === 'unknown' && <span className={styles['sub']}>shift end or time of writing not entered</span>}
      </td>
    </>
  )
}

function Answer({ element: { value, shownBy } }: { element: RecordedElement }) {
  if (value === 'undetermined') return <span className={styles['open']}>undetermined</span>
  return (
    <>
      <b>{value === 'mixed' ? 'yes and no' : value}</b>
      {shownBy !== null && <span className={styles['sub']}>at {formatFootageTime(shownBy.atUs, { withFraction: false })}</span>}
    </>
  )
}

function seconds(durationUs: number): string {
  return `${(durationUs / 1e6).toFixed(1)} s`
}
