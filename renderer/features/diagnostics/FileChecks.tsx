import { ShieldCheck } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { currentRegion } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'
import { checkIntervalSchema, type CheckInterval } from '#shared/model/fileCheck'
import { isOpenJob } from '#shared/model/job'
import type { Problem } from '#shared/rpc/problem'
import { connection, type Client } from '../../app/connection'
import { useJobStore } from '../../stores/jobStore'
import { problemOf } from '../../stores/problemOf'
import { useSessionStore } from '../../stores/sessionStore'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { ProblemNote } from '../../ui/ProblemNote'
import { Select } from '../../ui/Select'
import styles from './FileChecks.module.css'

type Status = Awaited<ReturnType<Client['checks']['status']>>

const say = messagesOf('diagnostics')

/** How often source files are hashed again, what was found last, and a way to do it now. */
export function FileChecks() {
  const [status, setStatus] = useState<Status | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const openCount = useJobStore(
    (state) =>
      [...state.jobs.values()].filter((job) => isOpenJob(job) && (job.kind === 'verify-footage' || job.kind === 'verify-report')).length
  )
  const endedCount = useJobStore((state) => [...state.jobs.values()].filter(({ endedAt }) => endedAt !== null).length)
  const { write, go } = useSessionStore.getState()
  const load = useCallback(async () => {
    try {
      setStatus(await connection().client.checks.status())
      setProblem(null)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }, [])
  // Asked again as each check begins or ends, and as files come in.
  useEffect(() => {
    const timer = setTimeout(() => void load())
    return () => clearTimeout(timer)
  }, [load, openCount, endedCount])

  const change = async (interval: CheckInterval) => {
    const next = await write(() => connection().client.checks.setInterval({ interval }))
    if (next !== null) setStatus(next)
  }
  if (problem !== null) {
    return (
      <ProblemNote
        problem={problem}
        action={
          <Button size="small" onClick={() => void load()}>
            {say('tryAgain')}
          </Button>
        }
      />
    )
  }
  if (status === null) return null
  return (
    <section className={styles['section']} aria-label={say('files')}>
      <div className={styles['controls']}>
        <Select
          label={say('verifyEvery')}
          value={status.interval}
          onValueChange={(interval) => void change(interval)}
          options={checkIntervalSchema.options.map((value) => ({ value, label: say(value) }))}
        />
        <p className={styles['words']}>{describeStatus(status, openCount)}</p>
        <Button
          icon={ShieldCheck}
          disabled={openCount > 0 || status.fileCount === 0}
          onClick={() => void write(() => connection().client.checks.startAll())}
        >
          {say('verifyAll')}
        </Button>
      </div>
      {status.notIntact.length > 0 && (
        <ul className={styles['list']}>
          {status.notIntact.map(({ check, incidentNumber, fileName }) => (
            <li key={check.id} className={styles['line']}>
              <Badge tone="danger">{say(check.state)}</Badge>
              <span className={styles['name']} title={fileName}>
                {fileName}
              </span>
              <time className={styles['words']} dateTime={check.checkedAt}>
                {localTime(check.checkedAt)}
              </time>
              <Button size="small" onClick={() => go({ screen: 'case', caseId: check.caseId, view: 'setup' })}>
                {say('openCase', { number: incidentNumber })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function describeStatus({ fileCount, intactCount, notIntact, lastCheckedAt, nextDueAt }: Status, openCount: number): string {
  if (fileCount === 0) return say('noFiles')
  const unchecked = fileCount - intactCount - notIntact.length
  const counts = [
    say('intactCount', { intact: intactCount, count: fileCount }),
    ...(notIntact.length === 0 ? [] : [say('notIntactCount', { count: notIntact.length })]),
    ...(unchecked === 0 ? [] : [say('unchecked', { count: unchecked })])
  ]
  const last = lastCheckedAt === null ? [] : [say('lastVerified', { when: localTime(lastCheckedAt) })]
  const due = nextDueAt === null ? [] : [say('nextDue', { when: localTime(nextDueAt) })]
  return [...counts, ...last, ...(openCount > 0 ? [say('underWay', { count: openCount })] : due)].join(' · ')
}

const localTime = (instant: string) =>
  new Date(instant).toLocaleString(currentRegion(), { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
