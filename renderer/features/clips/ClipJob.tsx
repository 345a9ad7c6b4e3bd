import { FileDown, ShieldCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { formatFootageTime } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Provenance } from '#shared/model/clip'
import { mediaIdSchema } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import { connection } from '../../app/connection'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { describeStep } from '../../ui/jobWords'
import { ProblemNote } from '../../ui/ProblemNote'
import { ProgressBar } from '../../ui/ProgressBar'
import styles from './ClipDialog.module.css'
import { saveWritten } from './saveWritten'

const say = messagesOf('clips')

/** The writing of a clip: its progress, or its problem, or what was written and the way to save it. */
export function ClipJob({ job }: { job: Job }) {
  const written = useProvenance(job)
  const mediaId = mediaIdSchema.safeParse(job.resultId)
  if (job.status === 'failed' || job.status === 'cancelled') return job.problem === null ? null : <ProblemNote problem={job.problem} />
  if (job.status !== 'done') {
    const cancel = () => void useSessionStore.getState().write(() => connection().client.jobs.cancel({ jobId: job.id }))
    return (
      <div className={styles['running']}>
        <span>{describeStep(job.step)}</span>
        <ProgressBar value={job.status === 'queued' ? null : job.progress} label={describeStep(job.step)} />
        <Button size="small" onClick={cancel}>
          {say('cancelWriting')}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles['written']}>
      <p role="status" className={styles['done']}>
        <ShieldCheck aria-hidden className={styles['icon']} />
        {say('written')}
      </p>
      {written !== null && (
        <dl className={styles['values']}>
          <Value name={say('file')} value={written.output.fileName} />
          <Value name={say('clipId')} value={written.clipId} />
          <Value
            name={say('range')}
            value={say('rangeOf', { from: formatFootageTime(written.real.inUs), to: formatFootageTime(written.real.outUs) })}
          />
          <Value name={say('sha')} value={written.output.sha256} />
        </dl>
      )}
      {mediaId.success && (
        <Button icon={FileDown} variant="primary" onClick={() => void saveWritten(mediaId.data)}>
          {say('saveBoth')}
        </Button>
      )}
    </div>
  )
}

function Value({ name, value }: { name: string; value: string }) {
  return (
    <div className={styles['value']}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The record of what a job wrote; null until it is there. */
function useProvenance({ status, resultId }: Job): Provenance | null {
  const [provenance, setProvenance] = useState<Provenance | null>(null)
  useEffect(() => {
    const mediaId = mediaIdSchema.safeParse(resultId)
    if (status !== 'done' || !mediaId.success) return
    void useSessionStore
      .getState()
      .write(() => connection().client.clips.written({ mediaId: mediaId.data }))
      .then((found) => setProvenance(found?.provenance ?? null))
  }, [status, resultId])
  return provenance
}
