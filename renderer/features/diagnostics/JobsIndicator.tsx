import { LoaderCircle, TriangleAlert } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Job } from '#shared/model/job'
import { JobButtons } from '../../app/JobButtons'
import { useJobStore } from '../../stores/jobStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { describeJobKind, describeJobStep, describeStep } from '../../ui/jobWords'
import { ProblemNote } from '../../ui/ProblemNote'
import { ProgressBar } from '../../ui/ProgressBar'
import styles from './JobsIndicator.module.css'
import { describeIndicator, planIndicator } from './planIndicator'

const say = messagesOf('jobs')
const openedAt = new Date().toISOString()

/** The long work that is under way, in a few words; pressed, each piece with what can be done. Nothing while there is none. */
export function JobsIndicator() {
  const jobs = useJobStore((state) => state.jobs)
  const dismissed = useJobStore((state) => state.dismissed)
  const dismiss = useJobStore((state) => state.dismiss)
  const go = useSessionStore((state) => state.go)
  const [isOpen, setOpen] = useState(false)
  const plan = planIndicator(jobs.values(), dismissed, openedAt)
  if (plan.open.length === 0 && plan.failed.length === 0) return null
  const Icon = plan.open.length === 0 ? TriangleAlert : LoaderCircle
  const isMoving = plan.open.some((job) => job.status === 'running')
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className={styles['trigger']} data-failed={plan.failed.length > 0} data-moving={isMoving}>
        <Icon aria-hidden className={styles['icon']} />
        {describeIndicator(plan)}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles['popover']}
          side="top"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={say('longWork')}
        >
          <ul className={styles['list']}>
            {plan.open.map((job) => (
              <OpenJob key={job.id} job={job} />
            ))}
            {plan.failed.map((job) => (
              <li key={job.id} className={styles['failed']}>
                <p className={styles['label']} title={describeStep(job.label)}>
                  {describeStep(job.label)}
                </p>
                <p className={styles['kind']}>{say('kindFailed', { kind: describeJobKind(job.kind) })}</p>
                {job.problem !== null && <ProblemNote problem={job.problem} onDismiss={() => dismiss(job.id)} />}
              </li>
            ))}
          </ul>
          <div className={styles['foot']}>
            <Button
              size="small"
              variant="quiet"
              onClick={() => {
                setOpen(false)
                go({ screen: 'diagnostics' })
              }}
            >
              {say('allWork')}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function OpenJob({ job }: { job: Job }) {
  const isWaiting = job.status !== 'running'
  return (
    <li className={styles['job']}>
      <div className={styles['words']}>
        <p className={styles['label']} title={describeStep(job.label)}>
          {describeStep(job.label)}
        </p>
        <p className={styles['kind']}>
          {describeJobKind(job.kind)} · {describeJobStep(job)}
        </p>
        {!isWaiting && (
          <ProgressBar
            value={job.progress}
            label={say('kindAndLabel', { kind: describeJobKind(job.kind), label: describeStep(job.label) })}
          />
        )}
      </div>
      <JobButtons job={job} />
    </li>
  )
}
