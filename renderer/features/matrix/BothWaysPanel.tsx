import { messagesOf } from '#shared/messages/messagesOf'
import type { ReactNode } from 'react'
import type { BothWays, StatementShare } from '#shared/domain/matrix/planBothWays'
import type { Matrix } from '#shared/domain/matrix/runningMatrix'
import { formatShare } from '#shared/domain/watched'
import type { Tone } from '../../ui/tone'
import { accountWords, type WordSources } from '#shared/domain/matrix/matrixWords'
import styles from './Panel.module.css'

const say = messagesOf('matrix')

interface Part {
  word: string
  tone: Tone
  count: number
}

/** How far footage and reports tell of the same force, from either side, in numbers. */
export function BothWaysPanel({ matrix, words }: { matrix: Matrix; words: WordSources }) {
  const { bothWays, accounts } = matrix
  const reports = accounts.flatMap((account) => {
    const share = account.type === 'report' ? bothWays.reports.find(({ reportId }) => reportId === account.report.id) : undefined
    return share === undefined ? [] : [{ share, ...accountWords(account, words) }]
  })
  const missing = bothWays.officersWithoutReport.map((id) => words.people.get(id)?.name ?? say('unknownPerson'))
  const { statements } = bothWays
  return (
    <div className={styles['panel']}>
      <div className={styles['figures']}>
        <Figure
          count={bothWays.inEveryReport}
          total={bothWays.momentCount}
          title={say('momentsInReports', { total: bothWays.momentCount })}
        >
          {say('momentsLeft', { notMentioned: bothWays.notMentionedInSome, notCompared: bothWays.notComparedInSome })}
        </Figure>
        <Figure count={statements.tagged} total={totalOf(statements)} title={say('statementsTagged', { total: totalOf(statements) })}>
          {say('statementsLeft', {
            noMoment: statements.noMoment,
            cannotCheck: statements.cannotCheck,
            notCompared: statements.notCompared
          })}
        </Figure>
      </div>
      {missing.length > 0 && <p className={styles['note']}>{say('noReportOf', { names: missing.join(', ') })}</p>}
      <table className={styles['table']}>
        <caption className={styles['caption']}>{say('byReport')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('report')}</th>
            <th scope="col">{say('momentsInReport')}</th>
            <th scope="col">{say('statementsOnFootage')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map(({ share, name, detail }) => (
            <tr key={share.reportId}>
              <th scope="row">
                {name}
                <span className={styles['sub']}>{detail}</span>
              </th>
              <td>
                <Shares parts={momentParts(share.moments)} />
              </td>
              <td>
                <Shares parts={statementParts(share.statements)} />
              </td>
            </tr>
          ))}
          {reports.length === 0 && (
            <tr>
              <td colSpan={3}>{say('noReportYet')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function Figure({ count, total, title, children }: { count: number; total: number; title: string; children: ReactNode }) {
  return (
    <section className={styles['figure']}>
      <p>
        <b className={styles['number']}>{count}</b> {title}
        {total > 0 && ` ${say('share', { share: formatShare(count / total) })}`}
      </p>
      <p className={styles['sub']}>{children}</p>
    </section>
  )
}

/** A bar in parts with its numbers in words below it. */
function Shares({ parts }: { parts: readonly Part[] }) {
  const shown = parts.filter(({ count }) => count > 0)
  if (shown.length === 0) return <span className={styles['sub']}>{say('none')}</span>
  return (
    <>
      <span aria-hidden className={styles['bar']}>
        {shown.map(({ word, tone, count }) => (
          <i key={word} data-tone={tone} className={styles['part']} style={{ flexGrow: count }} />
        ))}
      </span>
      <span className={styles['parts']}>
        {shown.map(({ word, tone, count }) => (
          <span key={word} data-tone={tone} className={styles['share']}>
            <b>{count}</b> {word}
          </span>
        ))}
      </span>
    </>
  )
}

function momentParts({ mentioned, notMentioned, notCompared }: BothWays['reports'][number]['moments']): Part[] {
  return [
    { word: say('partMentioned'), tone: 'agree', count: mentioned },
    { word: say('partNotMentioned'), tone: 'differ', count: notMentioned },
    { word: say('partNotCompared'), tone: 'neutral', count: notCompared }
  ]
}

function statementParts({ tagged, noMoment, cannotCheck, notCompared }: StatementShare): Part[] {
  return [
    { word: say('partWithMoment'), tone: 'agree', count: tagged },
    { word: say('partNoMoment'), tone: 'differ', count: noMoment },
    { word: say('partCannotCheck'), tone: 'context', count: cannotCheck },
    { word: say('partNotCompared'), tone: 'neutral', count: notCompared }
  ]
}

function totalOf({ tagged, noMoment, cannotCheck, notCompared }: StatementShare): number {
  return tagged + noMoment + cannotCheck + notCompared
}
