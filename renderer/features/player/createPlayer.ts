import { momentAt, type PlayerControls, type PlayerMoment } from '../../stores/playerStore'
import type { FollowedVideo } from './createFollower'
import { createDriftGauge } from './driftGauge'
import { createSeekQueue } from './createSeekQueue'
import type { FrameCache } from './frameCache'
import { frameAtTime, guardUs, isWithin, nearestFrame, type FrameOnScreen } from './frameWindow'
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
  moment?: PlayerMoment
}

/** What it takes to play a video by whole frames. */
export type PlayedVideo = FollowedVideo & Pick<HTMLVideoElement, 'ended' | 'error' | 'volume' | 'muted'>

interface PlayerDeps {
  video: PlayedVideo
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

const retryFramesMs = 2000
const enoughData = 3 // HTMLMediaElement.HAVE_FUTURE_DATA

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
  let framesFailedAtMs = -Infinity
  let backwardTimer = 0
  let frameCallback = 0
  let stepping: Promise<void> = Promise.resolve()
  let isDisposed = false

  const queue = createSeekQueue(video)
  /** How far its clock is from `moment`, as its pictures tell. */
  const gauge = createDriftGauge()
  let moment: PlayerMoment = { timeUs: start.timeUs, atMs: performance.now(), rate: 0 }

  /** Tells the cameras that follow where this one is and how it runs on; it does not while it seeks or waits for data. */
  const anchor = (timeUs: number, atMs = performance.now()) => {
    const runs = shuttle.isPlaying && shuttle.rate > 0 && !queue.isBusy() && video.readyState >= enoughData
    const rate = runs ? shuttle.rate : 0
    if (rate !== moment.rate) gauge.clear()
    moment = { timeUs, atMs, rate }
    report({ moment })
  }
  const standAt = (timeUs: number) => {
    gauge.clear()
    moment = { timeUs, atMs: performance.now(), rate: 0 }
    report({ moment })
  }
  /** A picture that came late tells less than one before it that came in time. */
  const anchorPicture = (timeUs: number, atMs: number) => {
    if (moment.rate === 0 || moment.rate !== shuttle.rate) {
      anchor(timeUs, atMs)
      return
    }
    gauge.add(timeUs - atMs * moment.rate * 1000, atMs)
    anchor(Math.round((gauge.errorUs(atMs) ?? 0) + atMs * moment.rate * 1000), atMs)
  }
  const onSeeked = () => {
    // The clock of the video goes on from the place of the seek, which lies inside its frame.
    if (shuttle.isPlaying) anchor(Math.round(video.currentTime * 1e6))
  }
  const onWaiting = () => standAt(momentAt(moment, performance.now()))

  const show = (frame: FrameOnScreen) => {
    seekNumber += 1
    currentUs = frame.timeUs
    report({ timeUs: frame.timeUs, frameIndex: frame.frameIndex })
    queue.to(frame.middleUs / 1e6)
    standAt(frame.timeUs)
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
    queue.to((targetUs + guardUs) / 1e6)
    standAt(targetUs)
    if (known === null) loadFrames(targetUs, () => number === seekNumber && !shuttle.isPlaying && settle(targetUs))
  }

  /** Once its frames are known, says which one a seek led to, and seeks again only where that may have led to another. */
  const settle = (targetUs: number) => {
    const known = frames.known(targetUs)
    const frame = known === null ? null : frameAtTime(known, targetUs, durationUs)
    if (frame === null || !isWithin(frame, targetUs + guardUs)) {
      seek(targetUs)
      return
    }
    currentUs = frame.timeUs
    report({ timeUs: frame.timeUs, frameIndex: frame.frameIndex })
    standAt(frame.timeUs)
  }

  const run = (next: Shuttle) => {
    const isBackward = next.isPlaying && next.rate < 0
    shuttle = next
    report({ isPlaying: next.isPlaying, rate: next.rate })
    cancelAnimationFrame(backwardTimer)
    if (!next.isPlaying || isBackward) {
      video.pause()
      standAt(currentUs)
    }
    if (isBackward) {
      goBack(currentUs, performance.now())
      return
    }
    if (!next.isPlaying) return
    video.playbackRate = next.rate
    if (currentUs >= durationUs || video.ended) seek(loop?.startUs ?? 0)
    else anchor(moment.rate === 0 ? Math.round(video.currentTime * 1e6) : Math.round(momentAt(moment, performance.now())))
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

  const reportFrame = (reportedUs: number, atMs: number) => {
    const known = frames.known(reportedUs)
    const frame = known === null ? null : nearestFrame(known, reportedUs, durationUs)
    currentUs = frame?.timeUs ?? Math.min(durationUs, reportedUs)
    report({ timeUs: currentUs, frameIndex: frame?.frameIndex ?? null })
    anchorPicture(currentUs, atMs)
    if (known === null) {
      loadFrames(reportedUs, () => {
        if (!shuttle.isPlaying && !video.seeking && currentUs === reportedUs) reportFrame(reportedUs, atMs)
      })
    }
    if (loop !== null && shuttle.isPlaying && shuttle.rate > 0 && currentUs >= loop.endUs) seek(loop.startUs)
  }
  const onFrame = (_nowMs: number, { mediaTime, expectedDisplayTime }: { mediaTime: number; expectedDisplayTime: number }) => {
    frameCallback = video.requestVideoFrameCallback(onFrame)
    if (!queue.isBusy()) reportFrame(Math.round(mediaTime * 1e6), expectedDisplayTime)
  }

  const onEnded = () => {
    if (loop !== null) {
      seek(loop.startUs)
      run(shuttle)
      // What is not made yet of a proxy is waited for; whoever goes on with more of it plays on.
    } else if (readyUs() < durationUs) onWaiting()
    else run({ ...shuttle, isPlaying: false, rate: shuttle.speed })
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
  video.addEventListener('waiting', onWaiting)
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
      video.removeEventListener('waiting', onWaiting)
      video.removeEventListener('ended', onEnded)
      video.removeEventListener('pause', onPause)
      queue.dispose()
      video.pause()
    }
  }
}
