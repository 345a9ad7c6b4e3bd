import type { TimeView } from './timeScale'

/** A place on the filmstrip, and the picture that stands there. */
export interface StripPlace {
  leftPx: number
  pictureIndex: number
  /** False where no picture was taken within the place's own time, and the nearest one stands there instead. */
  isOwn: boolean
}

/**
 * The pictures of a view, side by side in places of `placePx`. The places hold to the footage, not to the view, so that panning moves
 * them without changing them. `timesUs` ascends; nothing is placed after `untilUs`, up to where there are pictures so far.
 */
export function planStrip(
  view: TimeView,
  widthPx: number,
  placePx: number,
  timesUs: readonly number[],
  untilUs: number
): readonly StripPlace[] {
  if (widthPx <= 0 || placePx <= 0 || timesUs.length === 0) return []
  const pxPerUs = widthPx / (view.endUs - view.startUs)
  const placeUs = placePx / pxPerUs
  const places: StripPlace[] = []
  for (let number = Math.floor(view.startUs / placeUs); number * placeUs < Math.min(view.endUs, untilUs); number++) {
    const startUs = number * placeUs
    const next = firstAtOrAfter(timesUs, startUs)
    const isOwn = (timesUs[next] ?? Infinity) < startUs + placeUs
    places.push({
      leftPx: (startUs - view.startUs) * pxPerUs,
      pictureIndex: isOwn ? next : nearestPicture(timesUs, startUs + placeUs / 2),
      isOwn
    })
  }
  return places
}

/** The picture nearest to a time; `timesUs` ascends and is not empty. */
export function nearestPicture(timesUs: readonly number[], timeUs: number): number {
  const next = firstAtOrAfter(timesUs, timeUs)
  if (next === 0) return 0
  const before = timeUs - (timesUs[next - 1] ?? 0)
  return before <= (timesUs[next] ?? Infinity) - timeUs ? next - 1 : next
}

function firstAtOrAfter(timesUs: readonly number[], timeUs: number): number {
  let low = 0
  let high = timesUs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((timesUs[middle] ?? 0) < timeUs) low = middle + 1
    else high = middle
  }
  return low
}
