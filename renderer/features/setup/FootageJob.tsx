import { ShieldCheck } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { JobId } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import { JobButtons } from '../../app/JobButtons'
import { useCaseStore } from '../../stores/caseStore'
import { fileStateWords } from '../../stores/fileChecks'
import { useJobStore } from '../../stores/jobStore'
import { describeJobStep, describeStep } from '../../ui/jobWords'
import { ProblemNote } from '../../ui/ProblemNote'
import { ProgressBar } from '../../ui/ProgressBar'
import styles from './FootageJob.module.css'

const say = messagesOf('setup')

/** What was started on a footage here: its progress, then how it ended. */
export function FootageJob({ jobId, onDismiss }: { jobId: JobId | null; onDismiss: () => void }) {
  const job = useJobStore((state) => (jobId === null ? undefined : state.jobs.get(jobId)))
  if (job === undefined || job.status === 'cancelled') return null
  if (job.status === 'failed') {
    return job.problem === null ? null : (
      <div className={styles['note']}>
        <ProblemNote problem={job.problem} onDismiss={onDismiss} />
      </div>
    )
  }
  if (job.status === 'done') {
    return <Done job={job} />
  }
  return (
    <div className={styles['running']}>
      <span className={styles['step']}>{describeJobStep(job)}</span>
      <ProgressBar value={job.status === 'queued' ? null : job.progress} label={describeStep(job.step)} />
      <span>
        <JobButtons job={job} />
      </span>
    </div>
  )
}

/** How the work ended; a file that is not intact says so in its own place. */
function Done({ job }: { job: Job }) {
  const check = useCaseStore((state) => (job.resultId === null ? undefined : state.fileChecks.get(job.resultId)))
  if (check !== undefined && check.state !== 'intact') return null
  const words: Partial<Record<Job['kind'], string>> = {
    'make-proxy': say('proxyMade'),
    'replace-report': say('replaced'),
    'reread-report': say('reread'),
    'relink-footage': say('relinked')
  }
  return (
    <p role="status" className={styles['done']}>
      <ShieldCheck aria-hidden className={styles['icon']} />
      {words[job.kind] ?? fileStateWords('intact')}
    </p>
  )
}
