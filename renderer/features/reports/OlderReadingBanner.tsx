import { messagesOf } from '#shared/messages/messagesOf'
import { History } from 'lucide-react'
import { isOpenJob } from '#shared/model/job'
import type { ReportId } from '#shared/model/ids'
import { inOwnWords } from '#shared/rpc/problem'
import { rereadReport, useOlderReading, useRereadJob } from '../../stores/olderReadings'
import { Button } from '../../ui/Button'
import { describeJobStep } from '../../ui/jobWords'
import styles from './RefindingBanner.module.css'

const say = messagesOf('reports')

/** Says on a report that an older reader made its text, and offers to read the file again; nothing where the newest one did. */
export function OlderReadingBanner({ reportId }: { reportId: ReportId }) {
  const reading = useOlderReading(reportId)
  const job = useRereadJob(reportId)
  if (reading === null) return null
  const problem = job?.status === 'failed' && job.problem !== null ? inOwnWords(job.problem) : null
  const isRunning = job !== null && isOpenJob(job)
  return (
    <aside className={styles['banner']} data-tone={problem === null ? 'neutral' : 'danger'} aria-label={say('olderReading')}>
      <History aria-hidden className={styles['icon']} />
      <p className={styles['words']} role={problem === null ? 'status' : 'alert'}>
        <b>{problem?.what ?? say('olderReadingText')}</b> {problem?.todo ?? say('olderReadingTodo')}
      </p>
      <Button size="small" disabled={isRunning} onClick={() => void rereadReport(reportId)}>
        {isRunning ? describeJobStep(job) : say('readAgain')}
      </Button>
    </aside>
  )
}
