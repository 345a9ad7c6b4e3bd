import { wallClockId, wallClockOf } from '#shared/domain/caseClock'
import { formatFootageTime, formatWallClock } from '#shared/domain/time'
import type { Footage } from '#shared/model/footage'
import { useCaseClock } from '../../stores/caseClock'
import { planRuler } from './planRuler'
import styles from './Timeline.module.css'
import type { TimeView } from './timeScale'

const apartPx = 76
const labelPx = 64

/** Times above the lanes: of the wall clock where it is known, of the footage otherwise. */
export function Ruler({ footage, view, widthPx, timeZone }: { footage: Footage; view: TimeView; widthPx: number; timeZone: string }) {
  const caseClock = useCaseClock()
  const place = caseClock.places.get(footage.id)
  const originMs = place?.clockId === wallClockId ? place.startUs / 1000 : 0
  const { stepMs, ticks } = planRuler(view, widthPx, apartPx, originMs)
  const label = (timeUs: number) => {
    const clock = wallClockOf(caseClock, footage.id, timeUs)
    const text = clock === null ? formatFootageTime(timeUs) : formatWallClock(clock, timeZone)
    if (stepMs < 1000) return text.slice(0, -2)
    return clock !== null && stepMs >= 60_000 ? text.slice(0, 5) : text.slice(0, 8)
  }
  return (
    <div className={styles['ruler']} aria-hidden>
      {ticks.map((tick) => (
        <span key={tick.timeUs} className={styles['tick']} style={{ left: `${tick.fraction * 100}%` }}>
          {(1 - tick.fraction) * widthPx > labelPx && <span className={styles['tickLabel']}>{label(tick.timeUs)}</span>}
        </span>
      ))}
    </div>
  )
}
