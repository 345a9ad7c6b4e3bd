import { FileText, Quote } from 'lucide-react'
import type { Mention, OwnReport } from '#shared/domain/planPeople'
import { formatInstant } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case } from '#shared/model/case'
import { useCaseStore } from '../../stores/caseStore'
import { openPassage, openReport } from '../../stores/openEvidence'
import { useSessionStore } from '../../stores/sessionStore'
import { Badge } from '../../ui/Badge'
import { reportLine } from '../../ui/reportLine'
import { describeStatement } from '../../ui/statementWords'
import type { Tone } from '../../ui/tone'
import styles from './People.module.css'
import { describeMargin } from './peopleWords'

const say = messagesOf('people')
const standingTones: { readonly [Each in OwnReport['standing']]: Tone } = {
  'by-shift-end': 'agree',
  'after-shift-end': 'differ',
  unknown: 'neutral'
}

/** A person's own reports, each held against the end of the shift. */
export function ReportList({ of, reports }: { of: Case; reports: readonly OwnReport[] }) {
  const codebook = useSessionStore((state) => state.codebook)
  return (
    <ul className={styles['rows']}>
      {reports.map(({ report, standing, marginMs }) => {
        const type = codebook.reportTypes.find(({ id }) => id === report.type)?.label ?? report.type
        return (
          <li key={report.id}>
            <button
              type="button"
              className={styles['row']}
              title={say('openReport', { what: `${type}, ${report.fileName}` })}
              onClick={() => openReport(of.id, report)}
            >
              <FileText aria-hidden className={styles['rowIcon']} />
              <span className={styles['rowWords']}>
                <span>
                  <b>{type}</b> <span className={styles['muted']}>{report.fileName}</span>
                </span>
                <span className={styles['sub']}>
                  {report.writtenAt === null
                    ? say('writtenUnknown')
                    : say('written', { when: formatInstant(report.writtenAt, of.timeZone) })}
                </span>
              </span>
              {marginMs !== null && (
                <Badge tone={standingTones[standing]}>{say(marginMs < 0 ? 'after' : 'before', { time: describeMargin(marginMs) })}</Badge>
              )}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** Words of other people's reports that name a person. */
export function MentionList({ of, mentions }: { of: Case; mentions: readonly Mention[] }) {
  const codebook = useSessionStore((state) => state.codebook)
  const people = useCaseStore((state) => state.people)
  return (
    <ul className={styles['rows']}>
      {mentions.map(({ statement, passage, report }) => {
        const quote = `“${passage.anchor.exact.replace(/\s+/g, ' ').trim()}”`
        return (
          <li key={statement.id}>
            <button
              type="button"
              className={styles['row']}
              title={say('openPassage', { quote })}
              onClick={() => openPassage(of.id, passage)}
            >
              <Quote aria-hidden className={styles['rowIcon']} />
              <span className={styles['rowWords']}>
                <span>{quote}</span>
                <span className={styles['sub']}>
                  {describeStatement(statement, of, people, codebook)} · {reportLine(report, of, people, codebook)}
                </span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
