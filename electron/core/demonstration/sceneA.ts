import { fillLimb, fillRect, type Canvas, type Colour } from './canvas'
import { doeClothing, novakClothing, parkClothing, riveraClothing } from './clothing'
import { cameraA, moments } from './demonstrationScript'
import { mirrored, type Pose } from './figure'
import {
  asking,
  falling,
  filming,
  handsOnBelt,
  handsUp,
  kneeling,
  lying,
  lyingCuffed,
  sitting,
  standing,
  stepLeft,
  stepRight
} from './poses'
import type { Part, Scene } from './scene'
import { viewA } from './street'
import { numberAt, type Track } from './timeline'

const { takedown, onGround, novakArrives, handcuffing } = moments

/** Steps from one second to another, three a second, ending upright. */
function walk(from: number, to: number): [number, Pose][] {
  const steps = Math.round((to - from) * 3)
  return Array.from({ length: steps }, (_, step): [number, Pose] => [from + step / 3, step % 2 === 0 ? stepLeft : stepRight])
}

const doe: Part = {
  clothing: doeClothing,
  x: [
    [0, 372],
    [9, 400],
    [takedown + 0.3, 402],
    [onGround, 376],
    [56.5, 376],
    [60, 330]
  ],
  y: [
    [0, 346],
    [9, 404],
    [takedown + 0.4, 404],
    [onGround, 432],
    [56.5, 432],
    [60, 372]
  ],
  heightPx: [
    [0, 168],
    [9, 262],
    [takedown, 268],
    [onGround, 300],
    [56.5, 300],
    [60, 262]
  ],
  pose: [
    ...walk(0, 3),
    [3.2, standing],
    [6, asking],
    [8, asking],
    [9.5, standing],
    [moments.warning, standing],
    [moments.warning + 1.6, handsUp],
    [18, handsUp],
    [19, asking],
    [20.5, handsUp],
    [takedown + 0.2, handsUp],
    [takedown + 1.2, falling],
    [onGround, lying],
    [50, lying],
    [handcuffing + 2, lyingCuffed],
    [56.5, lyingCuffed],
    [60, sitting]
  ]
}

const novak: Part = {
  clothing: novakClothing,
  x: [
    [28, 860],
    [novakArrives, 640],
    [handcuffing, 640],
    [handcuffing + 1.5, 596],
    [57, 596],
    [59, 660]
  ],
  y: [
    [28, 366],
    [novakArrives, 374],
    [handcuffing, 374],
    [handcuffing + 1.5, 428],
    [57, 428],
    [59, 384]
  ],
  heightPx: [
    [28, 214],
    [novakArrives, 226],
    [handcuffing, 226],
    [handcuffing + 1.5, 262],
    [57, 262],
    [59, 232]
  ],
  pose: [
    ...walk(28, novakArrives),
    [novakArrives + 0.6, handsOnBelt],
    [handcuffing - 0.2, handsOnBelt],
    [handcuffing + 1.5, mirrored(kneeling)],
    [57, mirrored(kneeling)],
    [59, handsOnBelt]
  ]
}

const park: Part = {
  clothing: parkClothing,
  x: [
    [0, 40],
    [18, 40],
    [21, 176]
  ],
  y: [[0, 326]],
  heightPx: [[0, 112]],
  pose: [...walk(18, 21), [21.3, standing], [23, filming]]
}

/** Where a hand of the wearer is in the picture; far below it is out of sight. */
interface Hand {
  x: Track<number>
  y: Track<number>
}

const away = 470
const fistMoments = moments.strikes.flatMap((at): [number, number, number][] => [
  [at - 0.55, 440, 300],
  [at - 0.2, 590, 150],
  [at, 470, 286],
  [at + 0.25, 466, 284],
  [at + 0.7, 430, 312]
])

const rightHand: Hand = {
  x: [
    [0, 520],
    [13.4, 520],
    [14, 430],
    [16.6, 430],
    [17.4, 520],
    [25.2, 520],
    [takedown, 372],
    [onGround, 420],
    ...fistMoments.map(([at, x]): [number, number] => [at, x]),
    [48.6, 430],
    [50, 380],
    [56, 380],
    [57.4, 520]
  ],
  y: [
    [0, away],
    [13.4, away],
    [14, 236],
    [16.6, 238],
    [17.4, away],
    [25.2, away],
    [takedown, 206],
    [onGround, 312],
    ...fistMoments.map(([at, , y]): [number, number] => [at, y]),
    [48.6, 312],
    [50, 300],
    [56, 300],
    [57.4, away]
  ]
}

const leftHand: Hand = {
  x: [
    [0, 160],
    [25.2, 160],
    [takedown, 286],
    [onGround, 330],
    [50, 330],
    [56, 336],
    [57.4, 160],
    [61, 160],
    [62, 214],
    [69, 214],
    [70, 160]
  ],
  y: [
    [0, away],
    [25.2, away],
    [takedown, 226],
    [onGround, 304],
    [50, 304],
    [56, 300],
    [57.4, away],
    [61, away],
    [62, 268],
    [69, 268],
    [70, away]
  ]
}

function drawWearer(canvas: Canvas, second: number, light: Colour): void {
  for (const [hand, shoulderX] of [
    [leftHand, 150],
    [rightHand, 520]
  ] as const) {
    const [x, y] = [numberAt(hand.x, second), numberAt(hand.y, second)]
    if (y >= away - 30) continue
    drawArm(canvas, { x, y }, shoulderX, light)
    if (hand === leftHand && second > 60) fillRect(canvas, x - 9, y - 26, 18, 30, [22, 22, 26])
  }
}

function drawArm(canvas: Canvas, hand: { x: number; y: number }, shoulderX: number, light: Colour): void {
  const lit = (colour: Colour): Colour => [colour[0] * light[0], colour[1] * light[1], colour[2] * light[2]]
  const shoulder = { x: shoulderX, y: 400 }
  const toward = { x: (shoulder.x - hand.x) * 0.12, y: (shoulder.y - hand.y) * 0.12 }
  fillLimb(canvas, { ...shoulder, radius: 42 }, { x: hand.x + toward.x, y: hand.y + toward.y, radius: 20 }, lit(riveraClothing.sleeves))
  fillLimb(
    canvas,
    { x: hand.x + toward.x * 0.6, y: hand.y + toward.y * 0.6, radius: 16 },
    { ...hand, radius: 17 },
    lit(riveraClothing.skin)
  )
  for (const finger of [-8, -1, 6])
    fillLimb(
      canvas,
      { x: hand.x + finger, y: hand.y - 8, radius: 4.5 },
      { x: hand.x + finger, y: hand.y - 3, radius: 4.5 },
      lit([160, 114, 86])
    )
}

/** What Officer Rivera's camera sees. */
export const sceneA: Scene = {
  footage: cameraA,
  view: viewA,
  cameraX: [
    [0, 60],
    [9, 84],
    [takedown, 84],
    [onGround, 86],
    [56, 86],
    [61, 60]
  ],
  cameraY: [
    [0, 66],
    [9, 68],
    [takedown, 68],
    [onGround, 132],
    [56, 132],
    [61, 64]
  ],
  parts: [park, novak, doe],
  shakePx: 9,
  label: 'DEMO CAM A',
  drawWearer
}
