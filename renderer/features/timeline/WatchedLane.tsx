import { formatFootageTime } from '#shared/domain/time'
import { formatShare, type Stretch } from '#shared/domain/watched'
import { messagesOf } from '#shared/messages/messagesOf'
import type { OwnWatched } from '../../stores/watched'
import { usePlayerStore } from '../../stores/playerStore'
import { classNames } from '../../ui/classNames'
import styles from './WatchedLane.module.css'
import { fractionOf, type TimeView } from './timeScale'

const say = messagesOf('timeline')

/** What the user has watched: solid where at normal speed with sound, striped where fast or without, framed where not at all. */
export function WatchedLane({ watched, view }: { watched: OwnWatched; view: TimeView }) {
  const gaps = watched.gaps.filter((gap) => isInView(gap, view))
  return (
    <div className={styles['lane']} role="group" aria-label={say('laneWatched', { words: describeWatched(watched) })}>
      {watched.all.map((stretch) => (
        <Band
          key={`all ${stretch.startUs}`}
          stretch={stretch}
          view={view}
          className={styles['fast']}
          title={say('watchedFromTo', timesOf(stretch))}
        />
      ))}
      {watched.closely.map((stretch) => (
        <Band
          key={`closely ${stretch.startUs}`}
          stretch={stretch}
          view={view}
          className={styles['closely']}
          title={say('closelyFromTo', timesOf(stretch))}
        />
      ))}
      {gaps.map((gap, index) => (
        <button
          key={gap.startUs}
          type="button"
          className={styles['gap']}
          style={placeOf(gap, view)}
          title={say('notWatchedFromTo', timesOf(gap))}
          aria-label={say('goToGap', timesOf(gap))}
          data-mark-start={gap.startUs}
          tabIndex={index === 0 ? 0 : -1}
          onPointerDown={(event) => event.stopPropagation()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => usePlayerStore.getState().controls?.seek(gap.startUs)}
        />
      ))}
    </div>
  )
}

interface BandProps {
  stretch: Stretch
  view: TimeView
  className: string | undefined
  title: string
}

function Band({ stretch, view, className, title }: BandProps) {
  return isInView(stretch, view) ? (
    <span className={classNames(styles['band'], className)} style={placeOf(stretch, view)} title={title} />
  ) : null
}

/** How much was watched, and how, in words. */
export function describeWatched({ share, closeShare }: Pick<OwnWatched, 'share' | 'closeShare'>): string {
  return say('youWatched', { share: formatShare(share), closeShare: formatShare(closeShare) })
}

const isInView = (stretch: Stretch, view: TimeView) => stretch.endUs > view.startUs && stretch.startUs < view.endUs

function placeOf(stretch: Stretch, view: TimeView): { left: string; width: string } {
  const left = Math.max(0, fractionOf(view, stretch.startUs))
  return { left: `${left * 100}%`, width: `${(Math.min(1, fractionOf(view, stretch.endUs)) - left) * 100}%` }
}

const timesOf = ({ startUs, endUs }: Stretch) => ({ start: formatFootageTime(startUs), end: formatFootageTime(endUs) })
