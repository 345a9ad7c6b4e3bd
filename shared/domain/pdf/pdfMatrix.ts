import { z } from 'zod'

/** An affine transform as PDF writes it: [a b c d e f] takes (x, y) to (ax + cy + e, bx + dy + f). */
export const matrixSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()])
export type Matrix = z.infer<typeof matrixSchema>

/** The transform that does `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Where a transform takes the point (x, y). */
export function toPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}
