import type { PlayerControls } from '../../stores/playerStore'
import type { FrameCache } from './frameCache'
import { frameAtTime, nearestFrame, type FrameOnScreen } from './frameWindow'
import { backwardTime, nextShuttle, toggleShuttle, withSpeed, type Shuttle } from './shuttle'

/** What the player says of itself. */
export interface PlayerReport {
  timeUs?: number
  frameIndex?: number | null
  isPlaying?: boolean
  rate?: number
  volume?: number
  isMuted?: boolean
  loop?: { startUs: number; endUs: number } | null
  loopStartUs?: number | null
}

interface PlayerDeps {
  video: HTMLVideoElement
  durationUs: number
  frames: FrameCache
  /** Where to begin, in microseconds, and how. */
  start: { timeUs: number; speed: number; volume: number; isMuted: boolean; isPlaying: boolean }
  report: (report: PlayerReport) => void
  /** How far can be played now, microseconds; Infinity for all. */
  readyUs: () => number
  /** Told of a time that was asked for and is not ready; null when one was asked for that is. */
  onNotReady: (timeUs: number | null) => void
  /** Told when frame times cannot be read or the browser refuses to play. */
  onProblem: (error: unknown) => void
}

/** A start of a frame that a browser rounds down still belongs to that frame when it is asked for this much later. */
const guardUs = 500
const retryFramesMs = 2000

/**
 * Drives one video element by whole frames: what is reported is the presentation time of the frame on screen, in microseconds.
 * Answers with the controls and a function that lets the video go.
 */
