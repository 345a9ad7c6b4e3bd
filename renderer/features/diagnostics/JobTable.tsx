import type { Job, JobKind, JobStatus } from '#shared/model/job'
import { connection } from '../../app/connection'
import { useJobStore } from '../../stores/jobStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { ProgressBar } from '../../ui/ProgressBar'
import type { Tone } from '../../ui/tone'
import styles from './JobTable.module.css'

const kindWords: Record<JobKind, string> = {
  'load-footage': 'Load footage',
  'load-report': 'Load report',
  'verify-footage': 'Verify footage',
  'make-proxy': 'Make a playable copy',
  'make-filmstrip': 'Make the filmstrip',
  'read-waveform': 'Read the waveform',
  'align-footage': 'Align cameras by sound',
  'write-clip': 'Write a clip',
  findings: 'Write findings',
  demonstration: 'Make the demonstration case'
}

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
  const isOpen = job.status === 'queued' || job.status === 'running'
  const cancel = () => void useSessionStore.getState().write(() => connection().client.jobs.cancel({ jobId: job.id }))
  return (
    <li className={styles['line']}>
      <time className={styles['time']} dateTime={job.createdAt}>
        {new Date(job.createdAt).toLocaleTimeString('en-GB')}
      </time>
      <span className={styles['kind']}>{kindWords[job.kind]}</span>
      <span className={styles['words']}>
        {job.label}
        {job.problem !== null && <span className={styles['problem']}>{job.problem.what}</span>}
      </span>
      {isOpen && <ProgressBar value={job.status === 'queued' ? null : job.progress} label={job.label} />}
      {!isOpen && <span />}
      <Badge tone={statusTones[job.status]}>{job.status}</Badge>
      {isOpen ? (
        <Button size="small" onClick={cancel}>
          Cancel
        </Button>
      ) : (
        <span />
      )}
    </li>
  )
}
