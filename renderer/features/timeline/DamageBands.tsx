import { describeDamage } from '#shared/domain/damage'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import { usePlayerStore } from '../../stores/playerStore'
import { useDamage } from '../../stores/useDamage'
import styles from './Timeline.module.css'
import { fractionOf, type TimeView } from './timeScale'

const say = messagesOf('timeline')

/** Hatched: where the file is damaged, and what of a proxy is not made yet. */
export function DamageBands({ footage, view }: { footage: Footage; view: TimeView }) {
  const damage = useDamage(footage)
  const readyUs = usePlayerStore((state) => state.readyUs)
  const { durationUs } = footage.probe
  return (
    <>
      {damage.map((place, index) =>
        place.fromUs === null ? null : (
          <Band
            key={index}
            view={view}
            fromUs={place.fromUs}
            toUs={place.toUs ?? durationUs}
            label={say('damaged')}
            title={say('damagedAt', { what: describeDamage(place) })}
            className={styles['damage']}
          />
        )
      )}
      {readyUs !== null && readyUs < durationUs && (
        <Band
          view={view}
          fromUs={readyUs}
          toUs={durationUs}
          label={say('notReady')}
          title={say('copyMaking')}
          className={styles['unready']}
        />
      )}
    </>
  )
}

interface BandProps {
  view: TimeView
  fromUs: number
  toUs: number
  label: string
  title: string
  className: string | undefined
}

function Band({ view, fromUs, toUs, label, title, className }: BandProps) {
  const left = Math.max(0, fractionOf(view, fromUs))
  const right = Math.min(1, fractionOf(view, toUs))
  if (right < 0 || left > 1) return null
  return (
    <div
      className={className}
      role="img"
      aria-label={title}
      title={title}
      style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }}
    >
      <span className={styles['bandLabel']}>{label}</span>
    </div>
  )
}
