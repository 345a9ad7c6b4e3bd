import type { ReportZoom } from '#shared/model/desk'

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4]
const near = 0.01

/** The next step of size above (1) or below (-1) one, as a share of the paper's size; null at the last one. */
export function nextZoom(zoom: number, direction: 1 | -1): number | null {
  return (direction === 1 ? steps.find((step) => step > zoom + near) : steps.findLast((step) => step < zoom - near)) ?? null
}

/** CSS pixels per point of a page at its paper's size. */
export const paperScale = 96 / 72

/** CSS pixels per point of pages whose first one is `size` large, in a column with `room` for them. */
export function planScale(
  zoom: ReportZoom,
  size: { widthPt: number; heightPt: number },
  room: { widthPx: number; heightPx: number }
): number {
  if (zoom === 'fit-width') return room.widthPx / size.widthPt
  if (zoom === 'fit-page') return Math.min(room.widthPx / size.widthPt, room.heightPx / size.heightPt)
  return zoom * paperScale
}

/** The keys of the pages themselves, as in other readers of pages; the last goes round the sizes that fit. */
export const zoomKeys = { larger: '+', smaller: '-', next: '0' } as const

/** What a key makes of the zoom: larger, smaller, or with 0 the next of width, page and the paper's size; null where it is no such key. */
export function zoomForKey(key: string, zoom: ReportZoom, scale: number): ReportZoom | null {
  if (key === zoomKeys.larger || key === '=') return nextZoom(scale / paperScale, 1)
  if (key === zoomKeys.smaller) return nextZoom(scale / paperScale, -1)
  if (key !== zoomKeys.next) return null
  return zoom === 'fit-width' ? 'fit-page' : zoom === 'fit-page' ? 1 : 'fit-width'
}

/** About as wide as the margin of a page, as a share of the page. */
const marginShare = 0.1

/**
 * Where to scroll once pages have grown by a factor, `width` and `height` being what is seen of them and `contentWidth` how wide they are
 * now, all in CSS pixels: what lies in the middle stays there, but nothing more than the margin is cut from the start of the lines.
 */
export function planScroll(
  scrolled: { left: number; top: number },
  { width, height }: { width: number; height: number },
  contentWidth: number,
  factor: number
): { left: number; top: number } {
  const keep = (from: number, seen: number) => (from + seen / 2) * factor - seen / 2
  const left = keep(scrolled.left, width)
  const margin = contentWidth * marginShare
  const isAtStart = scrolled.left * factor <= margin
  return { left: isAtStart ? Math.min(left, margin) : left, top: keep(scrolled.top, height) }
}

/** No canvas holds more pixels, however large a page is drawn: beyond, memory goes and nobody sees the difference. */
const maxPixels = 16_000_000

/** How many pixels a canvas has for each CSS pixel: as many as the screen, and fewer where the page (in CSS pixels) is very large. */
export function planPixelRatio(widthPx: number, heightPx: number, screenRatio: number): number {
  return Math.min(screenRatio, Math.sqrt(maxPixels / (widthPx * heightPx)))
}
