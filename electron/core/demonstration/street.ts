import { createCanvas, fillEllipse, fillLimb, fillRect, type Canvas, type Colour } from './canvas'
import { drawText } from './pixelText'

/** Size of a painted street; a frame shows a window of it. */
export const streetWidthPx = 800
export const streetHeightPx = 520
/** Where the wall meets the pavement, and the pavement the road. */
export const wallFootY = 306
const kerbY = 452

/** How a camera sees the street. */
export interface StreetView {
  brick: Colour
  windows: readonly { x: number; y: number; isLit: boolean }[]
  shop: { x: number; widthPx: number; sign: string; awning: Colour }
  lampX: number
  /** A parked patrol car, or null where the camera's wearer came from it. */
  carX: number | null
}

export const viewA: StreetView = {
  brick: [74, 52, 47],
  windows: [
    { x: 70, y: 44, isLit: true },
    { x: 190, y: 44, isLit: false },
    { x: 590, y: 44, isLit: true },
    { x: 700, y: 44, isLit: false }
  ],
  shop: { x: 300, widthPx: 230, sign: 'MAIN STREET BREAD', awning: [112, 44, 40] },
  lampX: 636,
  carX: null
}

export const viewB: StreetView = {
  brick: [60, 58, 62],
  windows: [
    { x: 250, y: 40, isLit: true },
    { x: 355, y: 40, isLit: false },
    { x: 460, y: 40, isLit: false },
    { x: 740, y: 44, isLit: true }
  ],
  shop: { x: 560, widthPx: 160, sign: 'LAUNDRO', awning: [38, 84, 86] },
  lampX: 232,
  carX: 70
}

/** How many states the patrol car's lights go through in one second. */
export const lightStates = 10

/** Paints the street; the answer gives it as it is in a state of the patrol car's lights, painted when that is first asked for. */
export function createStreet(view: StreetView): (state: number) => Canvas {
  const base = paintStreet(view)
  const lit = new Map<number, Canvas>()

  function paintLit(state: number): Canvas {
    const street = createCanvas(base.widthPx, base.heightPx, base.planes.slice())
    const strength = lightStrength(state)
    fillEllipse(street, 0, 300, 420, 330, [225, 45, 55], 0.2 * strength.red, 1)
    fillEllipse(street, streetWidthPx, 300, 420, 330, [50, 90, 235], 0.24 * strength.blue, 1)
    if (view.carX !== null) {
      fillEllipse(street, view.carX + 66, 236, 22, 12, [255, 70, 70], strength.red, 0.9)
      fillEllipse(street, view.carX + 90, 236, 22, 12, [90, 130, 255], strength.blue, 0.9)
    }
    lit.set(state, street)
    return street
  }
  return (state) => lit.get(state) ?? paintLit(state)
}

/** How bright the red and the blue light are in a state, 0 to 1. */
export function lightStrength(state: number): { red: number; blue: number } {
  const turn = (state / lightStates) * 2 * Math.PI
  return { red: Math.max(0, Math.sin(turn)) ** 0.7, blue: Math.max(0, -Math.sin(turn)) ** 0.7 }
}

/** A number from 0 to 1 that looks random and is always the same for the same place. */
function speckle(x: number, y: number): number {
  const mixed = Math.imul(Math.imul(x + 374761, 668265263) ^ Math.imul(y + 97, 2246822519), 3266489917)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
}

function paintStreet(view: StreetView): Canvas {
  const street = createCanvas(streetWidthPx, streetHeightPx)
  paintWall(street, view.brick)
  for (const window of view.windows) paintWindow(street, window)
  paintShop(street, view.shop)
  paintGround(street)
  if (view.carX !== null) paintCar(street, view.carX)
  paintLamp(street, view.lampX)
  return street
}

function paintWall(street: Canvas, brick: Colour): void {
  fillRect(street, 0, 0, streetWidthPx, wallFootY, [0, 0, 0])
  for (let course = 0; course * 9 < wallFootY; course += 1) {
    for (let column = -1; column * 22 < streetWidthPx; column += 1) {
      const tone = 0.62 + 0.22 * speckle(column, course) + 0.16 * (course / 34)
      fillRect(street, column * 22 + (course % 2) * 11 + 1, course * 9 + 1, 21, 8, [brick[0] * tone, brick[1] * tone, brick[2] * tone])
    }
  }
  fillRect(street, 0, wallFootY - 26, streetWidthPx, 26, [46, 46, 52])
  fillRect(street, 0, wallFootY - 27, streetWidthPx, 2, [84, 84, 92], 0.7)
}

function paintWindow(street: Canvas, { x, y, isLit }: { x: number; y: number; isLit: boolean }): void {
  fillRect(street, x - 5, y - 5, 68, 106, [34, 34, 40])
  for (let row = 0; row < 96; row += 1) {
    const share = row / 96
    fillRect(
      street,
      x,
      y + row,
      58,
      1,
      isLit ? [236 - 40 * share, 184 - 50 * share, 104 - 40 * share] : [24 + 16 * share, 32 + 18 * share, 48 + 22 * share]
    )
  }
  if (isLit) {
    fillRect(street, x, y, 13, 96, [150, 96, 62], 0.75)
    fillRect(street, x + 45, y, 13, 96, [150, 96, 62], 0.75)
    fillEllipse(street, x + 29, y + 60, 100, 100, [255, 196, 120], 0.12, 1)
  }
  fillRect(street, x + 27, y, 4, 96, [40, 40, 46])
  fillRect(street, x, y + 44, 58, 4, [40, 40, 46])
  fillRect(street, x - 8, y + 100, 74, 6, [78, 76, 78])
}

