import { createDriftGauge } from './driftGauge'
import type { FrameCache } from './frameCache'
import { frameAtTime, guardUs, isWithin, nearestFrame } from './frameWindow'
import { createSeekQueue, type SeekableVideo } from './createSeekQueue'
import { planFollow, stateOf, type FollowState } from './planFollow'

/** Told of each picture that comes on screen: its presentation time in seconds, and when it can be seen, in milliseconds. */
type PictureCallback = (nowMs: number, picture: { mediaTime: number; expectedDisplayTime: number }) => void

/** What it takes to run a video along with another. */
export type FollowedVideo = SeekableVideo &
  Pick<HTMLVideoElement, 'paused' | 'readyState' | 'playbackRate' | 'play' | 'pause' | 'cancelVideoFrameCallback'> & {
    requestVideoFrameCallback: (callback: PictureCallback) => number
  }

/** What a camera should show at one instant. */
export interface FollowTarget {
  /** Microseconds of its own footage, also outside of it; null without a clock in common with the large camera. */
  wantedUs: number | null
  /** How fast it should run, 0 to 4; 0 where it should stand still. */
  rate: number
  /** How long one frame of the slower of the two cameras lasts, in microseconds. */
  frameUs: number
}

/** How a camera stands beside the large one; `errorUs` is what it shows less what it should show, 0 where that is not known. */
export interface FollowStatus {
  state: FollowState
  errorUs: number
}

interface FollowerDeps {
  video: FollowedVideo
  durationUs: number
  /** Where what it plays ends: there, or before where a copy is still being made; microseconds. */
  endUs: number
  frames: FrameCache
  /** What to show at an instant of `now`'s clock, which is that of `performance.now()`. */
  targetAt: (atMs: number) => FollowTarget
  now: () => number
  report: (status: FollowStatus) => void
  /** Told once when frame times cannot be read or the browser refuses to play. */
  onProblem: (error: unknown) => void
}

const enoughData = 3 // HTMLMediaElement.HAVE_FUTURE_DATA
const firstSeekCostMs = 120
/** A rate that differs less from the one before is not worth the browser's work. */
const rateGrain = 0.004

/** Keeps one video on the clock of the large camera: running along with it, and on the exact frame where that stands still. */
export function createFollower({ video, durationUs, endUs, frames, targetAt, now, report, onProblem }: FollowerDeps): {
  /** To be called whenever what it should show may have changed. */
  update: () => void
  /** A camera that nobody sees decodes nothing. */
  setVisible: (isVisible: boolean) => void
  dispose: () => void
} {
  const queue = createSeekQueue(video)
  const gauge = createDriftGauge()
  let shownUs: number | null = null
  /** Where it was last put to stand still; null since it ran. */
  let placedUs: number | null = null
  let seekCostMs = firstSeekCostMs
  let seekStartedMs = -Infinity
  let isSeekTimed = false
  let isVisible = true
  let isDisposed = false
  let hasFailed = false
  let frameCallback = 0

  const fail = (error: unknown) => {
    // A pause or a new source while play was on its way is no problem.
    if (isDisposed || hasFailed || (error instanceof DOMException && error.name === 'AbortError')) return
    hasFailed = true
    onProblem(error)
  }
  const stop = () => {
    gauge.clear()
    if (!video.paused) video.pause()
  }

  /** Puts the frame on screen that is shown at a time. */
  const standAt = (wantedUs: number, frameUs: number) => {
    stop()
    const known = frames.known(wantedUs)
    const frame = known === null ? null : frameAtTime(known, wantedUs, durationUs)
    if (known === null) frames.around(wantedUs).then(() => !isDisposed && update(), fail)
    const isPlaced = placedUs !== null && (frame === null ? placedUs === wantedUs + guardUs : isWithin(frame, placedUs))
    if (!isPlaced) {
      placedUs = frame?.middleUs ?? wantedUs + guardUs
      queue.to(placedUs / 1e6)
    }
    if (shownUs === null) return null
    const shown = known === null ? null : nearestFrame(known, shownUs, durationUs)
    if (frame !== null && shown?.timeUs === frame.timeUs) return 0
    const errorUs = shownUs - (frame?.timeUs ?? wantedUs)
    if (frame === null && errorUs <= 0) return errorUs
    // Another frame is never called the right one, however near it is.
    return errorUs < 0 ? Math.min(errorUs, -frameUs) : Math.max(errorUs, frameUs)
  }

  const run = (rate: number, wantedRate: number, seekToUs: number | null) => {
    placedUs = null
    if (seekToUs !== null) {
      gauge.clear()
      seekStartedMs = now()
      isSeekTimed = true
      queue.to(seekToUs / 1e6)
    }
    if (Math.abs(video.playbackRate / rate - 1) > rateGrain) video.playbackRate = rate
    gauge.runOff(video.playbackRate - wantedRate, now())
    if (video.paused) video.play().catch(fail)
  }

  const update = () => {
    if (isDisposed) return
    if (!isVisible) {
      stop()
      return
    }
    const { wantedUs, rate, frameUs } = targetAt(now())
    const isInside = wantedUs !== null && wantedUs >= 0 && wantedUs <= endUs
    if (isInside && rate === 0) {
      const errorUs = standAt(wantedUs, frameUs)
      report({ state: errorUs === null ? 'behind' : stateOf(errorUs, frameUs), errorUs: errorUs ?? 0 })
      return
    }
    const apartUs = wantedUs === null || shownUs === null ? null : shownUs - wantedUs
    const isMeasured = !queue.isBusy() && video.readyState >= enoughData
    // While it seeks or waits for data, the picture on screen falls behind, and only that is known.
    const errorUs = isMeasured ? (gauge.errorUs(now()) ?? apartUs) : apartUs
    const plan = planFollow({
      ...{ wantedUs, durationUs: endUs, rate, errorUs, frameUs, seekCostMs },
      sinceSeekMs: queue.isBusy() ? 0 : now() - seekStartedMs
    })
    if (isInside) run(plan.rate, rate, plan.seekToUs)
    else {
      stop()
      // Ready to start where its time comes.
      if (plan.state === 'before') standAt(0, frameUs)
    }
    report({ state: plan.state, errorUs: errorUs ?? 0 })
  }

  const onFrame: PictureCallback = (_nowMs, { mediaTime, expectedDisplayTime }) => {
    frameCallback = video.requestVideoFrameCallback(onFrame)
    shownUs = Math.round(mediaTime * 1e6)
    if (!queue.isBusy() && !video.paused) {
      const { wantedUs, rate } = targetAt(expectedDisplayTime)
      if (wantedUs !== null && rate > 0) gauge.add(shownUs - wantedUs, expectedDisplayTime)
    }
    update()
  }
  const onSeeked = () => {
    if (isSeekTimed) seekCostMs += (now() - seekStartedMs - seekCostMs) / 2
    isSeekTimed = false
    update()
  }

  video.addEventListener('seeked', onSeeked)
  frameCallback = video.requestVideoFrameCallback(onFrame)

  return {
    update,
    setVisible: (next) => {
      isVisible = next
      update()
    },
    dispose: () => {
      isDisposed = true
      video.cancelVideoFrameCallback(frameCallback)
      video.removeEventListener('seeked', onSeeked)
      queue.dispose()
      stop()
    }
  }
}
