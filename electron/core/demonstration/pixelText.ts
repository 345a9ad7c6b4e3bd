import { fillRect, type Canvas, type Colour } from './canvas'

/** Letters of 5 by 7 dots, each row a number whose bits are the dots, the highest bit leftmost. Drawn here, so that the clock needs no font of the machine. */
const letters: Readonly<Record<string, readonly number[]>> = {
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 2, 4, 8, 31],
  '3': [31, 2, 4, 2, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 2, 12],
  A: [14, 17, 17, 31, 17, 17, 17],
  B: [30, 17, 17, 30, 17, 17, 30],
  C: [14, 17, 16, 16, 16, 17, 14],
  D: [30, 17, 17, 17, 17, 17, 30],
  E: [31, 16, 16, 30, 16, 16, 31],
  F: [31, 16, 16, 30, 16, 16, 16],
  G: [14, 17, 16, 23, 17, 17, 15],
  I: [14, 4, 4, 4, 4, 4, 14],
  L: [16, 16, 16, 16, 16, 16, 31],
  M: [17, 27, 21, 21, 17, 17, 17],
  N: [17, 17, 25, 21, 19, 17, 17],
  O: [14, 17, 17, 17, 17, 17, 14],
  P: [30, 17, 17, 30, 16, 16, 16],
  R: [30, 17, 17, 30, 20, 18, 17],
  S: [15, 16, 16, 14, 1, 1, 30],
  T: [31, 4, 4, 4, 4, 4, 4],
  U: [17, 17, 17, 17, 17, 17, 14],
  '-': [0, 0, 0, 14, 0, 0, 0],
  ':': [0, 4, 4, 0, 4, 4, 0],
  '·': [0, 0, 0, 12, 12, 0, 0]
}

/** Draws one line of capitals and digits, `dotPx` pixels a dot, with a dark edge; a sign without a drawing is left blank. */
export function drawText(canvas: Canvas, x: number, y: number, text: string, colour: Colour, dotPx: number): void {
  for (const [offset, ink] of [
    [dotPx, [0, 0, 0] as const],
    [0, colour]
  ] as const) {
    Array.from(text).forEach((letter, index) => {
      letters[letter]?.forEach((row, down) => {
        for (let right = 0; right < 5; right += 1) {
          if ((row >> (4 - right)) & 1) {
            fillRect(
              canvas,
              x + (index * 6 + right) * dotPx + offset,
              y + down * dotPx + offset,
              dotPx,
              dotPx,
              ink,
              offset === 0 ? 0.95 : 0.6
            )
          }
        }
      })
    })
  }
}
