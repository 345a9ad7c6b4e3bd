import { messagesOf } from '#shared/messages/messagesOf'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { ReadStatement, Report, Statement } from '#shared/model/report'
import { statementKindLabels } from '#shared/domain/statementKindLabels'
import { formatInstant } from '#shared/domain/time'
import { useSessionStore } from '../../stores/sessionStore'
import { Chip } from '../../ui/Chip'
import { describeReading } from '../../ui/statementWords'
import { planEvidence, planQuote } from './planEvidence'
import { changedFields } from './statementForm'
import styles from './StatementPanel.module.css'
import type { Readings } from './useReadings'

const say = messagesOf('reports')

interface SuggestionProps {
  readings: Readings
  chosen: ReadStatement | null
  onFollow: (reading: ReadStatement) => void
}

/** What the reader makes of the words, to choose from, and which words each part of it rests on. */
export function Suggestion({ readings, chosen, onFollow }: SuggestionProps) {
  if (readings.status === 'asking') return <p className={styles['faint']}>{say('readingWords')}</p>
  if (readings.status === 'failed') return <p className={styles['faint']}>{say('couldNotRead', { what: readings.what })}</p>
  if (readings.found.length === 0) return <p className={styles['faint']}>{say('readerNothing')}</p>
  return (
    <div className={styles['suggestion']}>
      <p>
        <b>{say('checkIt')}</b> {chosen === null ? say('chooseFill') : say('restsOn')}
      </p>
      <div className={styles['types']}>
        {readings.found.map((reading, index) => (
          <Chip
            key={`${reading.start} ${reading.kind} ${index}`}
            isSelected={reading === chosen}
            title={reading.text}
            onToggle={() => onFollow(reading)}
          >
            {statementKindLabels[reading.kind]}: “{reading.text}”
          </Chip>
        ))}
      </div>
      {chosen !== null && <Evidence reading={chosen} />}
    </div>
  )
}

function Evidence({ reading }: { reading: ReadStatement }) {
  return (
    <dl className={styles['evidence']}>
      {planEvidence(reading).map(({ field, label, words }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>{words.map((word) => `“${word}”`).join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The passage, with the words marked that a reading rests on; `start` is where it begins in the report, in UTF-16 units. */
export function Quote({ quote, start, reading }: { quote: string; start: number; reading: ReadStatement | null }) {
  return (
    <blockquote className={styles['quote']}>
      {planQuote(quote, start, reading).map(({ text, labels }, index) =>
        labels.length === 0 ? (
          <span key={index}>{text}</span>
        ) : (
          <mark key={index} className={styles['mark']} title={labels.join(', ')}>
            {text}
          </mark>
        )
      )}
    </blockquote>
  )
}

interface ReaderFoundProps {
  statement: Statement
  of: Case
  people: readonly Person[]
  report: Report
  codebook: Codebook
}

/** What the reader had found where this statement was made, and who changed what of it when. */
export function ReaderFound({ statement, of, people, report, codebook }: ReaderFoundProps) {
  const user = useSessionStore((store) => store.user)
  const { readAs } = statement
  if (readAs === undefined) return null
  const changed = changedFields(statement, readAs, people, report, of)
  const who = user?.id === statement.updatedBy ? user.name : say('anotherReviewer')
  return (
    <p className={styles['found']}>
      <b>{say('readerFound')}</b> {describeReading(readAs, codebook)}.{' '}
      {changed.length === 0
        ? say('keptAsFound')
        : say('changedBy', { who, when: formatInstant(statement.updatedAt, of.timeZone), fields: changed.join(', ') })}
    </p>
  )
}
