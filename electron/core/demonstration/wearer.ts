import { fillLimb, fillRect, type Canvas, type Colour, type Point } from './canvas'
import type { Clothing } from './figure'
import { numberAt, type Track } from './timeline'

/** A hand of the one who wears the camera: where it is in the picture, in pixels of a frame. */
export interface Hand {
  shoulderX: number
  x: Track<number>
  y: Track<number>
  /** From which second on it holds a radio; null for never. */
  radioFrom: number | null
}

export interface Wearer {
  clothing: Clothing
  hands: readonly Hand[]
}

/** The `y` of a hand that is out of sight. */
export const outOfSightY = 470

/** Draws those hands of the wearer that are in sight; `light` as for figures. */
export function drawWearer(canvas: Canvas, { clothing, hands }: Wearer, second: number, light: Colour): void {
  for (const { shoulderX, x, y, radioFrom } of hands) {
    const hand = { x: numberAt(x, second), y: numberAt(y, second) }
    if (hand.y >= outOfSightY - 30) continue
    drawArm(canvas, hand, shoulderX, clothing, light)
    if (radioFrom !== null && second > radioFrom) fillRect(canvas, hand.x - 9, hand.y - 26, 18, 30, [22, 22, 26])
  }
}

function drawArm(canvas: Canvas, hand: Point, shoulderX: number, { sleeves, skin }: Clothing, light: Colour): void {
  const lit = (colour: Colour, tone = 1): Colour => [colour[0] * light[0] * tone, colour[1] * light[1] * tone, colour[2] * light[2] * tone]
  const shoulder = { x: shoulderX, y: 400 }
  const toward = { x: (shoulder.x - hand.x) * 0.12, y: (shoulder.y - hand.y) * 0.12 }
  fillLimb(canvas, { ...shoulder, radius: 42 }, { x: hand.x + toward.x, y: hand.y + toward.y, radius: 20 }, lit(sleeves))
  fillLimb(canvas, { x: hand.x + toward.x * 0.6, y: hand.y + toward.y * 0.6, radius: 16 }, { ...hand, radius: 17 }, lit(skin))
  for (const finger of [-8, -1, 6])
    fillLimb(canvas, { x: hand.x + finger, y: hand.y - 8, radius: 4.5 }, { x: hand.x + finger, y: hand.y - 3, radius: 4.5 }, lit(skin, 0.9))
}
