import type { FootageProbe } from '#shared/model/footage'

/** Where a container does not tell its rate. */
const guessedLengthUs = 1e6 / 30

/** How long one frame lasts on average, in microseconds; never used to place a frame. */
export function frameLengthUs({ frameRate }: Pick<FootageProbe, 'frameRate'>): number {
  return frameRate === null ? guessedLengthUs : (1e6 * frameRate.denominator) / frameRate.numerator
}
