import { fillEllipse, fillLimb, type Canvas, type Colour, type Point } from './canvas'

type Joint = readonly [x: number, y: number]

/** The joints of a figure, in heights of the figure: x to the right of the feet, y up from the ground. `left` and `right` are as seen. */
export interface Pose {
  head: Joint
  neck: Joint
  hip: Joint
  leftElbow: Joint
  leftHand: Joint
  rightElbow: Joint
  rightHand: Joint
  leftKnee: Joint
  leftFoot: Joint
  rightKnee: Joint
  rightFoot: Joint
}

/** What a figure wears, which is how it is told apart. */
export interface Clothing {
  skin: Colour
  hair: Colour
  top: Colour
  sleeves: Colour
  trousers: Colour
  shoes: Colour
  /** A bright band round the chest, or null. */
  band: Colour | null
}

/** The pose between two poses; `share` 0 is the first. Pure. */
export function betweenPoses(from: Pose, to: Pose, share: number): Pose {
  const mix = (joint: keyof Pose): Joint => [
    from[joint][0] + (to[joint][0] - from[joint][0]) * share,
    from[joint][1] + (to[joint][1] - from[joint][1]) * share
  ]
  return {
    ...{ head: mix('head'), neck: mix('neck'), hip: mix('hip') },
    ...{ leftElbow: mix('leftElbow'), leftHand: mix('leftHand'), rightElbow: mix('rightElbow'), rightHand: mix('rightHand') },
    ...{ leftKnee: mix('leftKnee'), leftFoot: mix('leftFoot'), rightKnee: mix('rightKnee'), rightFoot: mix('rightFoot') }
  }
}

/** Mirrors a pose left to right. Pure. */
export function mirrored(pose: Pose): Pose {
  const flip = ([x, y]: Joint): Joint => [-x, y]
  return {
    ...{ head: flip(pose.head), neck: flip(pose.neck), hip: flip(pose.hip) },
    ...{
      leftElbow: flip(pose.rightElbow),
      leftHand: flip(pose.rightHand),
      rightElbow: flip(pose.leftElbow),
      rightHand: flip(pose.leftHand)
    },
    ...{ leftKnee: flip(pose.rightKnee), leftFoot: flip(pose.rightFoot), rightKnee: flip(pose.leftKnee), rightFoot: flip(pose.leftFoot) }
  }
}

/** Draws a figure with its shadow; `light` dims or tints its colours (1 is as they are), one factor for each channel. */
export function drawFigure(canvas: Canvas, feet: Point, heightPx: number, pose: Pose, clothing: Clothing, light: Colour): void {
  const lit = (colour: Colour): Colour => [colour[0] * light[0], colour[1] * light[1], colour[2] * light[2]]
  const at = ([x, y]: Joint, radius: number) => ({ x: feet.x + x * heightPx, y: feet.y - y * heightPx, radius: radius * heightPx })
  const limb = (from: Joint, fromRadius: number, to: Joint, toRadius: number, colour: Colour) =>
    fillLimb(canvas, at(from, fromRadius), at(to, toRadius), lit(colour))

  const xs = [pose.head[0], pose.hip[0], pose.leftFoot[0], pose.rightFoot[0]]
  const [left, right] = [Math.min(...xs) - 0.1, Math.max(...xs) + 0.1]
  fillEllipse(
    canvas,
    feet.x + ((left + right) / 2) * heightPx,
    feet.y,
    ((right - left) / 2) * heightPx,
    0.045 * heightPx,
    [4, 5, 9],
    0.55,
    0.7
  )

  const shoulder = (side: -1 | 1): Joint => {
    // The shoulders lie across the spine, whichever way the figure lies.
    const [dx, dy] = [pose.neck[0] - pose.hip[0], pose.neck[1] - pose.hip[1]]
    const length = Math.hypot(dx, dy) || 1
    return [
      pose.neck[0] + (side * 0.085 * dy) / length - (0.03 * dx) / length,
      pose.neck[1] - (side * 0.085 * dx) / length - (0.03 * dy) / length
    ]
  }
  limb(pose.hip, 0.062, pose.leftKnee, 0.047, clothing.trousers)
  limb(pose.leftKnee, 0.045, pose.leftFoot, 0.033, clothing.trousers)
  limb(pose.leftFoot, 0.036, [pose.leftFoot[0] + 0.03, pose.leftFoot[1]], 0.028, clothing.shoes)
  limb(shoulder(-1), 0.045, pose.leftElbow, 0.037, clothing.sleeves)
  limb(pose.leftElbow, 0.036, pose.leftHand, 0.028, clothing.sleeves)
  limb(pose.leftHand, 0.029, pose.leftHand, 0.029, clothing.skin)
  limb(pose.hip, 0.064, pose.rightKnee, 0.048, clothing.trousers)
  limb(pose.rightKnee, 0.046, pose.rightFoot, 0.034, clothing.trousers)
  limb(pose.rightFoot, 0.036, [pose.rightFoot[0] + 0.035, pose.rightFoot[1]], 0.028, clothing.shoes)
  limb(shoulder(-1), 0.055, shoulder(1), 0.055, clothing.top)
  limb(pose.neck, 0.1, pose.hip, 0.08, clothing.top)
  if (clothing.band !== null) {
    const middle: Joint = [pose.neck[0] * 0.55 + pose.hip[0] * 0.45, pose.neck[1] * 0.55 + pose.hip[1] * 0.45]
    const across = shoulder(1)
    const [dx, dy] = [(across[0] - pose.neck[0]) * 0.95, (across[1] - pose.neck[1]) * 0.95]
    limb([middle[0] - dx, middle[1] - dy], 0.016, [middle[0] + dx, middle[1] + dy], 0.016, clothing.band)
  }
  limb(pose.neck, 0.035, pose.head, 0.035, clothing.skin)
  limb(shoulder(1), 0.046, pose.rightElbow, 0.038, clothing.sleeves)
  limb(pose.rightElbow, 0.037, pose.rightHand, 0.029, clothing.sleeves)
  limb(pose.rightHand, 0.03, pose.rightHand, 0.03, clothing.skin)
  const crown: Joint = [pose.head[0] + (pose.head[0] - pose.neck[0]) * 0.18, pose.head[1] + (pose.head[1] - pose.neck[1]) * 0.18]
  limb(crown, 0.068, pose.head, 0.066, clothing.hair)
  const face: Joint = [pose.head[0] - (pose.head[0] - pose.neck[0]) * 0.15, pose.head[1] - (pose.head[1] - pose.neck[1]) * 0.15]
  limb(face, 0.057, [(face[0] + pose.head[0]) / 2, (face[1] + pose.head[1]) / 2], 0.058, clothing.skin)
}
