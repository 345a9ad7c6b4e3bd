import type { ViewedStretch } from '#shared/model/viewing'

/** What a browser says of a frame that it has put on screen while the video plays forwards. */
export interface ShownFrame {
  /** Presentation time, microseconds of the footage. */
  timeUs: number
  /** When it was shown, on the browser's clock. */
  nowMs: number
  /** Frames put on screen since the video was loaded, this one included. */
  presentedCount: number
  /** Frames that came too late to be shown since the video was loaded. */
  droppedCount: number
  rate: number
  isMuted: boolean
}

/** A stretch that may still grow, with the last frame shown in it. */
export interface OpenStretch extends Pick<ViewedStretch, 'startUs' | 'endUs' | 'rate' | 'isMuted'> {
  last: ShownFrame
}

/** A frame on screen this long while none is dropped is how the footage is; with frames dropped it is a picture that stood still. */
const longestStillMs = 1000
/** Playing, the picture cannot get further than the clock does, but for this much. */
const toleranceUs = 250_000

/** A stretch that begins with this frame; at `fromUs` where the picture stood there since the stretch before ended. */
export function beginStretch(frame: ShownFrame, fromUs: number | null): OpenStretch {
  const isFrom = fromUs !== null && fromUs <= frame.timeUs && frame.timeUs - fromUs <= toleranceUs * frame.rate
  return { startUs: isFrom ? fromUs : frame.timeUs, endUs: frame.timeUs, rate: frame.rate, isMuted: frame.isMuted, last: frame }
}

/**
 * The stretch grown to this frame, or null where the frame does not continue it: at another speed, with the sound changed,
 * after a jump, or after a picture that stood still while frames were dropped.
 */
export function growStretch(stretch: OpenStretch, frame: ShownFrame): OpenStretch | null {
  const { last } = stretch
  const passedMs = frame.nowMs - last.nowMs
  const movedUs = frame.timeUs - last.timeUs
  const isSame = frame.rate === stretch.rate && frame.isMuted === stretch.isMuted
  const isReached = movedUs >= 0 && movedUs <= passedMs * 1000 * stretch.rate * 1.25 + toleranceUs
  const frames = Math.max(1, frame.presentedCount - last.presentedCount)
  const isShownThrough = passedMs <= frames * longestStillMs || frame.droppedCount === last.droppedCount
  return isSame && isReached && isShownThrough ? { ...stretch, endUs: frame.timeUs, last: frame } : null
}

/** The stretch at its end, where the picture stands at `timeUs`: a few frames further than the last that was told, at most. */
export function endStretch(stretch: OpenStretch, timeUs: number): OpenStretch {
  const isNear = timeUs > stretch.endUs && timeUs - stretch.endUs <= toleranceUs * Math.max(1, stretch.rate)
  return isNear ? { ...stretch, endUs: timeUs } : stretch
}
