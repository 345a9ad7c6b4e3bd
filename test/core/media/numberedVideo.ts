import { generateVideo } from './generateVideo'

/** Squares that fill the width of the picture at its top: the first is the lowest bit. */
export const numberBits = 10
const squarePx = 32
const heightPx = 180
/** How far down the middle of the squares lies, as a part of the height. */
export const squaresAt = squarePx / 2 / heightPx

interface NumberedVideo {
  seconds: number
  framesPerSecond: string
  before?: string[]
  after?: string[]
  options: string[]
}

/**
 * Makes a video in which every frame bears its number, from 0, as black and white squares. `before` are filters that come first,
 * e.g. one that drops frames: what is left is numbered; `after` those that come last, e.g. one that makes it larger.
 */
export function generateNumberedVideo(
  outPath: string,
  { seconds, framesPerSecond, before = [], after = [], options }: NumberedVideo
): void {
  const number = `geq=lum='if(lt(Y,${squarePx}),16+219*mod(floor(N/pow(2,floor(X/${squarePx}))),2),lum(X,Y))':cb=128:cr=128`
  generateVideo(outPath, {
    ...{ seconds, framesPerSecond, size: `${numberBits * squarePx}x${heightPx}` },
    options: ['-vf', [...before, number, ...after, 'format=yuv420p'].join(','), '-vsync', '0', ...options]
  })
}
