import { frameAt } from '#shared/domain/time'

/** Presentation times of neighbouring frames, ascending, as `footage.frames` answers them, and the span that was asked for. */
export interface FrameWindow {
  fromUs: number
  toUs: number
  timesUs: readonly number[]
  firstFrameIndex: number
  /** Where what is played is a proxy without some frames of the source: when it shows each, and each one's number in the source. */
  proxy: { timesUs: readonly number[]; frameIndexes: readonly number[] } | null
}

/** One frame: its presentation time, its number, and a time in its middle, at which a player shows no other frame. */
export interface FrameOnScreen {
  timeUs: number
  frameIndex: number
  middleUs: number
}

/** A start of a frame that a browser rounds down still belongs to that frame when it is asked for this much later, in microseconds. */
export const guardUs = 500

const gridUs = 10_000_000
const overlapUs = 2_000_000

/** The span to ask for around a time: whole steps of ten seconds with two to spare on either side, within the footage. */
export function planWindow(timeUs: number, durationUs: number): { fromUs: number; toUs: number } {
  const step = Math.floor(Math.max(0, Math.min(timeUs, durationUs)) / gridUs)
  return { fromUs: Math.max(0, step * gridUs - overlapUs), toUs: Math.min(durationUs, (step + 1) * gridUs + overlapUs) }
}

/** The same span, three times as far on the side that a step over `offset` frames ran out of. */
export function widenWindow(span: { fromUs: number; toUs: number }, offset: number, durationUs: number): { fromUs: number; toUs: number } {
  const moreUs = 2 * (span.toUs - span.fromUs) + gridUs
  return offset < 0
    ? { fromUs: Math.max(0, span.fromUs - moreUs), toUs: span.toUs }
    : { fromUs: span.fromUs, toUs: Math.min(durationUs, span.toUs + moreUs) }
}

/** The frame that is on screen at a time, or null where the window does not tell. Before the first frame, the first is shown. */
export function frameAtTime(window: FrameWindow, timeUs: number, durationUs: number): FrameOnScreen | null {
  const place = frameAt(window.timesUs, timeUs)
  if (place >= 0) return frameAtPlace(window, place, durationUs)
  return window.fromUs === 0 ? frameAtPlace(window, 0, durationUs) : null
}

/** The frame whose presentation time is nearest to what a player reports of the picture it shows. */
export function nearestFrame(window: FrameWindow, reportedUs: number, durationUs: number): FrameOnScreen | null {
  const playedUs = window.proxy?.timesUs ?? window.timesUs
  const place = frameAt(playedUs, reportedUs)
  const beforeUs = playedUs[place]
  const afterUs = playedUs[place + 1]
  if (beforeUs === undefined && afterUs === undefined) return null
  if (beforeUs === undefined) return frameAtPlace(window, place + 1, durationUs)
  if (afterUs === undefined) return frameAtPlace(window, place, durationUs)
  return frameAtPlace(window, reportedUs - beforeUs <= afterUs - reportedUs ? place : place + 1, durationUs)
}

/** The frame `offset` frames away from the one on screen at a time; the first or last frame at the ends; null where the window is too short. */
export function steppedFrame(window: FrameWindow, timeUs: number, offset: number, durationUs: number): FrameOnScreen | null {
  const place = Math.max(frameAt(window.timesUs, timeUs), window.fromUs === 0 ? 0 : -1)
  if (place < 0 || window.timesUs.length === 0) return null
  const target = place + offset
  const last = window.timesUs.length - 1
  if (target < 0) return window.fromUs === 0 ? frameAtPlace(window, 0, durationUs) : null
  // The very last frame of a window that goes on has no neighbour that tells where it ends.
  if (target > last || (target === last && window.toUs < durationUs)) {
    return window.toUs >= durationUs ? frameAtPlace(window, last, durationUs) : null
  }
  return frameAtPlace(window, target, durationUs)
}

/** Whether a player that is put at a time shows this frame for certain. */
export function isWithin({ timeUs, middleUs }: FrameOnScreen, atUs: number): boolean {
  return atUs >= timeUs + guardUs && atUs <= 2 * middleUs - timeUs - guardUs
}

function frameAtPlace(window: FrameWindow, place: number, durationUs: number): FrameOnScreen | null {
  const timeUs = window.timesUs[place]
  if (timeUs === undefined) return null
  const playedUs = window.proxy?.timesUs ?? window.timesUs
  const fromUs = playedUs[place] ?? timeUs
  const nextUs = playedUs[place + 1] ?? Math.max(durationUs, fromUs + 2)
  const frameIndex = window.proxy?.frameIndexes[place] ?? window.firstFrameIndex + place
  return { timeUs, frameIndex, middleUs: Math.floor((fromUs + nextUs) / 2) }
}
