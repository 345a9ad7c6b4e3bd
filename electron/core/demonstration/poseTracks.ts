import { moments } from './demonstrationScript'
import type { Pose } from './figure'
import { asking, falling, filming, handsUp, lying, lyingCuffed, sitting, standing, stepLeft, stepRight } from './poses'
import type { Track } from './timeline'

const { warning, takedown, onGround, handcuffing } = moments

/** Steps from one second to another, three a second; what follows must bring the figure upright again. */
export function walk(from: number, to: number): [atSecond: number, pose: Pose][] {
  const steps = Math.round((to - from) * 3)
  return Array.from({ length: steps }, (_, step): [number, Pose] => [from + step / 3, step % 2 === 0 ? stepLeft : stepRight])
}

/** What M. Doe does, for whichever camera sees it. */
export const doePose: Track<Pose> = [
  ...walk(0, 3),
  [3.2, standing],
  [6, asking],
  [8, asking],
  [9.5, standing],
  [warning, standing],
  [warning + 1.6, handsUp],
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

/** What L. Park does: comes into view, stands, films. */
export const parkPose: Track<Pose> = [...walk(18, 21), [21.3, standing], [23, filming]]
