/** The stretch of a footage that the timeline shows, in microseconds. */
export interface TimeView {
  startUs: number
  endUs: number
}

const shortestSpanUs = 500_000

/** The whole of a footage. */
export function wholeView(durationUs: number): TimeView {
  return { startUs: 0, endUs: Math.max(1, durationUs) }
}

/** Where a time lies in the view: 0 at its left edge, 1 at its right; outside these when it is out of view. */
export function fractionOf(view: TimeView, timeUs: number): number {
  return (timeUs - view.startUs) / (view.endUs - view.startUs)
}

/** The time at a place in the view, whole microseconds within the footage. */
export function timeAtFraction(view: TimeView, fraction: number, durationUs: number): number {
  return Math.round(clamp(view.startUs + fraction * (view.endUs - view.startUs), 0, durationUs))
}

/** Zooms by a factor (2 shows half as much) and keeps `anchorUs` where it is; from half a second to the whole footage. */
export function zoomView(view: TimeView, factor: number, anchorUs: number, durationUs: number): TimeView {
  const span = clamp((view.endUs - view.startUs) / factor, Math.min(shortestSpanUs, durationUs), Math.max(1, durationUs))
  const anchor = clamp(fractionOf(view, anchorUs), 0, 1)
  return placeView(anchorUs - anchor * span, span, durationUs)
}

/** Moves the view by a part of its own width, no further than the ends of the footage. */
export function panView(view: TimeView, fraction: number, durationUs: number): TimeView {
  const span = view.endUs - view.startUs
  return placeView(view.startUs + fraction * span, span, durationUs)
}

/** The view itself while `timeUs` is in it; otherwise the same width turned to where it is. */
export function followView(view: TimeView, timeUs: number, durationUs: number): TimeView {
  const fraction = fractionOf(view, timeUs)
  if (fraction >= 0 && fraction <= 1) return view
  const span = view.endUs - view.startUs
  return placeView(timeUs - span * 0.1, span, durationUs)
}

function placeView(startUs: number, span: number, durationUs: number): TimeView {
  const start = Math.round(clamp(startUs, 0, Math.max(0, durationUs - span)))
  return { startUs: start, endUs: Math.min(durationUs, Math.round(start + span)) }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
