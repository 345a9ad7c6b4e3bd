import { FileDown } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { currentLocale } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'
import { mediaIdSchema, type JobId } from '#shared/model/ids'
import { inOwnWords } from '#shared/rpc/problem'
import { connection } from '../../app/connection'
import { useCaseStore } from '../../stores/caseStore'
import { useJobStore } from '../../stores/jobStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { Menu } from '../../ui/Menu'
import { describeStep } from '../../ui/jobWords'

const say = messagesOf('comparison')

/** Writes the findings summary as HTML or PDF, and opens it once it is written. */
export function FindingsMenu() {
  const caseId = useCaseStore((store) => store.case?.id ?? null)
  const [jobId, setJobId] = useState<JobId | null>(null)
  const job = useJobStore((store) => (jobId === null ? undefined : store.jobs.get(jobId)))

  const told = useRef<JobId | null>(null)
  useEffect(() => {
    if (job === undefined || job.endedAt === null || told.current === job.id) return
    told.current = job.id
    const { notify, write } = useSessionStore.getState()
    if (job.status !== 'done') {
      notify(job.problem === null ? say('summaryCancelled') : inOwnWords(job.problem).what, job.problem)
      return
    }
    const mediaId = mediaIdSchema.safeParse(job.resultId)
    if (mediaId.success) void write(() => connection().shell.openExport(mediaId.data))
    else notify(say('summaryLost'))
  }, [job])

  if (caseId === null) return null
  const start = async (format: 'html' | 'pdf') => {
    const started = await useSessionStore
      .getState()
      .write(() => connection().client.exports.findings({ caseId, format, locale: currentLocale() }))
    if (started === null) return
    // The event of a quick job can come before this answer does; the later of the two is kept.
    if (!useJobStore.getState().jobs.has(started.id)) useJobStore.getState().receive({ type: 'job', job: started })
    setJobId(started.id)
  }
  const isBusy = job !== undefined && job.endedAt === null
  return (
    <Menu
      trigger={
        <Button icon={FileDown} disabled={isBusy}>
          {isBusy ? say('writing', { step: describeStep(job.step) }) : say('findingsSummary')}
        </Button>
      }
      items={[
        { label: say('asWebPage'), onSelect: () => void start('html') },
        { label: say('asPdf'), onSelect: () => void start('pdf') }
      ]}
    />
  )
}
