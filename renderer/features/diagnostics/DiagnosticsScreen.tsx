import { BookOpen, CircleCheck, ClipboardCopy } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { currentRegion } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Diagnostics } from '#shared/rpc/diagnostics'
import type { Problem } from '#shared/rpc/problem'
import { saidAgain } from '#shared/messages/readBack'
import { connection } from '../../app/connection'
import { useJobStore } from '../../stores/jobStore'
import { problemOf } from '../../stores/problemOf'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { Page } from '../../ui/Page'
import { ProblemNote } from '../../ui/ProblemNote'
import { Waiting } from '../../ui/Waiting'
import styles from './DiagnosticsScreen.module.css'
import { FileChecks } from './FileChecks'
import { JobTable } from './JobTable'
import { jobLine } from './jobLine'
import { diagnosticsText, planValues } from './planValues'

const say = messagesOf('diagnostics')

/** What runs here, what does not work and why, and the long work of the last day. */
export function DiagnosticsScreen() {
  const [diagnostics, setDiagnostics] = useState<Diagnostics | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const load = useCallback(async () => {
    try {
      setDiagnostics(await connection().client.app.diagnostics())
      setProblem(null)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }, [])
  useEffect(() => {
    const stop = connection().shell.onCoreRestarted(() => void load())
    const timer = setTimeout(() => void load())
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [load])

  return (
    <Page
      title={say('title')}
      actions={
        <>
          <Button icon={ClipboardCopy} disabled={diagnostics === null} onClick={() => diagnostics !== null && void copy(diagnostics)}>
            {say('copy')}
          </Button>
          <Button onClick={() => void load()}>{say('again')}</Button>
        </>
      }
    >
      {problem !== null && <ProblemNote problem={problem} />}
      {diagnostics === null && problem === null && <Waiting>{say('looking')}</Waiting>}
      {diagnostics !== null && (
        <>
          <Limits limits={diagnostics.limits} hasCodebookProblem={diagnostics.codebook.problem !== null} />
          <Values diagnostics={diagnostics} />
        </>
      )}
      <h2 className={styles['subtitle']}>{say('files')}</h2>
      <FileChecks />
      <h2 className={styles['subtitle']}>{say('jobs')}</h2>
      <JobTable />
    </Page>
  )
}

async function copy(diagnostics: Diagnostics): Promise<void> {
  const { notify } = useSessionStore.getState()
  const jobs = [...useJobStore.getState().jobs.values()].toSorted((one, other) => other.createdAt.localeCompare(one.createdAt))
  const takenAt = new Date().toLocaleString(currentRegion(), { dateStyle: 'medium', timeStyle: 'long', hourCycle: 'h23' })
  try {
    await navigator.clipboard.writeText(
      diagnosticsText(planValues(diagnostics, navigator.userAgent), diagnostics.limits, jobs.map(jobLine), takenAt)
    )
    notify(say('copied'))
  } catch {
    // The system keeps its clipboard to itself, e.g. while another window has the focus; the lines are on screen.
    notify(say('copyFailed'))
  }
}

function Limits({ limits, hasCodebookProblem }: { limits: readonly string[]; hasCodebookProblem: boolean }) {
  if (limits.length === 0) {
    return (
      <p className={styles['fine']}>
        <CircleCheck aria-hidden className={styles['fineIcon']} />
        {say('fine')}
      </p>
    )
  }
  return (
    <section className={styles['limits']} aria-labelledby="limits-title">
      <h2 id="limits-title">{say('limits')}</h2>
      <ul className={styles['limitList']}>
        {limits.map((limit) => (
          <li key={limit}>{saidAgain('limits', limit)}</li>
        ))}
      </ul>
      {hasCodebookProblem && (
        <Button size="small" icon={BookOpen} onClick={() => useSessionStore.getState().go({ screen: 'codebook' })}>
          {say('showCodebook')}
        </Button>
      )}
    </section>
  )
}

function Values({ diagnostics }: { diagnostics: Diagnostics }) {
  return (
    <dl className={styles['values']} aria-label={say('values')}>
      {planValues(diagnostics, navigator.userAgent).map(([name, value]) => (
        <div key={name} className={styles['value']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
