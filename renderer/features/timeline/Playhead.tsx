import type { KeyboardEvent } from 'react'
import { wallClockOf } from '#shared/domain/caseClock'
import { formatFootageTime, formatWallClock } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import { useCaseClock } from '../../stores/caseClock'
import { usePlayerStore } from '../../stores/playerStore'
import styles from './Timeline.module.css'
import { fractionOf, type TimeView } from './timeScale'

const say = messagesOf('timeline')

const stepsUs: Readonly<Record<string, number>> = {
  ArrowLeft: -1_000_000,
  ArrowDown: -1_000_000,
  ArrowRight: 1_000_000,
  ArrowUp: 1_000_000,
  PageDown: -10_000_000,
  PageUp: 10_000_000
}

/** Where the picture stands; a slider for the keyboard. */
export function Playhead({ footage, view, timeZone }: { footage: Footage; view: TimeView; timeZone: string }) {
  const timeUs = usePlayerStore((state) => state.timeUs)
  const durationUs = footage.probe.durationUs
  const fraction = fractionOf(view, timeUs)
  const clock = wallClockOf(useCaseClock(), footage.id, timeUs)
  const spoken =
    clock === null
      ? formatFootageTime(timeUs)
      : say('playheadAt', { time: formatFootageTime(timeUs), clock: formatWallClock(clock, timeZone) })
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepsUs[event.key]
    const targetUs = step !== undefined ? timeUs + step : event.key === 'Home' ? 0 : event.key === 'End' ? durationUs : null
    if (targetUs === null || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    usePlayerStore.getState().controls?.seek(targetUs)
  }
  if (fraction < 0 || fraction > 1) return null
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={say('playhead')}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationUs / 1000)}
      aria-valuenow={Math.round(timeUs / 1000)}
      aria-valuetext={spoken}
      className={styles['playhead']}
      style={{ left: `${fraction * 100}%` }}
      onKeyDown={onKeyDown}
    />
  )
}