function paintShop(street: Canvas, { x, widthPx, sign, awning }: StreetView['shop']): void {
  fillRect(street, x, 96, widthPx, wallFootY - 96, [30, 30, 35])
  for (let row = 0; row < 126; row += 1) {
    const glow = 1 - row / 190
    fillRect(street, x + 10, 150 + row, widthPx - 74, 1, [92 * glow, 82 * glow, 62 * glow])
  }
  for (let shelf = 0; shelf < 3; shelf += 1) {
    fillRect(street, x + 14, 196 + shelf * 30, widthPx - 82, 3, [28, 24, 22])
    for (let item = 0; item * 15 < widthPx - 100; item += 1) {
      fillEllipse(street, x + 24 + item * 15, 191 + shelf * 30, 6, 4, [128 - 30 * speckle(item, shelf), 92, 58], 0.75)
    }
  }
  fillRect(street, x + widthPx - 54, 150, 44, wallFootY - 150, [58, 50, 44])
  fillRect(street, x + widthPx - 49, 158, 34, 74, [42, 52, 62])
  fillEllipse(street, x + widthPx - 16, 246, 3, 3, [180, 160, 110])
  for (let stripe = 0; stripe * 20 < widthPx + 16; stripe += 1) {
    const colour: Colour = stripe % 2 === 0 ? awning : [150, 142, 130]
    for (let row = 0; row < 30; row += 1)
      fillRect(street, x - 8 + stripe * 20, 118 + row, 20, 1, [
        colour[0] * (1 - row / 60),
        colour[1] * (1 - row / 60),
        colour[2] * (1 - row / 60)
      ])
  }
  drawText(street, x + widthPx / 2 - sign.length * 6, 100, sign, [196, 176, 128], 2)
}

function paintGround(street: Canvas): void {
  for (let y = wallFootY; y < streetHeightPx; y += 1) {
    const isRoad = y >= kerbY
    const near = (y - wallFootY) / (streetHeightPx - wallFootY)
    for (let x = 0; x < streetWidthPx; x += 1) {
      const grain = 4 * speckle(x, y)
      const tone = isRoad ? 30 + 8 * near + grain : 50 + 26 * near + grain
      fillRect(street, x, y, 1, 1, [tone, tone, tone * 1.1])
    }
  }
  for (let joint = 0; joint < 6; joint += 1) fillRect(street, 0, wallFootY + 6 + joint * joint * 5.2, streetWidthPx, 1, [34, 34, 40], 0.75)
  for (let joint = -12; joint <= 12; joint += 1) {
    const from = { x: 400 + joint * 52, y: wallFootY, radius: 0.5 }
    fillLimb(street, from, { x: 400 + joint * 80, y: kerbY, radius: 0.8 }, [36, 36, 42])
  }
  fillRect(street, 0, kerbY - 5, streetWidthPx, 6, [112, 112, 118])
  fillRect(street, 0, kerbY + 1, streetWidthPx, 9, [22, 22, 26])
  fillEllipse(street, 560, 490, 120, 12, [74, 80, 104], 0.5, 0.6)
}

function paintLamp(street: Canvas, x: number): void {
  fillEllipse(street, x, 380, 250, 90, [255, 206, 132], 0.3, 1)
  fillEllipse(street, x, 190, 190, 220, [255, 206, 132], 0.2, 1)
  fillLimb(street, { x, y: wallFootY + 34, radius: 5 }, { x, y: 40, radius: 3 }, [26, 28, 32])
  fillLimb(street, { x, y: 40, radius: 3 }, { x: x - 26, y: 28, radius: 3 }, [26, 28, 32])
  fillEllipse(street, x - 30, 34, 60, 46, [255, 226, 168], 0.55, 1)
  fillEllipse(street, x - 30, 32, 13, 6, [255, 244, 214])
}

function paintCar(street: Canvas, x: number): void {
  fillEllipse(street, x + 78, 352, 120, 14, [6, 7, 10], 0.7, 0.5)
  fillLimb(street, { x: x + 40, y: 268, radius: 22 }, { x: x + 112, y: 268, radius: 22 }, [38, 44, 58])
  fillLimb(street, { x: x + 46, y: 268, radius: 15 }, { x: x + 106, y: 268, radius: 15 }, [86, 100, 118])
  fillRect(street, x + 74, 250, 5, 40, [38, 44, 58])
  fillLimb(street, { x: x - 10, y: 312, radius: 28 }, { x: x + 162, y: 312, radius: 27 }, [206, 210, 218])
  fillLimb(street, { x: x - 18, y: 318, radius: 20 }, { x: x + 170, y: 318, radius: 19 }, [34, 48, 92])
  fillRect(street, x + 56, 243, 44, 6, [30, 30, 36])
  for (const wheel of [18, 136]) {
    fillEllipse(street, x + wheel, 338, 22, 22, [14, 14, 18])
    fillEllipse(street, x + wheel, 338, 10, 10, [110, 112, 120])
  }
  fillEllipse(street, x + 186, 308, 16, 12, [255, 240, 200], 0.8, 0.8)
}
