import { useCallback, useRef, useState } from 'react'
import { formatFootageTime, formatWallClock } from '#shared/domain/time'
import { wallClockOf, type CaseClock } from '#shared/domain/caseClock'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import { inOwnWords } from '#shared/rpc/problem'
import { useKeyOf } from '../../app/commands'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { classNames } from '../../ui/classNames'
import { keysText } from '../../ui/keysText'
import styles from './CameraTile.module.css'
import type { FollowStatus } from './createFollower'
import { followedTimeUs, useFollower } from './useFollower'
import { usePlayback } from './usePlayback'

const say = messagesOf('player')

interface CameraTileProps {
  footage: Footage
  timeZone: string
  /** How much later it began than the footage shown large, or null where that is not known. */
  offset: string | null
  /** Place among all cameras, from 0: it has the key of that camera, and a grid keeps it there. */
  place: number
  hasPicture: boolean
  onShow: () => void
}

const mostRetries = 2
const retryAfterMs = 700
/** So much ahead of its moment is asked for of a proxy that is being made. */
const aheadUs = 4_000_000

/** One other camera, without sound, on the moment of the large one; it says so whenever it shows another moment or none. */
export function CameraTile({ footage, timeZone, offset, place, hasPicture, onShow }: CameraTileProps) {
  const clock = useCaseClock()
  const keys = useKeyOf(`player.camera.${place + 1}`)
  const keyHint = keys === undefined ? null : keysText(keys)
  const [attempt, setAttempt] = useState(0)
  const needs = useCallback(() => ({ neededUs: planNeededUs(footage), awaitedUs: null }), [footage])
  const playback = usePlayback(footage.id, { audioTrack: 0, isSourceBroken: false, needs, attempt })
  const [isBroken, setBroken] = useState(false)
  const video = useRef<HTMLVideoElement>(null)
  const wearer = useCaseStore((state) => (footage.wearerId === null ? undefined : state.people.get(footage.wearerId)?.name))
  const ready = playback.status === 'ready' && hasPicture && !isBroken ? playback : null
  const source = ready === null ? null : `${ready.attempt} ${ready.url}`
  const status = useFollower(
    video,
    footage,
    source === null || ready === null ? null : { key: source, of: ready.of, readyUs: ready.readyUs }
  )

  const onError = () => {
    if (attempt >= mostRetries) setBroken(true)
    else window.setTimeout(() => setAttempt(attempt + 1), retryAfterMs)
  }
  const name = [wearer ?? (footage.cameraLabel || footage.fileName), offset ?? say('notAligned')].join(' ')
  const refusal =
    playback.status === 'refused'
      ? inOwnWords(playback.problem).what
      : isBroken
        ? say(playback.status === 'ready' && playback.of === 'proxy' ? 'cannotPlayCopy' : 'cannotPlaySource')
        : null
  const waiting = hasPicture ? say('tileLoading') : say('clickToShow')
  const absence =
    refusal ?? (ready === null ? waiting : status === null ? waiting : absenceText(status, clock, footage, timeZone, ready.readyUs))
  const stray = absence === null && status !== null ? strayText(status) : null
  // What a screen reader says holds the words that are seen, in their order.
  const said = absence ?? stray
  const shown = keyHint === null ? name : `${keyHint} ${name}`
  return (
    <button
      type="button"
      className={styles['tile']}
      style={{ order: place }}
      aria-label={said === null ? say('showLarge', { camera: shown }) : say('saidShowLarge', { said, camera: shown })}
      title={keyHint === null ? name : say('cameraKey', { camera: name, key: keyHint })}
      data-follow={status?.state}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onShow}
    >
      {ready !== null && (
        <video
          key={source}
          ref={video}
          className={classNames(styles['video'], absence !== null && styles['isHidden'], stray !== null && styles['isAstray'])}
          src={ready.url}
          muted
          playsInline
          preload="auto"
          tabIndex={-1}
          disablePictureInPicture
          onError={onError}
        />
      )}
      {absence !== null && <span className={styles['away']}>{absence}</span>}{' '}
      {stray !== null && <span className={styles['stray']}>{stray}</span>}{' '}
      <span className={styles['name']}>
        {keyHint !== null && <span className={styles['key']}>{keyHint}</span>} {name}
      </span>
    </button>
  )
}

/** Up to where a copy that is being made is needed, microseconds of the footage. */
function planNeededUs({ id, probe }: Footage): number {
  const wantedUs = followedTimeUs(id, performance.now())
  return wantedUs === null ? 0 : Math.min(probe.durationUs, Math.max(0, wantedUs + aheadUs))
}

/** Why a camera shows nothing of this moment; null where it does. */
function absenceText({ state }: FollowStatus, clock: CaseClock, footage: Footage, timeZone: string, readyUs: number | null): string | null {
  const clockAt = (timeUs: number) => {
    const instant = wallClockOf(clock, footage.id, timeUs)
    return instant === null ? null : formatWallClock(instant, timeZone, { withFraction: false })
  }
  switch (state) {
    case 'apart':
      return say('apart')
    case 'before': {
      const time = clockAt(0)
      return time === null ? say('notRecordingYet') : say('notRecordingYetUntil', { time })
    }
    case 'after': {
      if (readyUs !== null) return say('copyReadySoFar', { time: formatFootageTime(readyUs, { withFraction: false }) })
      const time = clockAt(footage.probe.durationUs)
      return time === null ? say('ended') : say('endedAt', { time })
    }
    default:
      return null
  }
}

/** How far a picture is from the moment of the large camera; null where it is at it. */
function strayText({ state, errorUs }: FollowStatus): string | null {
  if (state !== 'behind' && state !== 'ahead') return null
  const seconds = Math.abs(errorUs) / 1e6
  return seconds === 0 || seconds >= 10 ? say('catchingUp') : say(state, { seconds: seconds.toFixed(seconds < 0.1 ? 2 : 1) })
}
