import { isOpenJob, type Job, type JobStatus } from '#shared/model/job'
import { inOwnWords } from '#shared/rpc/problem'
import { JobButtons } from '../../app/JobButtons'
import { useJobStore } from '../../stores/jobStore'
import { Badge } from '../../ui/Badge'
import { describeJobKind, describeJobStep, inJobWords } from '../../ui/jobWords'
import { ProgressBar } from '../../ui/ProgressBar'
import type { Tone } from '../../ui/tone'
import styles from './JobTable.module.css'

const statusTones: Record<JobStatus, Tone> = {
  queued: 'neutral',
  running: 'focus',
  paused: 'context',
  done: 'agree',
  failed: 'danger',
  cancelled: 'neutral'
}

/** Long work, newest first. */
export function JobTable() {
  const jobs = useJobStore((state) => state.jobs)
  const shown = [...jobs.values()].toSorted((one, other) => other.createdAt.localeCompare(one.createdAt))
  if (shown.length === 0) return <p className={styles['none']}>None.</p>
  return (
    <ul className={styles['list']}>
      {shown.map((job) => (
        <JobLine key={job.id} job={job} />
      ))}
    </ul>
  )
}

function JobLine({ job }: { job: Job }) {
  const isOpen = isOpenJob(job)
  const problem = job.problem && inOwnWords(job.problem)
  return (
    <li className={styles['line']}>
      <time className={styles['time']} dateTime={job.createdAt}>
        {new Date(job.createdAt).toLocaleTimeString('en-GB')}
      </time>
      <span className={styles['kind']}>{describeJobKind(job.kind)}</span>
      <span className={styles['words']}>
        {inJobWords(job.label)}
        {isOpen && <span className={styles['step']}>{describeJobStep(job)}</span>}
        {problem !== null && <span className={styles['problem']}>{`${problem.what} ${problem.todo}`}</span>}
      </span>
      {isOpen ? <ProgressBar value={job.status === 'queued' ? null : job.progress} label={inJobWords(job.label)} /> : <span />}
      <span>
        <Badge tone={statusTones[job.status]}>{job.status}</Badge>
      </span>
      <span className={styles['buttons']}>{isOpen && <JobButtons job={job} />}</span>
    </li>
  )
}
