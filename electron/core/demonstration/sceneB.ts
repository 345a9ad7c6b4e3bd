import { doeClothing, novakClothing, parkClothing, riveraClothing } from './clothing'
import { cameraB, moments } from './demonstrationScript'
import type { Pose } from './figure'
import { fistDown, fistRaised, handsOnBelt, holding, kneeling, onRadio, pointing, standing } from './poses'
import { doePose, parkPose } from './poseTracks'
import type { Part, Scene } from './scene'
import { viewB } from './street'
import type { Track } from './timeline'
import { outOfSightY, type Hand } from './wearer'

const { takedown, onGround, novakArrives, handcuffing } = moments

/** Both come nearer as Officer Novak walks up, and again for the handcuffs. */
const nearness: Track<number> = [
  [8, 128],
  [14, 134],
  [26, 142],
  [novakArrives, 196],
  [handcuffing, 196],
  [handcuffing + 1.6, 232],
  [57, 232],
  [59.5, 190]
]
const ground: Track<number> = [
  [8, 344],
  [14, 348],
  [26, 352],
  [novakArrives, 396],
  [handcuffing, 396],
  [handcuffing + 1.6, 424],
  [57, 424],
  [59.5, 388]
]

const doe: Part = {
  clothing: doeClothing,
  x: [
    [8, 438],
    [takedown, 438],
    [onGround, 408],
    [novakArrives, 396],
    [56.5, 390],
    [60, 470]
  ],
  y: ground,
  heightPx: nearness,
  pose: doePose
}

const fists = moments.strikes.flatMap((at): [number, Pose][] => [
  [at - 0.6, kneeling],
  [at - 0.22, fistRaised],
  [at, fistDown],
  [at + 0.25, fistDown],
  [at + 0.7, kneeling]
])

const rivera: Part = {
  clothing: riveraClothing,
  x: [
    [8, 372],
    [24, 372],
    [takedown - 0.2, 398],
    [onGround, 410],
    [novakArrives, 404],
    [57, 404],
    [59.5, 372]
  ],
  y: [
    [8, 346],
    [14, 350],
    [26, 354],
    [novakArrives, 392],
    [handcuffing, 392],
    [handcuffing + 1.6, 418],
    [57, 418],
    [59.5, 386]
  ],
  heightPx: nearness,
  pose: [
    [8, standing],
    [13.4, standing],
    [moments.warning, pointing],
    [17, pointing],
    [18, handsOnBelt],
    [24, standing],
    [takedown - 0.2, holding],
    [takedown + 0.8, holding],
    [onGround, kneeling],
    ...fists,
    [57, kneeling],
    [59.5, standing],
    [moments.aidCall - 0.8, standing],
    [moments.aidCall, onRadio],
    [68, onRadio]
  ]
}

const park: Part = {
  clothing: parkClothing,
  x: [
    [18, 812],
    [21, 676]
  ],
  y: [[8, 322]],
  heightPx: [[8, 106]],
  pose: parkPose
}

/** Officer Novak's own hands show only at the handcuffing. */
function reachingHand(shoulderX: number, handX: number): Hand {
  const reach = <Value>(resting: Value, reaching: Value): Track<Value> => [
    [handcuffing, resting],
    [handcuffing + 1.6, reaching],
    [56, reaching],
    [57.5, resting]
  ]
  return { shoulderX, x: reach(shoulderX, handX), y: reach(outOfSightY, 284), radioFrom: null }
}

/** What Officer Novak's camera sees. */
export const sceneB: Scene = {
  footage: cameraB,
  view: viewB,
  cameraX: [
    [8, 130],
    [20, 126],
    [novakArrives, 128],
    [56, 124],
    [62, 132]
  ],
  cameraY: [
    [8, 84],
    [novakArrives, 118],
    [56, 128],
    [61, 108]
  ],
  parts: [park, doe, rivera],
  shakePx: 1.5,
  label: 'DEMO CAM B',
  wearer: { clothing: novakClothing, hands: [reachingHand(190, 306), reachingHand(500, 372)] }
}
