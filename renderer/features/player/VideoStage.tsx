import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Footage } from '#shared/model/footage'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../../app/connection'
import { watchVideo } from '../../app/watchVideo'
import { usePlayerStore } from '../../stores/playerStore'
import { problemOf } from '../../stores/problemOf'
import { useSessionStore } from '../../stores/sessionStore'
import { classNames } from '../../ui/classNames'
import { createFrameCache } from './frameCache'
import { createPlayer } from './createPlayer'
import { PictureLabels } from './PictureLabels'
import { PlaybackProblem } from './PlaybackProblem'
import { usePlayback } from './usePlayback'
import styles from './VideoStage.module.css'

interface VideoStageProps {
  footage: Footage
  timeZone: string
  /** Where to begin, in microseconds of this footage. */
  startUs: () => number
  /** Drawn over the picture, at its lower edge. */
  children?: ReactNode
}

const mostRetries = 2
const retryAfterMs = 700

/** One footage, large. It registers itself as the player while it is mounted; mount it anew for another footage. */
export function VideoStage({ footage, timeZone, startUs, children }: VideoStageProps) {
  const video = useRef<HTMLVideoElement>(null)
  // Counts only for the first time, so that a new address keeps the place.
  const [firstUs] = useState(() => Math.min(footage.probe.durationUs, Math.max(0, Math.round(startUs()))))
  // A camera that takes the place of one that plays goes on playing.
  const [isTakingOver] = useState(() => usePlayerStore.getState().isPlaying && usePlayerStore.getState().rate > 0)
  const hasBegun = useRef(false)
  const hasPlayed = useRef(false)
  const retries = useRef(0)
  const [attempt, setAttempt] = useState(0)
  const [broken, setBroken] = useState<Problem | null>(null)
  const [isWaiting, setWaiting] = useState(true)
  const playback = usePlayback(footage.id, attempt)
  const url = playback.status === 'ready' && broken === null ? playback.url : null
  const source = playback.status === 'ready' ? playback.attempt : 0
  const durationUs = footage.probe.durationUs

  useEffect(() => {
    const { report } = usePlayerStore.getState()
    // Before the picture comes, the playhead already stands where it will begin.
    const timeUs = hasBegun.current ? usePlayerStore.getState().timeUs : firstUs
    hasBegun.current = true
    const moment = { timeUs, atMs: performance.now(), rate: 0 }
    report({ footageId: footage.id, durationUs, timeUs, frameIndex: null, isPlaying: false, moment })
    const element = video.current
    if (element === null || url === null) return
    const { rate, volume, isMuted } = usePlayerStore.getState()
    const player = createPlayer({
      video: element,
      durationUs,
      frames: createFrameCache((fromUs, toUs) => connection().client.footage.frames({ footageId: footage.id, fromUs, toUs }), durationUs),
      start: { timeUs, speed: rate > 0 ? rate : 1, volume, isMuted, isPlaying: isTakingOver && !hasPlayed.current },
      report,
      onProblem: (error) => {
        const problem = problemOf(error)
        useSessionStore.getState().notify(problem.what, problem)
      }
    })
    hasPlayed.current = true
    report({ controls: player.controls })
    const stopWatching = watchVideo(element, footage.id, durationUs)
    return () => {
      stopWatching()
      player.dispose()
      report({ controls: null, isPlaying: false })
    }
  }, [url, source, footage.id, durationUs, firstUs, isTakingOver])

  const onError = () => {
    retries.current += 1
    if (retries.current <= mostRetries) window.setTimeout(() => setAttempt((before) => before + 1), retryAfterMs)
    else setBroken(unplayable(video.current?.error?.message ?? ''))
  }
  const tryAgain = () => {
    retries.current = 0
    setBroken(null)
    setAttempt((before) => before + 1)
  }
  const problem = broken ?? (playback.status === 'refused' ? playback.problem : null)
  const canMakeProxy = broken !== null || (playback.status === 'refused' && playback.canMakeProxy)

  return (
    <div className={classNames(styles['stage'], problem !== null && styles['without'])}>
      {url !== null && (
        <video
          key={source}
          ref={video}
          className={styles['video']}
          src={url}
          preload="auto"
          playsInline
          disablePictureInPicture
          aria-label={`Footage ${footage.cameraLabel || footage.fileName}`}
          onError={onError}
          onLoadedData={() => {
            retries.current = 0
            setWaiting(false)
          }}
          onWaiting={() => setWaiting(true)}
          onPlaying={() => setWaiting(false)}
          onSeeked={() => setWaiting(false)}
          onClick={() => usePlayerStore.getState().controls?.toggle()}
        />
      )}
      {problem === null && (playback.status === 'loading' || isWaiting) && <p className={styles['waiting']}>Loading footage…</p>}
      {problem !== null && <PlaybackProblem footage={footage} problem={problem} canMakeProxy={canMakeProxy} onRetry={tryAgain} />}
      {problem === null && <PictureLabels footage={footage} timeZone={timeZone} />}
      {problem === null && children !== undefined && <div className={styles['lower']}>{children}</div>}
    </div>
  )
}

function unplayable(message: string): Problem {
  return {
    code: 'footage_unreadable',
    what: `This window cannot play the source of this footage${message === '' ? '' : ` (${message})`}.`,
    kept: 'The source file is as it was, and so are its tags.',
    todo: 'Make a playable copy, or try again.',
    subjectId: null
  }
}
