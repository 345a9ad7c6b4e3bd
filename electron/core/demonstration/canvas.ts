/** Red, green, blue, 0 to 255. */
export type Colour = readonly [number, number, number]

/** A picture in memory: RGB, 8 bits each, rows from the top. Shapes are drawn with smooth edges; coordinates are pixels, x right, y down. */
export interface Canvas {
  widthPx: number
  heightPx: number
  pixels: Uint8Array
}

export function createCanvas(widthPx: number, heightPx: number): Canvas {
  return { widthPx, heightPx, pixels: new Uint8Array(widthPx * heightPx * 3) }
}

/** Lays a colour over one pixel; `cover` is 0 to 1. Outside the canvas nothing happens. */
export function blend(canvas: Canvas, x: number, y: number, colour: Colour, cover: number): void {
  if (x < 0 || y < 0 || x >= canvas.widthPx || y >= canvas.heightPx || cover <= 0) return
  const at = (y * canvas.widthPx + x) * 3
  const { pixels } = canvas
  const share = Math.min(1, cover)
  for (let channel = 0; channel < 3; channel += 1) {
    const below = pixels[at + channel] ?? 0
    pixels[at + channel] = below + ((colour[channel] ?? 0) - below) * share
  }
}

/** Fills whole pixels. */
export function fillRect(canvas: Canvas, x: number, y: number, widthPx: number, heightPx: number, colour: Colour, cover = 1): void {
  for (let row = Math.round(y); row < Math.round(y + heightPx); row += 1) {
    for (let column = Math.round(x); column < Math.round(x + widthPx); column += 1) blend(canvas, column, row, colour, cover)
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
  const edge = Math.max(softness, 1.5 / Math.max(1.5, Math.min(radiusX, radiusY)))
  for (let row = Math.floor(y - radiusY); row <= y + radiusY; row += 1) {
    for (let column = Math.floor(x - radiusX); column <= x + radiusX; column += 1) {
      const distance = Math.hypot((column - x) / radiusX, (row - y) / radiusY)
      blend(canvas, column, row, colour, (cover * (1 - distance)) / edge > cover ? cover : (cover * (1 - distance)) / edge)
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
  const thickest = Math.max(from.radius, to.radius) + 1
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const lengthSquared = dx * dx + dy * dy || 1
  const left = Math.max(0, Math.floor(Math.min(from.x, to.x) - thickest))
  const right = Math.min(canvas.widthPx - 1, Math.ceil(Math.max(from.x, to.x) + thickest))
  const top = Math.max(0, Math.floor(Math.min(from.y, to.y) - thickest))
  const bottom = Math.min(canvas.heightPx - 1, Math.ceil(Math.max(from.y, to.y) + thickest))
  const { pixels, widthPx } = canvas
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const along = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / lengthSquared))
      const awayX = x - from.x - dx * along
      const awayY = y - from.y - dy * along
      const radius = from.radius + (to.radius - from.radius) * along
      const cover = radius + 0.5 - Math.sqrt(awayX * awayX + awayY * awayY)
      if (cover <= 0) continue
      const share = cover > 1 ? 1 : cover
      const light = 1 - (0.3 * (awayX * 0.6 + awayY * 0.8)) / radius
      const at = (y * widthPx + x) * 3
      for (let channel = 0; channel < 3; channel += 1) {
        const below = pixels[at + channel] ?? 0
        const own = Math.min(255, (colour[channel] ?? 0) * light)
        pixels[at + channel] = below + (own - below) * share
      }
    }
  }
}

/** Copies the window of `source` whose upper left corner is at `x`, `y` over the whole of `target`; the window is kept inside. */
export function copyWindow(target: Canvas, source: Canvas, x: number, y: number): Point {
  const left = Math.min(source.widthPx - target.widthPx, Math.max(0, Math.round(x)))
  const top = Math.min(source.heightPx - target.heightPx, Math.max(0, Math.round(y)))
  for (let row = 0; row < target.heightPx; row += 1) {
    const from = ((top + row) * source.widthPx + left) * 3
    target.pixels.set(source.pixels.subarray(from, from + target.widthPx * 3), row * target.widthPx * 3)
  }
  return { x: left, y: top }
}
