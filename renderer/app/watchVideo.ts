import type { FootageId } from '#shared/model/ids'
import type { ViewedStretch } from '#shared/model/viewing'
import { beginStretch, endStretch, growStretch, type OpenStretch, type ShownFrame } from './stretchTracker'
import { viewingLog } from './viewingLog'

/** Takes each state of a stretch: while it grows, and at its end. */
type Keep = (stretch: ViewedStretch, isOver: boolean) => void

/** What a video element plays of which footage. */
interface Watched {
  footageId: FootageId
  /** Where what it plays ends: the footage, or as much of a copy as is made; microseconds. */
  endUs: number
  /** The footage time of a picture whose time is told by the video: a copy may lack pictures of its source. Microseconds. */
  toFootageUs: (playedUs: number) => number
}

/**
 * Records what a video element really shows of a footage: frames on screen while it plays forwards, not while it is sought,
 * stalled or hidden. Answers with a function that ends it.
 */
export function watchVideo(video: HTMLVideoElement, { footageId, endUs, toFootageUs }: Watched, log = viewingLog): () => void {
  let open: { stretch: OpenStretch; startedAt: string; keep: Keep } | null = null
  let standsAtUs: number | null = null
  let frameCallback = 0

  const now = () => Math.min(endUs, Math.round(video.currentTime * 1e6))
  const tell = (isOver: boolean) => {
    if (open === null) return
    const { startUs, endUs: shownToUs, rate, isMuted } = open.stretch
    open.keep({ footageId, startUs, endUs: shownToUs, rate, isMuted, startedAt: open.startedAt }, isOver)
  }
  const end = (timeUs: number | null) => {
    if (open === null) return
    if (timeUs !== null) open.stretch = endStretch(open.stretch, timeUs)
    standsAtUs = timeUs === null ? null : open.stretch.endUs
    tell(true)
    open = null
  }

  const onFrame = (nowMs: number, { mediaTime, presentedFrames }: VideoFrameCallbackMetadata) => {
    frameCallback = video.requestVideoFrameCallback(onFrame)
    if (video.paused || video.seeking || document.hidden) return
    const frame: ShownFrame = {
      timeUs: Math.min(endUs, toFootageUs(Math.round(mediaTime * 1e6))),
      nowMs,
      presentedCount: presentedFrames,
      droppedCount: video.getVideoPlaybackQuality().droppedVideoFrames,
      rate: video.playbackRate,
      isMuted: video.muted || video.volume === 0
    }
    const grown = open === null ? null : growStretch(open.stretch, frame)
    if (open !== null && grown !== null) {
      open.stretch = grown
      tell(false)
      return
    }
    const fromUs = open?.stretch.endUs ?? standsAtUs
    end(null)
    open = { stretch: beginStretch(frame, fromUs), startedAt: new Date().toISOString(), keep: log.open() }
  }

  /** The first frames may be shown before a busy browser tells of one: the stretch begins where the picture stood. */
  const onPlay = () => {
    if (!video.seeking) standsAtUs ??= now()
  }
  const onHold = () => end(now())
  const onEnded = () => end(endUs)
  const onSeeking = () => {
    end(null)
    standsAtUs = null
  }
  const onVisibility = () => {
    if (document.hidden) end(null)
  }
  video.addEventListener('play', onPlay)
  video.addEventListener('pause', onHold)
  video.addEventListener('waiting', onHold)
  video.addEventListener('ended', onEnded)
  video.addEventListener('seeking', onSeeking)
  document.addEventListener('visibilitychange', onVisibility)
  frameCallback = video.requestVideoFrameCallback(onFrame)
  return () => {
    end(null)
    video.cancelVideoFrameCallback(frameCallback)
    video.removeEventListener('play', onPlay)
    video.removeEventListener('pause', onHold)
    video.removeEventListener('waiting', onHold)
    video.removeEventListener('ended', onEnded)
    video.removeEventListener('seeking', onSeeking)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
