import { messagesOf } from '#shared/messages/messagesOf'
import type { Job } from '#shared/model/job'
import { connection } from '../../app/connection'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { ProblemNote } from '../../ui/ProblemNote'
import { ProgressBar } from '../../ui/ProgressBar'
import { describeStep } from '../../ui/jobWords'
import styles from './DemonstrationCard.module.css'

const say = messagesOf('library')

/** How far the demonstration case is, or why it could not be made. */
export function DemonstrationCard({ job, onDismiss }: { job: Job | null; onDismiss: () => void }) {
  if (job === null || job.status === 'done' || job.status === 'cancelled') return null
  if (job.status === 'failed') return job.problem === null ? null : <ProblemNote problem={job.problem} onDismiss={onDismiss} />
  const cancel = () => void useSessionStore.getState().write(() => connection().client.jobs.cancel({ jobId: job.id }))
  return (
    <section className={styles['card']} aria-label={say('makingDemonstration')}>
      <div className={styles['words']}>
        <strong>{say('makingDemonstration')}</strong>
        <span className={styles['step']}>{job.step === '' ? say('waiting') : describeStep(job.step)}</span>
      </div>
      <div className={styles['bar']}>
        <ProgressBar value={job.status === 'queued' ? null : job.progress} label={say('makingDemonstration')} />
      </div>
      <Button size="small" onClick={cancel}>
        {say('cancel')}
      </Button>
    </section>
  )
}
