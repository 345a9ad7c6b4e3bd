import { currentRegion } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'
import { isOpenJob, type Job, type JobStatus } from '#shared/model/job'
import { inOwnWords } from '#shared/rpc/problem'
import { JobButtons } from '../../app/JobButtons'
import { useJobStore } from '../../stores/jobStore'
import { Badge } from '../../ui/Badge'
import { describeJobKind, describeJobStep, describeStep } from '../../ui/jobWords'
import { ProgressBar } from '../../ui/ProgressBar'
import type { Tone } from '../../ui/tone'
import styles from './JobTable.module.css'

const say = messagesOf('jobs')

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
  if (shown.length === 0) return <p className={styles['none']}>{say('none')}</p>
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
        {new Date(job.createdAt).toLocaleTimeString(currentRegion(), { hourCycle: 'h23' })}
      </time>
      <span className={styles['kind']}>{describeJobKind(job.kind)}</span>
      <span className={styles['words']}>
        {describeStep(job.label)}
        {isOpen && <span className={styles['step']}>{describeJobStep(job)}</span>}
        {problem !== null && <span className={styles['problem']}>{say('problem', { what: problem.what, todo: problem.todo })}</span>}
      </span>
      {isOpen ? <ProgressBar value={job.status === 'queued' ? null : job.progress} label={describeStep(job.label)} /> : <span />}
      <span>
        <Badge tone={statusTones[job.status]}>{say(job.status)}</Badge>
      </span>
      <span className={styles['buttons']}>{isOpen && <JobButtons job={job} />}</span>
    </li>
  )
}
