import { useState } from 'react'
import type { CaseId } from '#shared/model/ids'
import { isOpenJob, type Job } from '#shared/model/job'
import { JobButtons } from '../../app/JobButtons'
import { useJobStore } from '../../stores/jobStore'
import { describeJobStep } from '../../ui/jobWords'
import { ProblemNote } from '../../ui/ProblemNote'
import { ProgressBar } from '../../ui/ProgressBar'
import styles from './LoadJobs.module.css'

// A problem of long ago says nothing about what the reviewer just did.
const failureShownMs = 10 * 60 * 1000
const openedAtMs = Date.now()

/** What is being loaded into a case, with a way to stop it, and what could not be loaded. */
export function LoadJobs({ caseId }: { caseId: CaseId }) {
  const jobs = useJobStore((state) => state.jobs)
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const own = [...jobs.values()].filter((job) => job.caseId === caseId && (job.kind === 'load-footage' || job.kind === 'load-report'))
  const open = own.filter(isOpenJob)
  const failed = own.filter((job) => job.status === 'failed' && !dismissed.has(job.id) && isRecent(job))
  if (open.length === 0 && failed.length === 0) return null
  return (
    <section className={styles['jobs']} aria-label="Loading">
      {open.map((job) => (
        <OpenJob key={job.id} job={job} />
      ))}
      {failed.map(
        (job) =>
          job.problem !== null && (
            <ProblemNote key={job.id} problem={job.problem} onDismiss={() => setDismissed((before) => new Set([...before, job.id]))} />
          )
      )}
    </section>
  )
}

function OpenJob({ job }: { job: Job }) {
  return (
    <div className={styles['job']}>
      <span className={styles['label']} title={job.label}>
        {job.label}
      </span>
      <span className={styles['step']}>{describeJobStep(job)}</span>
      <ProgressBar value={job.status === 'queued' ? null : job.progress} label={`Loading ${job.label}`} />
      <span className={styles['buttons']}>
        <JobButtons job={job} />
      </span>
    </div>
  )
}

function isRecent(job: Job): boolean {
  return job.endedAt !== null && Date.parse(job.endedAt) > openedAtMs - failureShownMs
}
