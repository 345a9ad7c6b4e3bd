import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import { wallClockOf } from '#shared/domain/caseClock'
import { formatWallClock } from '#shared/domain/time'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { usePlayerStore } from '../../stores/playerStore'
import styles from './PictureLabels.module.css'

const say = messagesOf('player')

/** Over the picture: the time on the case clock, whose camera it is, and the number of the frame. */
export function PictureLabels({ footage, timeZone }: { footage: Footage; timeZone: string }) {
  const timeUs = usePlayerStore((state) => state.timeUs)
  const frameIndex = usePlayerStore((state) => state.frameIndex)
  const wearer = useCaseStore((state) => (footage.wearerId === null ? undefined : state.people.get(footage.wearerId)?.name))
  const clock = wallClockOf(useCaseClock(), footage.id, timeUs)
  const parts = [
    clock === null ? say('clockUnknown') : formatWallClock(clock, timeZone),
    wearer,
    footage.cameraLabel || (wearer === undefined ? footage.fileName : '')
  ].filter((part) => part !== undefined && part !== '')
  return (
    <div className={styles['labels']}>
      <span className={styles['label']}>{parts.join(' · ')}</span>
      {frameIndex !== null && <span className={styles['label']}>{say('frame', { number: frameIndex })}</span>}
    </div>
  )
}
