import { useEffect, useRef, useState } from 'react'
import { formatWallClock } from '#shared/domain/time'
import { alignTime } from '#shared/domain/alignTime'
import type { Footage } from '#shared/model/footage'
import { useCaseStore } from '../../stores/caseStore'
import { usePlayerStore } from '../../stores/playerStore'
import { classNames } from '../../ui/classNames'

import styles from './CameraColumn.module.css'
import { usePlayback } from './usePlayback'

interface CameraTileProps {
  footage: Footage
  /** The footage shown large. */
  main: Footage
  timeZone: string
  offset: string | null
  keyHint: string | null
  hasPicture: boolean
  onShow: () => void
}

const asItIs = { audioTrack: 0, isSourceBroken: false, needs: () => ({ neededUs: 0, awaitedUs: null }), attempt: 0 }
/** Seconds that a small picture may stray from the case clock before it is set right. */
const toleratedS = 0.25

/** One other camera, small and without sound. */
export function CameraTile({ footage, main, timeZone, offset, keyHint, hasPicture, onShow }: CameraTileProps) {
  const playback = usePlayback(footage.id, asItIs)
  const video = useRef<HTMLVideoElement>(null)
  const [isCovering, setCovering] = useState(true)
  const wearer = useCaseStore((state) => (footage.wearerId === null ? undefined : state.people.get(footage.wearerId)?.name))
  const url = hasPicture && playback.status === 'ready' ? playback.url : null

  useEffect(() => {
    const follow = () => {
      const player = usePlayerStore.getState()
      if (player.footageId !== main.id) return
      const wantedUs = alignTime(main, player.timeUs, footage) ?? 0
      const isInside = wantedUs >= 0 && wantedUs <= footage.probe.durationUs
      setCovering(isInside)
      const element = video.current
      if (element === null) return
      const runs = player.isPlaying && player.rate > 0 && isInside && main.startsAt !== null && footage.startsAt !== null
      const strayS = Math.abs(element.currentTime - wantedUs / 1e6)
      if (isInside && !element.seeking && strayS > (runs ? toleratedS : 0.02)) element.currentTime = wantedUs / 1e6
      element.playbackRate = Math.abs(player.rate)
      // A browser that does not let it run leaves it to the seeks above, which keep it on the clock.
      if (runs && element.paused) element.play().catch(() => element.pause())
      if (!runs && !element.paused) element.pause()
    }
    follow()
    return usePlayerStore.subscribe(follow)
  }, [footage, main, url])

  const name = [wearer ?? (footage.cameraLabel || footage.fileName), offset ?? 'clock not known'].join(' ')
  const reason = playback.status === 'refused' ? 'Cannot be played now' : !isCovering ? rangeText(footage, timeZone) : null
  return (
    <button
      type="button"
      className={styles['tile']}
      aria-label={`Show ${name} large`}
      title={keyHint === null ? name : `${name} (key ${keyHint})`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onShow}
    >
      {url !== null && (
        <video
          ref={video}
          className={classNames(styles['video'], reason !== null && styles['isHidden'])}
          src={url}
          muted
          playsInline
          preload="auto"
          tabIndex={-1}
          disablePictureInPicture
        />
      )}
      {(url === null || reason !== null) && <span className={styles['away']}>{reason ?? (hasPicture ? 'Loading…' : 'Click to show')}</span>}
      <span className={styles['name']}>{name}</span>
    </button>
  )
}

function rangeText(footage: Footage, timeZone: string): string {
  if (footage.startsAt === null) return 'No footage at this moment'
  const endsAt = new Date(Date.parse(footage.startsAt) + footage.probe.durationUs / 1000).toISOString()
  const clock = (instant: string) => formatWallClock(instant, timeZone, { withFraction: false })
  return `No footage now: it runs from ${clock(footage.startsAt)} to ${clock(endsAt)}`
}
