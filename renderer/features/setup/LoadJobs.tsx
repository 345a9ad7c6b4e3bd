import { useState, type ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { CaseId } from '#shared/model/ids'
import { isOpenJob, type Job } from '#shared/model/job'
import { JobButtons } from '../../app/JobButtons'
import { useJobStore } from '../../stores/jobStore'
import { useUploadStore } from '../../stores/uploadStore'
import { Button } from '../../ui/Button'
import { describeJobStep, describeStep } from '../../ui/jobWords'
import { ProblemNote } from '../../ui/ProblemNote'
import { ProgressBar } from '../../ui/ProgressBar'
import styles from './LoadJobs.module.css'

const say = messagesOf('setup')

// A problem of long ago says nothing about what the reviewer just did.
const failureShownMs = 10 * 60 * 1000
const openedAtMs = Date.now()

/** What is on its way and being loaded into a case, with a way to stop it, and what could not be loaded. */
export function LoadJobs({ caseId }: { caseId: CaseId }) {
  const jobs = useJobStore((state) => state.jobs)
  const uploads = useUploadStore((state) => state.uploads)
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const own = [...jobs.values()].filter((job) => job.caseId === caseId && (job.kind === 'load-footage' || job.kind === 'load-report'))
  const open = own.filter(isOpenJob)
  const failed = own.filter((job) => job.status === 'failed' && !dismissed.has(job.id) && isRecent(job))
  if (uploads.length === 0 && open.length === 0 && failed.length === 0) return null
  return (
    <section className={styles['jobs']} aria-label={say('loading')}>
      {uploads.map(({ id, fileName, progress, cancel }) => (
        <OpenRow key={id} label={fileName} step={describeUploadStep(progress)} progress={progress}>
          <Button size="small" onClick={cancel}>
            {say('cancel')}
          </Button>
        </OpenRow>
      ))}
      {open.map((job) => (
        <OpenRow
          key={job.id}
          label={describeStep(job.label)}
          step={describeJobStep(job)}
          progress={job.status === 'queued' ? null : job.progress}
        >
          <JobButtons job={job} />
        </OpenRow>
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

interface OpenRowProps {
  label: string
  /** What is done now, and how far it is. */
  step: string
  /** 0 to 1, or null while it waits. */
  progress: number | null
  /** What can be done with it. */
  children: ReactNode
}

function OpenRow({ label, step, progress, children }: OpenRowProps) {
  return (
    <div className={styles['job']}>
      <span className={styles['label']} title={label}>
        {label}
      </span>
      <span className={styles['step']}>{step}</span>
      <ProgressBar value={progress} label={say('loadingName', { name: label })} />
      <span className={styles['buttons']}>{children}</span>
    </div>
  )
}

function describeUploadStep(progress: number | null): string {
  return progress === null ? say('waitingTurn') : say('copying', { percent: Math.round(progress * 100) })
}

function isRecent(job: Job): boolean {
  return job.endedAt !== null && Date.parse(job.endedAt) > openedAtMs - failureShownMs
}
