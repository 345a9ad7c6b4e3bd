import { useState } from 'react'
import type { CaseId } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import { connection } from '../../app/connection'
import { useJobStore } from '../../stores/jobStore'
import { useSessionStore } from '../../stores/sessionStore'
import { useUploadStore } from '../../stores/uploadStore'
import { Button } from '../../ui/Button'
import { ProblemNote } from '../../ui/ProblemNote'
import { ProgressBar } from '../../ui/ProgressBar'
import styles from './LoadJobs.module.css'

// A problem of long ago says nothing about what the reviewer just did.
const failureShownMs = 10 * 60 * 1000
const openedAtMs = Date.now()

/** What is on its way and being loaded into a case, with a way to stop it, and what could not be loaded. */
export function LoadJobs({ caseId }: { caseId: CaseId }) {
  const jobs = useJobStore((state) => state.jobs)
  const uploads = useUploadStore((state) => state.uploads)
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const own = [...jobs.values()].filter((job) => job.caseId === caseId && (job.kind === 'load-footage' || job.kind === 'load-report'))
  const open = own.filter((job) => job.status === 'queued' || job.status === 'running')
  const failed = own.filter((job) => job.status === 'failed' && !dismissed.has(job.id) && isRecent(job))
  if (uploads.length === 0 && open.length === 0 && failed.length === 0) return null
  return (
    <section className={styles['jobs']} aria-label="Loading">
      {uploads.map(({ id, fileName, progress, cancel }) => (
        <OpenRow key={id} label={fileName} step="Copying" progress={progress} onCancel={cancel} />
      ))}
      {open.map((job) => (
        <OpenRow
          key={job.id}
          label={job.label}
          step={job.step}
          progress={job.status === 'queued' ? null : job.progress}
          onCancel={() => cancelJob(job)}
        />
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
  /** What is done now; empty while it waits. */
  step: string
  /** 0 to 1, or null while it waits. */
  progress: number | null
  onCancel: () => void
}

function OpenRow({ label, step, progress, onCancel }: OpenRowProps) {
  return (
    <div className={styles['job']}>
      <span className={styles['label']} title={label}>
        {label}
      </span>
      <span className={styles['step']}>
        {step === '' || progress === null ? 'Waiting for its turn' : `${step} ${Math.round(progress * 100)} %`}
      </span>
      <ProgressBar value={progress} label={`Loading ${label}`} />
      <Button size="small" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  )
}

function cancelJob({ id }: Job): void {
  void useSessionStore.getState().write(() => connection().client.jobs.cancel({ jobId: id }))
}

function isRecent(job: Job): boolean {
  return job.endedAt !== null && Date.parse(job.endedAt) > openedAtMs - failureShownMs
}
