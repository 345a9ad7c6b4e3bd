import { formatFootageTime } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { FootageId } from '#shared/model/ids'
import { proxyJobOf, useJobStore } from '../../stores/jobStore'
import { usePlayerStore } from '../../stores/playerStore'
import { classNames } from '../../ui/classNames'
import styles from './ReadyNote.module.css'

const say = messagesOf('player')

/** Over the picture of a proxy that is being made: how far it can be watched, and that a moment asked for is not ready. */
export function ReadyNote({ footageId, missedUs }: { footageId: FootageId; missedUs: number | null }) {
  const progress = useJobStore((state) => proxyJobOf(state.jobs, footageId)?.progress ?? 0)
  const readyUs = usePlayerStore((state) => state.readyUs)
  const durationUs = usePlayerStore((state) => state.durationUs)
  if (readyUs === null) return null
  const clock = (timeUs: number) => formatFootageTime(timeUs, { withFraction: false })
  const isMissed = missedUs !== null && missedUs >= readyUs
  return (
    <p role="status" className={classNames(styles['note'], isMissed && styles['missed'])}>
      {isMissed && <b>{say('notReadyYet', { time: clock(missedUs) })} </b>}
      {say('copyReadyTo', { percent: Math.round(progress * 100), ready: clock(Math.min(readyUs, durationUs)), whole: clock(durationUs) })}
    </p>
  )
}
