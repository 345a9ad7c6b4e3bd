import type { Pose } from './figure'

/** Upright, arms at the sides. */
export const standing: Pose = {
  ...{ head: [0, 0.92], neck: [0, 0.8], hip: [0, 0.5] },
  ...{ leftElbow: [-0.13, 0.64], leftHand: [-0.13, 0.47], rightElbow: [0.13, 0.64], rightHand: [0.13, 0.47] },
  ...{ leftKnee: [-0.06, 0.27], leftFoot: [-0.07, 0.04], rightKnee: [0.06, 0.27], rightFoot: [0.07, 0.04] }
}

/** Both hands up and open, at the shoulders. */
export const handsUp: Pose = {
  ...standing,
  leftElbow: [-0.17, 0.69],
  leftHand: [-0.2, 0.88],
  rightElbow: [0.17, 0.69],
  rightHand: [0.2, 0.88]
}

/** Hands half up, as one who asks why. */
export const asking: Pose = {
  ...standing,
  leftElbow: [-0.15, 0.62],
  leftHand: [-0.25, 0.68],
  rightElbow: [0.15, 0.62],
  rightHand: [0.25, 0.68]
}

/** Right arm out, pointing. */
export const pointing: Pose = {
  ...standing,
  rightElbow: [0.18, 0.73],
  rightHand: [0.34, 0.76],
  leftElbow: [-0.12, 0.63],
  leftHand: [-0.02, 0.56]
}

/** Both arms out to the right, taking hold. */
export const holding: Pose = {
  ...standing,
  ...{
    head: [0.07, 0.9],
    neck: [0.05, 0.78],
    leftElbow: [0.14, 0.66],
    leftHand: [0.29, 0.7],
    rightElbow: [0.18, 0.62],
    rightHand: [0.32, 0.6]
  },
  ...{ rightKnee: [0.12, 0.27], rightFoot: [0.17, 0.04], leftFoot: [-0.13, 0.04] }
}

/** One foot before the other, two halves of a step. */
export const stepLeft: Pose = {
  ...standing,
  leftKnee: [-0.09, 0.28],
  leftFoot: [-0.15, 0.06],
  rightKnee: [0.07, 0.28],
  rightFoot: [0.12, 0.04]
}
export const stepRight: Pose = {
  ...standing,
  leftKnee: [0.03, 0.29],
  leftFoot: [0.02, 0.07],
  rightKnee: [-0.01, 0.27],
  rightFoot: [-0.02, 0.04]
}

/** Falling to the right. */
export const falling: Pose = {
  ...{ head: [0.52, 0.52], neck: [0.42, 0.46], hip: [0.18, 0.34] },
  ...{ leftElbow: [0.42, 0.6], leftHand: [0.52, 0.68], rightElbow: [0.54, 0.36], rightHand: [0.64, 0.26] },
  ...{ leftKnee: [0.06, 0.22], leftFoot: [-0.12, 0.14], rightKnee: [0.1, 0.16], rightFoot: [-0.06, 0.04] }
}

/** Lying face down along the ground, head to the right. */
export const lying: Pose = {
  ...{ head: [0.56, 0.075], neck: [0.44, 0.085], hip: [0.14, 0.08] },
  ...{ leftElbow: [0.38, 0.13], leftHand: [0.24, 0.15], rightElbow: [0.56, 0.0], rightHand: [0.66, 0.03] },
  ...{ leftKnee: [-0.08, 0.06], leftFoot: [-0.3, 0.05], rightKnee: [-0.06, 0.02], rightFoot: [-0.28, 0.0] }
}

/** Lying, with the hands behind the back. */
export const lyingCuffed: Pose = {
  ...lying,
  leftElbow: [0.34, 0.16],
  leftHand: [0.22, 0.16],
  rightElbow: [0.36, 0.05],
  rightHand: [0.23, 0.13]
}

/** Sitting on the ground, knees drawn up. */
export const sitting: Pose = {
  ...{ head: [0, 0.47], neck: [0, 0.35], hip: [0, 0.08] },
  ...{ leftElbow: [-0.13, 0.22], leftHand: [-0.08, 0.1], rightElbow: [0.13, 0.22], rightHand: [0.08, 0.1] },
  ...{ leftKnee: [-0.1, 0.23], leftFoot: [-0.13, 0.02], rightKnee: [0.1, 0.23], rightFoot: [0.13, 0.02] }
}

/** On one knee, leaning to the right over what lies there, hands on it. */
export const kneeling: Pose = {
  ...{ head: [0.16, 0.6], neck: [0.12, 0.49], hip: [0, 0.24] },
  ...{ leftElbow: [0.15, 0.34], leftHand: [0.24, 0.2], rightElbow: [0.24, 0.34], rightHand: [0.34, 0.2] },
  ...{ leftKnee: [0.1, 0.05], leftFoot: [-0.16, 0.04], rightKnee: [0.16, 0.24], rightFoot: [0.14, 0.03] }
}

/** Kneeling, the right fist drawn back. */
export const fistRaised: Pose = { ...kneeling, head: [0.13, 0.62], neck: [0.09, 0.51], rightElbow: [0.02, 0.62], rightHand: [0.1, 0.76] }

/** Kneeling, the right fist down on what lies there. */
export const fistDown: Pose = { ...kneeling, head: [0.24, 0.56], neck: [0.18, 0.47], rightElbow: [0.36, 0.3], rightHand: [0.5, 0.13] }

/** One hand at the shoulder, on the radio. */
export const onRadio: Pose = { ...standing, rightElbow: [0.17, 0.68], rightHand: [0.08, 0.79] }

/** Holding a telephone before the face. */
export const filming: Pose = {
  ...standing,
  leftElbow: [-0.13, 0.68],
  leftHand: [-0.07, 0.84],
  rightElbow: [0.13, 0.66],
  rightHand: [0.0, 0.82]
}

/** Hands on the belt, looking on. */
export const handsOnBelt: Pose = {
  ...standing,
  leftElbow: [-0.19, 0.64],
  leftHand: [-0.08, 0.53],
  rightElbow: [0.19, 0.64],
  rightHand: [0.08, 0.53]
}
