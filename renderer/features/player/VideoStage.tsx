import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import type { Problem } from '#shared/rpc/problem'
import { useKeyHint } from '../../app/commands'
import { connection } from '../../app/connection'
import { watchVideo } from '../../app/watchVideo'
import { usePlayerStore } from '../../stores/playerStore'
import { problemOf } from '../../stores/problemOf'
import { useSessionStore } from '../../stores/sessionStore'
import { askForGraphic, useGraphic } from '../../stores/graphicStore'
import { classNames } from '../../ui/classNames'
import { GraphicVeil } from '../../ui/GraphicVeil'
import { createFrameCache } from './frameCache'
import { createPlayer } from './createPlayer'
import { nearestFrame } from './frameWindow'
import { PictureLabels } from './PictureLabels'
import { PlaybackProblem } from './PlaybackProblem'
import { ReadyNote } from './ReadyNote'
import { usePlayback } from './usePlayback'
import styles from './VideoStage.module.css'

const say = messagesOf('player')

interface VideoStageProps {
  footage: Footage
  timeZone: string
  /** Where to begin, in microseconds of this footage. */
  startUs: () => number
  /** Drawn over the picture, at its lower edge. */
  children?: ReactNode
}

const mostRetries = 2
/** So much ahead of the playhead is asked for of a proxy that is being made. */
const aheadUs = 4_000_000
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
  const [missedUs, setMissed] = useState<number | null>(null)
  const [isSourceBroken, setSourceBroken] = useState(false)
  const { isBlurred } = useGraphic()
  const graphicKey = useKeyHint('player.graphic')
  const audioTrack = usePlayerStore((state) => (state.footageId === footage.id ? state.audioTrack : 0))
  const missed = useRef<number | null>(null)
  const needs = useCallback(() => ({ neededUs: usePlayerStore.getState().timeUs + aheadUs, awaitedUs: missed.current }), [])
  const playback = usePlayback(footage.id, { audioTrack, isSourceBroken, needs, attempt })
  const isShown = broken === null
  const url = playback.status === 'ready' && isShown ? playback.url : null
  const of = playback.status === 'ready' ? playback.of : 'source'
  const readyUs = playback.status === 'ready' && isShown ? playback.readyUs : null
  const source = playback.status === 'ready' ? playback.attempt : 0
  const durationUs = footage.probe.durationUs
  const wasPlaying = useRef(false)
  const miss = useCallback((askedUs: number | null) => {
    missed.current = askedUs
    setMissed(askedUs)
  }, [])

  // Noted while the page is changed: a video that is taken out of it pauses by itself soon after.
  useLayoutEffect(() => {
    if (url === null) return
    return () => {
      wasPlaying.current = usePlayerStore.getState().isPlaying
    }
  }, [url, source])

  useEffect(() => {
    const { report } = usePlayerStore.getState()
    // Before the picture comes, the playhead already stands where it will begin.
    const hasCome = missed.current !== null && missed.current < (readyUs ?? Infinity)
    const leftUs = hasBegun.current ? usePlayerStore.getState().timeUs : firstUs
    // A moment that was asked for before it was ready.
    const timeUs = hasCome ? (missed.current ?? leftUs) : leftUs
    if (hasCome) miss(null)
    if (!hasBegun.current) report({ audioTrack: 0 })
    hasBegun.current = true
    const moment = { timeUs, atMs: performance.now(), rate: 0 }
    report({ footageId: footage.id, durationUs, timeUs, frameIndex: null, isPlaying: false, moment, readyUs })
    const element = video.current
    if (element === null || url === null) return
    const { client } = connection()
    const { rate, volume, isMuted } = usePlayerStore.getState()
    const frames = createFrameCache((fromUs, toUs) => client.footage.frames({ footageId: footage.id, fromUs, toUs, of }), durationUs)
    const player = createPlayer({
      video: element,
      durationUs,
      frames,
      start: { timeUs, speed: rate > 0 ? rate : 1, volume, isMuted, isPlaying: hasPlayed.current ? wasPlaying.current : isTakingOver },
      report,
      readyUs: () => readyUs ?? Infinity,
      onNotReady: miss,
      onProblem: (error) => {
        const problem = problemOf(error)
        useSessionStore.getState().notify(problem.what, problem)
      }
    })
    hasPlayed.current = true
    report({ controls: player.controls })
    const toFootageUs = (playedUs: number) => {
      const known = of === 'source' ? null : frames.known(playedUs)
      return known === null ? playedUs : (nearestFrame(known, playedUs, durationUs)?.timeUs ?? playedUs)
    }
    const stopWatching = watchVideo(element, { footageId: footage.id, endUs: readyUs ?? durationUs, toFootageUs })
    return () => {
      stopWatching()
      player.dispose()
      report({ controls: null, isPlaying: false, readyUs: null })
    }
  }, [url, of, readyUs, source, footage.id, durationUs, firstUs, isTakingOver, miss])

  const onError = () => {
    retries.current += 1
    if (retries.current <= mostRetries) window.setTimeout(() => setAttempt((before) => before + 1), retryAfterMs)
    else if (of === 'source') setSourceBroken(true)
    else setBroken(unplayable(video.current?.error?.message ?? ''))
  }
  const tryAgain = () => {
    retries.current = 0
    setBroken(null)
    setSourceBroken(false)
    setAttempt((before) => before + 1)
  }
  const problem = broken ?? (playback.status === 'refused' ? playback.problem : null)
  const canMakeProxy = broken !== null || (playback.status === 'refused' && playback.canMakeProxy)

  return (
    <div className={classNames(styles['stage'], problem !== null && styles['without'])}>
      {url !== null && (
        <video
          key={`${url} ${source}`}
          ref={video}
          className={styles['video']}
          src={url}
          preload="auto"
          playsInline
          disablePictureInPicture
          aria-label={say('footageName', { name: footage.cameraLabel || footage.fileName })}
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
      {problem === null && (playback.status === 'loading' || isWaiting) && (
        <p className={styles['waiting']}>{readyUs === null ? say('loading') : say('waitingForCopy')}</p>
      )}
      {problem !== null && <PlaybackProblem footage={footage} problem={problem} canMakeProxy={canMakeProxy} onRetry={tryAgain} />}
      {url !== null && isBlurred && (
        <GraphicVeil label={say('graphicBlurred')} showLabel={say('showGraphic')} {...graphicKey} onShow={() => askForGraphic('shown')} />
      )}
      {problem === null && <PictureLabels footage={footage} timeZone={timeZone} />}
      {problem === null && (
        <div className={styles['lower']}>
          {readyUs !== null && <ReadyNote footageId={footage.id} missedUs={missedUs} />}
          {children}
        </div>
      )}
    </div>
  )
}

function unplayable(message: string): Problem {
  return {
    code: 'footage_unreadable',
    what: message === '' ? say('cannotPlay') : say('cannotPlayWhy', { why: message }),
    kept: say('sourceKept'),
    todo: say('makeCopyOrRetry'),
    subjectId: null
  }
}
