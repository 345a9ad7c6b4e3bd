import type { ReactNode } from 'react'
import type { BothWays, StatementShare } from '#shared/domain/matrix/planBothWays'
import type { Matrix } from '#shared/domain/matrix/runningMatrix'
import { formatShare } from '#shared/domain/watched'
import type { Tone } from '../../ui/tone'
import { accountWords, type WordSources } from '#shared/domain/matrix/matrixWords'
import styles from './Panel.module.css'

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
  const missing = bothWays.officersWithoutReport.map((id) => words.people.get(id)?.name ?? 'an unknown person')
  const { statements } = bothWays
  return (
    <div className={styles['panel']}>
      <div className={styles['figures']}>
        <Figure
          count={bothWays.inEveryReport}
          total={bothWays.momentCount}
          title="moments of force have a passage in every involved officer’s report"
        >
          {bothWays.notMentionedInSome} not mentioned in at least one of them · {bothWays.notComparedInSome} not compared yet with at least
          one
        </Figure>
        <Figure count={statements.tagged} total={totalOf(statements)} title="statements of force have a moment on footage">
          no moment tagged for {statements.noMoment} · {statements.cannotCheck} cannot be checked · {statements.notCompared} not compared
          yet
        </Figure>
      </div>
      {missing.length > 0 && <p className={styles['note']}>No report is loaded of: {missing.join(', ')}. Each uses force by a tag.</p>}
      <table className={styles['table']}>
        <caption className={styles['caption']}>By report. Only what a person linked or looked for counts as compared.</caption>
        <thead>
          <tr>
            <th scope="col">Report</th>
            <th scope="col">Moments of force in this report</th>
            <th scope="col">Statements of force with a moment on footage</th>
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
              <td colSpan={3}>No report is loaded yet.</td>
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
        <b className={styles['number']}>{count}</b> of {total} {title}
        {total > 0 && ` (${formatShare(count / total)})`}
      </p>
      <p className={styles['sub']}>{children}</p>
    </section>
  )
}

/** A bar in parts with its numbers in words below it. */
function Shares({ parts }: { parts: readonly Part[] }) {
  const shown = parts.filter(({ count }) => count > 0)
  if (shown.length === 0) return <span className={styles['sub']}>none</span>
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
    { word: 'mentioned', tone: 'agree', count: mentioned },
    { word: 'not mentioned', tone: 'differ', count: notMentioned },
    { word: 'not compared', tone: 'neutral', count: notCompared }
  ]
}

function statementParts({ tagged, noMoment, cannotCheck, notCompared }: StatementShare): Part[] {
  return [
    { word: 'with a moment', tone: 'agree', count: tagged },
    { word: 'no moment tagged', tone: 'differ', count: noMoment },
    { word: 'cannot be checked', tone: 'context', count: cannotCheck },
    { word: 'not compared', tone: 'neutral', count: notCompared }
  ]
}

function totalOf({ tagged, noMoment, cannotCheck, notCompared }: StatementShare): number {
  return tagged + noMoment + cannotCheck + notCompared
}
