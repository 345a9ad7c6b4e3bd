import { useState } from 'react'
import { formatFootageTime } from '#shared/domain/time'
import { currentLocale } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'
import type { ClipWay } from '#shared/model/clip'
import type { FootageId, JobId } from '#shared/model/ids'
import { connection } from '../../app/connection'
import { useCaseStore } from '../../stores/caseStore'
import { useClipStore } from '../../stores/clipStore'
import { useJobStore } from '../../stores/jobStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ProblemNote } from '../../ui/ProblemNote'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TextField } from '../../ui/TextField'
import { parseFootageTime } from '../../ui/parseFootageTime'
import styles from './ClipDialog.module.css'
import { ClipJob } from './ClipJob'
import { PlanFacts } from './PlanFacts'
import { startJob } from './startJob'
import { useClipPlan } from './useClipPlan'

const say = messagesOf('clips')

const ways = ['keyframes', 'exact', 'banner'] as const satisfies readonly ClipWay[]
const hintKeys = { keyframes: 'keyframesHint', exact: 'exactHint', banner: 'bannerHint' } as const satisfies Record<ClipWay, string>

interface ClipDialogProps {
  draft: { footageId: FootageId; inUs: number; outUs: number }
}

/** Asks for a clip: the way, the range, what it will really be; then its progress, and the saving. */
export function ClipDialog({ draft }: ClipDialogProps) {
  const close = useClipStore((state) => state.close)
  const footage = useCaseStore((state) => state.footage.get(draft.footageId))
  const [way, setWay] = useState<ClipWay>('exact')
  const [start, setStart] = useState({ text: formatFootageTime(draft.inUs), timeUs: draft.inUs })
  const [end, setEnd] = useState({ text: formatFootageTime(draft.outUs), timeUs: draft.outUs })
  const [jobId, setJobId] = useState<JobId | null>(null)
  const job = useJobStore((state) => (jobId === null ? undefined : state.jobs.get(jobId)))
  const { plan, problem } = useClipPlan(draft.footageId, { inUs: start.timeUs, outUs: end.timeUs }, way)

  // What was not typed keeps its microseconds: the text alone is cut to milliseconds.
  const read = (text: string, before: { timeUs: number }) => ({ text, timeUs: parseFootageTime(text) ?? before.timeUs })
  const unread = (text: string) => (parseFootageTime(text) === null ? say('timeHint') : undefined)
  const canWrite = plan !== null && unread(start.text) === undefined && unread(end.text) === undefined
  const write = async () => {
    const request = { footageId: draft.footageId, inUs: start.timeUs, outUs: end.timeUs, way }
    const started = await startJob(() => connection().client.clips.write({ ...request, locale: currentLocale() }))
    if (started !== null) setJobId(started.id)
  }
  const isAsking = job === undefined || job.status === 'cancelled' || job.status === 'failed'
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={say('write')}
      description={
        footage === undefined
          ? undefined
          : say('from', { what: footage.cameraLabel === '' ? footage.fileName : `${footage.cameraLabel} · ${footage.fileName}` })
      }
      footer={
        <>
          <Button onClick={close}>{say(isAsking ? 'cancel' : 'close')}</Button>
          {isAsking && (
            <Button variant="primary" disabled={!canWrite} onClick={() => void write()}>
              {say('writeIt')}
            </Button>
          )}
        </>
      }
    >
      {isAsking && (
        <>
          <div className={styles['way']}>
            <SegmentedControl
              label={say('way')}
              value={way}
              onValueChange={setWay}
              options={ways.map((value) => ({ value, label: say(value) }))}
            />
            <p className={styles['hint']}>{say(hintKeys[way])}</p>
          </div>
          <div className={styles['range']}>
            <TextField
              label={say('start')}
              value={start.text}
              error={unread(start.text)}
              onValueChange={(text) => setStart(read(text, start))}
            />
            <TextField label={say('end')} value={end.text} error={unread(end.text)} onValueChange={(text) => setEnd(read(text, end))} />
          </div>
          {problem === null ? (
            <PlanFacts plan={plan} asked={{ inUs: start.timeUs, outUs: end.timeUs }} />
          ) : (
            <ProblemNote problem={problem} />
          )}
        </>
      )}
      {job !== undefined && <ClipJob job={job} />}
    </Dialog>
  )
}
