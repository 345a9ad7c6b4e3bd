import { messagesOf } from '#shared/messages/messagesOf'
import { usePlayerStore } from '../../stores/playerStore'
import styles from './Timeline.module.css'
import { fractionOf, type TimeView } from './timeScale'

const say = messagesOf('timeline')

/** The stretch that is looped, or the place where a loop begins. */
export function LoopBand({ view }: { view: TimeView }) {
  const loop = usePlayerStore((state) => state.loop)
  const loopStartUs = usePlayerStore((state) => state.loopStartUs)
  const startUs = loop?.startUs ?? loopStartUs
  if (startUs === null) return null
  const left = fractionOf(view, startUs)
  const right = fractionOf(view, loop?.endUs ?? startUs)
  if (right < 0 || left > 1) return null
  const from = Math.max(0, left)
  return (
    <div className={styles['loop']} style={{ left: `${from * 100}%`, width: `${(Math.min(1, right) - from) * 100}%` }}>
      <span className={styles['loopLabel']}>{loop === null ? say('loopFromHere') : say('loop')}</span>
    </div>
  )
}
