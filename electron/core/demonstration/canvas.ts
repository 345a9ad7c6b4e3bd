/** Red, green, blue, 0 to 255. */
export type Colour = readonly [number, number, number]

/**
 * A picture in memory, as a video encoder takes it (ffmpeg's `yuv444p`, BT.709): a plane of brightness, then two of colour, one byte a
 * pixel in each, rows from the top. Shapes are drawn with smooth edges; coordinates are pixels, x right, y down.
 */
export interface Canvas {
  widthPx: number
  heightPx: number
  planes: Uint8ClampedArray
}

/** A canvas over `planes`, or over bytes of its own. */
export function createCanvas(
  widthPx: number,
  heightPx: number,
  planes: Uint8ClampedArray = new Uint8ClampedArray(widthPx * heightPx * 3)
): Canvas {
  return { widthPx, heightPx, planes }
}

/** What black is in each plane; a colour's distance from it grows and shrinks with the light. */
export const black = [16, 128, 128] as const

/** A colour's value in each plane, unrounded. */
function planeValues([red, green, blue]: Colour): [number, number, number] {
  return [
    black[0] + 0.18259 * red + 0.61423 * green + 0.06201 * blue,
    black[1] - 0.10064 * red - 0.33857 * green + 0.43922 * blue,
    black[2] + 0.43922 * red - 0.39894 * green - 0.04027 * blue
  ]
}

/** Fills whole pixels; `cover` is how much hides what is below, 0 to 1. */
export function fillRect(canvas: Canvas, x: number, y: number, widthPx: number, heightPx: number, colour: Colour, cover = 1): void {
  const { planes } = canvas
  const planeSize = canvas.widthPx * canvas.heightPx
  const left = Math.max(0, Math.round(x))
  const right = Math.min(canvas.widthPx, Math.round(x + widthPx))
  const bottom = Math.min(canvas.heightPx, Math.round(y + heightPx))
  const [luma, blueness, redness] = planeValues(colour)
  for (let row = Math.max(0, Math.round(y)); row < bottom; row += 1) {
    for (let at = row * canvas.widthPx + left; at < row * canvas.widthPx + right; at += 1) {
      blend(planes, at, luma, cover)
      blend(planes, at + planeSize, blueness, cover)
      blend(planes, at + 2 * planeSize, redness, cover)
    }
  }
}

/** Fills an ellipse whose edge fades over `softness` (0 sharp, 1 from the middle on). */
export function fillEllipse(
  canvas: Canvas,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  colour: Colour,
  cover = 1,
  softness = 0
): void {
  if (cover <= 0) return
  const { planes } = canvas
  const planeSize = canvas.widthPx * canvas.heightPx
  const edge = Math.max(softness, 1.5 / Math.max(1.5, Math.min(radiusX, radiusY)))
  const [luma, blueness, redness] = planeValues(colour)
  const bottom = Math.min(canvas.heightPx - 1, Math.floor(y + radiusY))
  for (let row = Math.max(0, Math.ceil(y - radiusY)); row <= bottom; row += 1) {
    const downSquared = ((row - y) / radiusY) ** 2
    const halfWidth = radiusX * Math.sqrt(Math.max(0, 1 - downSquared))
    const right = Math.min(canvas.widthPx - 1, Math.floor(x + halfWidth))
    for (let column = Math.max(0, Math.ceil(x - halfWidth)); column <= right; column += 1) {
      const across = (column - x) / radiusX
      const share = cover * Math.min(1, (1 - Math.sqrt(across * across + downSquared)) / edge)
      const at = row * canvas.widthPx + column
      blend(planes, at, luma, share)
      blend(planes, at + planeSize, blueness, share)
      blend(planes, at + 2 * planeSize, redness, share)
    }
  }
}

export interface Point {
  x: number
  y: number
}

/**
 * Fills a limb: a line with round ends that is `from.radius` thick at one end and `to.radius` at the other, a little lighter on
 * the upper left, so that it looks round.
 */
export function fillLimb(canvas: Canvas, from: Point & { radius: number }, to: Point & { radius: number }, colour: Colour): void {
  const { planes, widthPx } = canvas
  const planeSize = widthPx * canvas.heightPx
  const [luma, blueness, redness] = planeValues(colour)
  const thickest = Math.max(from.radius, to.radius) + 1
  const dx = to.x - from.x
  const dy = to.y - from.y
  const widening = to.radius - from.radius
  const lengthSquared = dx * dx + dy * dy || 1
  const bottom = Math.min(canvas.heightPx - 1, Math.ceil(Math.max(from.y, to.y) + thickest))
  for (let y = Math.max(0, Math.floor(Math.min(from.y, to.y) - thickest)); y <= bottom; y += 1) {
    // Only the stretch of the line that is near this row can colour it.
    const startX = from.x + (dy === 0 ? 0 : dx * clampShare((y - thickest - from.y) / dy))
    const endX = from.x + (dy === 0 ? dx : dx * clampShare((y + thickest - from.y) / dy))
    const right = Math.min(widthPx - 1, Math.ceil(Math.max(startX, endX) + thickest))
    for (let x = Math.max(0, Math.floor(Math.min(startX, endX) - thickest)); x <= right; x += 1) {
      const along = clampShare(((x - from.x) * dx + (y - from.y) * dy) / lengthSquared)
      const awayX = x - from.x - dx * along
      const awayY = y - from.y - dy * along
      const radius = from.radius + widening * along
      const distanceSquared = awayX * awayX + awayY * awayY
      if (distanceSquared >= (radius + 0.5) * (radius + 0.5)) continue
      const isInside = radius > 0.5 && distanceSquared <= (radius - 0.5) * (radius - 0.5)
      const share = isInside ? 1 : Math.min(1, radius + 0.5 - Math.sqrt(distanceSquared))
      const light = 1 - (0.18 * awayX + 0.24 * awayY) / radius
      const at = y * widthPx + x
      blend(planes, at, black[0] + (luma - black[0]) * light, share)
      blend(planes, at + planeSize, black[1] + (blueness - black[1]) * light, share)
      blend(planes, at + 2 * planeSize, black[2] + (redness - black[2]) * light, share)
    }
  }
}

/** Copies the window of `source` whose upper left corner is at `x`, `y` over the whole of `target`; the window is kept inside. */
export function copyWindow(target: Canvas, source: Canvas, x: number, y: number): Point {
  const left = Math.min(source.widthPx - target.widthPx, Math.max(0, Math.round(x)))
  const top = Math.min(source.heightPx - target.heightPx, Math.max(0, Math.round(y)))
  for (let plane = 0; plane < 3; plane += 1) {
    for (let row = 0; row < target.heightPx; row += 1) {
      const from = (plane * source.heightPx + top + row) * source.widthPx + left
      target.planes.set(source.planes.subarray(from, from + target.widthPx), (plane * target.heightPx + row) * target.widthPx)
    }
  }
  return { x: left, y: top }
}

function blend(planes: Uint8ClampedArray, at: number, value: number, share: number): void {
  if (share === 1) planes[at] = value
  else {
    const below = planes[at] ?? 0
    planes[at] = below + (value - below) * share
  }
}

function clampShare(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value
}
