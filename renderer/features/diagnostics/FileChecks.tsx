import { ShieldCheck } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
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

const intervalWords: Record<CheckInterval, string> = {
  off: 'Only when asked',
  daily: 'Every day',
  weekly: 'Every 7 days',
  monthly: 'Every 30 days'
}

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
  if (problem !== null) return <ProblemNote problem={problem} />
  if (status === null) return null
  return (
    <section className={styles['section']} aria-label="Files hashed again">
      <div className={styles['controls']}>
        <Select
          label="Verify every file"
          value={status.interval}
          onValueChange={(interval) => void change(interval)}
          options={checkIntervalSchema.options.map((value) => ({ value, label: intervalWords[value] }))}
        />
        <p className={styles['words']}>{describeStatus(status, openCount)}</p>
        <Button
          icon={ShieldCheck}
          disabled={openCount > 0 || status.fileCount === 0}
          onClick={() => void write(() => connection().client.checks.startAll())}
        >
          Verify all now
        </Button>
      </div>
      {status.notIntact.length > 0 && (
        <ul className={styles['list']}>
          {status.notIntact.map(({ check, incidentNumber, fileName }) => (
            <li key={check.id} className={styles['line']}>
              <Badge tone="danger">{check.state}</Badge>
              <span className={styles['name']} title={fileName}>
                {fileName}
              </span>
              <time className={styles['words']} dateTime={check.checkedAt}>
                {localTime(check.checkedAt)}
              </time>
              <Button size="small" onClick={() => go({ screen: 'case', caseId: check.caseId, view: 'setup' })}>
                Case {incidentNumber}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function describeStatus({ fileCount, intactCount, notIntact, lastCheckedAt, nextDueAt }: Status, openCount: number): string {
  if (fileCount === 0) return 'There are no files yet.'
  const unchecked = fileCount - intactCount - notIntact.length
  const counts = [
    `${intactCount} of ${fileCount} intact`,
    ...(notIntact.length === 0 ? [] : [`${notIntact.length} changed or missing`]),
    ...(unchecked === 0 ? [] : [`${unchecked} not hashed again since loaded`])
  ]
  const last = lastCheckedAt === null ? [] : [`last verified ${localTime(lastCheckedAt)}`]
  const next = openCount > 0 ? [`${openCount} under way`] : nextDueAt === null ? [] : [`next due ${localTime(nextDueAt)}`]
  return [...counts, ...last, ...next].join(' · ')
}

const localTime = (instant: string) => new Date(instant).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
