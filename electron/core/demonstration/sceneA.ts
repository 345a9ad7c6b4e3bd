import { doeClothing, novakClothing, parkClothing, riveraClothing } from './clothing'
import { cameraA, moments } from './demonstrationScript'
import { mirrored } from './figure'
import { handsOnBelt, kneeling } from './poses'
import { doePose, parkPose, walk } from './poseTracks'
import type { Part, Scene } from './scene'
import { viewA } from './street'
import { outOfSightY, type Hand } from './wearer'

const { takedown, onGround, novakArrives, handcuffing } = moments

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
  pose: doePose
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
  pose: parkPose
}

const fistMoments = moments.strikes.flatMap((at): [number, number, number][] => [
  [at - 0.55, 440, 300],
  [at - 0.2, 590, 150],
  [at, 470, 286],
  [at + 0.25, 466, 284],
  [at + 0.7, 430, 312]
])

const rightHand: Hand = {
  shoulderX: 520,
  radioFrom: null,
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
    [0, outOfSightY],
    [13.4, outOfSightY],
    [14, 236],
    [16.6, 238],
    [17.4, outOfSightY],
    [25.2, outOfSightY],
    [takedown, 206],
    [onGround, 312],
    ...fistMoments.map(([at, , y]): [number, number] => [at, y]),
    [48.6, 312],
    [50, 300],
    [56, 300],
    [57.4, outOfSightY]
  ]
}

const leftHand: Hand = {
  shoulderX: 150,
  radioFrom: 60,
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
    [0, outOfSightY],
    [25.2, outOfSightY],
    [takedown, 226],
    [onGround, 304],
    [50, 304],
    [56, 300],
    [57.4, outOfSightY],
    [61, outOfSightY],
    [62, 268],
    [69, 268],
    [70, outOfSightY]
  ]
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
  wearer: { clothing: riveraClothing, hands: [leftHand, rightHand] }
}
