import { Pause, Play, X } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Job } from '#shared/model/job'
import { describeStep } from '../ui/jobWords'
import { useSessionStore } from '../stores/sessionStore'
import { IconButton } from '../ui/IconButton'
import { connection } from './connection'

const say = messagesOf('jobs')

/** What can be done with a job that is open. */
export function JobButtons({ job }: { job: Job }) {
  const ask = (method: 'pause' | 'resume' | 'cancel') =>
    void useSessionStore.getState().write(() => connection().client.jobs[method]({ jobId: job.id }))
  return (
    <>
      {job.status === 'paused' ? (
        <IconButton icon={Play} label={say('resume', { label: describeStep(job.label) })} size="small" onClick={() => ask('resume')} />
      ) : (
        <IconButton icon={Pause} label={say('pause', { label: describeStep(job.label) })} size="small" onClick={() => ask('pause')} />
      )}
      <IconButton icon={X} label={say('cancel', { label: describeStep(job.label) })} size="small" onClick={() => ask('cancel')} />
    </>
  )
}
