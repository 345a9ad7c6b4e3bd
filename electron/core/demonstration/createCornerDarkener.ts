import { black, type Canvas } from './canvas'

const pixelsPerWord = 4
const evenBytes = 0x00ff00ff
const oddBytes = 0xff00ff00

/**
 * Prepares the darkening toward the corners that a worn camera's lens gives (brightness falls with the fourth power of the cosine, to
 * 0.56 in the corners). The answer darkens a canvas of that size; its bytes must begin at a multiple of four.
 */
export function createCornerDarkener(widthPx: number, heightPx: number): (canvas: Canvas) => void {
  const words = (widthPx * heightPx) / pixelsPerWord
  const halfDiagonal = Math.hypot(widthPx, heightPx) / 2
  // Neighbours share a factor: over four pixels it changes by less than a step of brightness.
  const factors = Int32Array.from({ length: words }, (_, word) => {
    const pixel = word * pixelsPerWord
    const away = Math.hypot((pixel % widthPx) + 1.5 - widthPx / 2, Math.floor(pixel / widthPx) + 0.5 - heightPx / 2)
    return Math.round(256 * Math.cos((Math.PI / 6) * (away / halfDiagonal)) ** 4)
  })

  return ({ planes }) => {
    const bytes = new Int32Array(planes.buffer, planes.byteOffset, words * 3)
    for (let word = 0; word < words; word += 1) {
      const factor = factors[word] ?? 0
      const lumaRest = Math.imul(black[0] * (256 - factor) + 128, 0x00010001)
      const colourRest = Math.imul(black[1] * (256 - factor) + 128, 0x00010001)
      bytes[word] = scaleFour(bytes[word] ?? 0, factor, lumaRest)
      bytes[word + words] = scaleFour(bytes[word + words] ?? 0, factor, colourRest)
      bytes[word + 2 * words] = scaleFour(bytes[word + 2 * words] ?? 0, factor, colourRest)
    }
  }
}

/** Multiplies four bytes by `factor` / 256 at once, two in each half of a word, and adds `rest` before the division. */
function scaleFour(four: number, factor: number, rest: number): number {
  const even = (Math.imul(four & evenBytes, factor) + rest) >>> 8
  const odd = Math.imul((four >>> 8) & evenBytes, factor) + rest
  return (even & evenBytes) | (odd & oddBytes)
}