export function createPlayer({ video, durationUs, frames, start, report, readyUs, onNotReady, onProblem }: PlayerDeps): {
  controls: PlayerControls
  dispose: () => void
} {
  let shuttle: Shuttle = { isPlaying: false, rate: start.speed, speed: start.speed }
  let loop: { startUs: number; endUs: number } | null = null
  let currentUs = start.timeUs
  let seekNumber = 0
  let waitingSeekS: number | null = null
  let framesFailedAtMs = -Infinity
  let backwardTimer = 0
  let frameCallback = 0
  let stepping: Promise<void> = Promise.resolve()
  let isDisposed = false

  const placeVideo = (seconds: number) => {
    // One seek at a time: a browser that is asked for another picture before it showed the last one shows none.
    if (video.seeking) waitingSeekS = seconds
    else video.currentTime = seconds
  }
  const onSeeked = () => {
    if (waitingSeekS === null) return
    video.currentTime = waitingSeekS
    waitingSeekS = null
  }

  const show = (frame: FrameOnScreen) => {
    seekNumber += 1
    currentUs = frame.timeUs
    report({ timeUs: frame.timeUs, frameIndex: frame.frameIndex })
    placeVideo(frame.middleUs / 1e6)
  }

  const loadFrames = (timeUs: number, onLoaded: () => void) => {
    if (performance.now() - framesFailedAtMs < retryFramesMs) return
    frames.around(timeUs).then(
      () => {
        if (!isDisposed) onLoaded()
      },
      (error: unknown) => {
        if (framesFailedAtMs === -Infinity && !isDisposed) onProblem(error)
        framesFailedAtMs = performance.now()
      }
    )
  }

  const seek = (timeUs: number) => {
    const askedUs = Math.min(durationUs, Math.max(0, Math.round(timeUs)))
    const targetUs = Math.max(0, Math.min(askedUs, Math.round(Math.min(readyUs(), durationUs + 1)) - 1))
    const known = frames.known(targetUs)
    const frame = known === null ? null : frameAtTime(known, targetUs, durationUs)
    if (frame !== null) {
      show(frame)
      return
    }
    const number = ++seekNumber
    currentUs = targetUs
    report({ timeUs: targetUs, frameIndex: null })
    placeVideo((targetUs + guardUs) / 1e6)
    if (known === null) {
      loadFrames(targetUs, () => {
        if (number === seekNumber && !shuttle.isPlaying) seek(targetUs)
      })
    }
  }

  const run = (next: Shuttle) => {
    const isBackward = next.isPlaying && next.rate < 0
    shuttle = next
    report({ isPlaying: next.isPlaying, rate: next.rate })
    cancelAnimationFrame(backwardTimer)
    if (!next.isPlaying || isBackward) video.pause()
    if (isBackward) {
      goBack(currentUs, performance.now())
      return
    }
    if (!next.isPlaying) return
    video.playbackRate = next.rate
    if (currentUs >= durationUs || video.ended) seek(loop?.startUs ?? 0)
    video.play().catch((error: unknown) => {
      // A pause or a new source while play was on its way is no problem.
      if (isDisposed || (error instanceof DOMException && error.name === 'AbortError')) return
      run({ ...shuttle, isPlaying: false })
      if (video.error === null) onProblem(error)
    })
  }

  /** Browsers do not play backwards: ask for one earlier picture after the other, as fast as they come. */
  const goBack = (fromUs: number, sinceMs: number) => {
    const tick = () => {
      if (!video.seeking) {
        const wantedUs = backwardTime(fromUs, shuttle.rate, performance.now() - sinceMs)
        const isAtLoopStart = loop !== null && fromUs >= loop.startUs && wantedUs <= loop.startUs
        seek(isAtLoopStart ? (loop?.startUs ?? 0) : wantedUs)
        if (wantedUs === 0 || isAtLoopStart) {
          run({ ...shuttle, isPlaying: false, rate: shuttle.speed })
          return
        }
      }
      backwardTimer = requestAnimationFrame(tick)
    }
    backwardTimer = requestAnimationFrame(tick)
  }

  const reportFrame = (reportedUs: number) => {
    const known = frames.known(reportedUs)
    const frame = known === null ? null : nearestFrame(known, reportedUs, durationUs)
    currentUs = frame?.timeUs ?? Math.min(durationUs, reportedUs)
    report({ timeUs: currentUs, frameIndex: frame?.frameIndex ?? null })
    if (known === null) {
      loadFrames(reportedUs, () => {
        if (!shuttle.isPlaying && !video.seeking && currentUs === reportedUs) reportFrame(reportedUs)
      })
    }
    if (loop !== null && shuttle.isPlaying && shuttle.rate > 0 && currentUs >= loop.endUs) seek(loop.startUs)
  }
  const onFrame = (_nowMs: number, metadata: { mediaTime: number }) => {
    frameCallback = video.requestVideoFrameCallback(onFrame)
    if (!video.seeking && waitingSeekS === null) reportFrame(Math.round(metadata.mediaTime * 1e6))
  }

  const onEnded = () => {
    if (loop !== null) {
      seek(loop.startUs)
      run(shuttle)
    } else run({ ...shuttle, isPlaying: false, rate: shuttle.speed })
  }
  /** The browser paused by itself, e.g. for a key on a headset. */
  const onPause = () => {
    if (shuttle.isPlaying && shuttle.rate > 0 && !video.ended && video.error === null) run({ ...shuttle, isPlaying: false })
  }

  const stepFrom = async (count: number) => {
    try {
      const frame = await frames.step(currentUs, count)
      if (frame === null || isDisposed) return
      if (frame.timeUs < readyUs()) show(frame)
      else onNotReady(frame.timeUs)
    } catch (error) {
      onProblem(error)
    }
  }

  const setVolume = (volume: number) => {
    video.volume = Math.min(1, Math.max(0, volume))
    report({ volume: video.volume })
  }
  const setMuted = (isMuted: boolean) => {
    video.muted = isMuted
    report({ isMuted })
  }

  const controls: PlayerControls = {
    play: () => run({ ...shuttle, isPlaying: true, rate: shuttle.speed }),
    pause: () => run({ ...shuttle, isPlaying: false, rate: shuttle.speed }),
    toggle: () => run(toggleShuttle(shuttle)),
    seek: (timeUs) => {
      onNotReady(timeUs > readyUs() ? Math.round(Math.min(durationUs, timeUs)) : null)
      seek(timeUs)
      if (shuttle.isPlaying && shuttle.rate < 0) run(shuttle)
    },
    step: (count) => {
      if (shuttle.isPlaying) run({ ...shuttle, isPlaying: false, rate: shuttle.speed })
      // Presses that come faster than frames are known wait for each other, so that none is lost.
      stepping = stepping.then(() => stepFrom(count))
      return stepping
    },
    shuttle: (direction) => run(nextShuttle(shuttle, direction)),
    setRate: (rate) => run(withSpeed(shuttle, rate)),
    setVolume,
    setMuted,
    setLoop: (next) => {
      loop = next
      report({ loop: next, loopStartUs: null })
    },
    frameTimeAt: async (timeUs) => {
      const targetUs = Math.min(durationUs, Math.max(0, timeUs))
      return frameAtTime(await frames.around(targetUs), targetUs, durationUs)?.timeUs ?? targetUs
    }
  }

  video.addEventListener('seeked', onSeeked)
  video.addEventListener('ended', onEnded)
  video.addEventListener('pause', onPause)
  frameCallback = video.requestVideoFrameCallback(onFrame)
  video.playbackRate = start.speed
  setVolume(start.volume)
  setMuted(start.isMuted)
  report({ rate: start.speed, isPlaying: false, loop: null, loopStartUs: null })
  seek(start.timeUs)
  if (start.isPlaying) controls.play()

  return {
    controls,
    dispose: () => {
      isDisposed = true
      cancelAnimationFrame(backwardTimer)
      video.cancelVideoFrameCallback(frameCallback)
      video.removeEventListener('seeked', onSeeked)
      video.removeEventListener('ended', onEnded)
      video.removeEventListener('pause', onPause)
      video.pause()
    }
  }
}
