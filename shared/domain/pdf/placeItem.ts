import { z } from 'zod'
import { withoutMarks } from './formMarks'
import type { PlacedText } from './pdfFragments'
import { matrixSchema, multiply, type Matrix } from './pdfMatrix'

/** A run of a page's text as pdf.js gives it, in points of the file. */
export const pdfItemSchema = z.object({
  str: z.string(),
  dir: z.string(),
  transform: matrixSchema,
  width: z.number(),
  height: z.number(),
  fontName: z.string(),
  hasEOL: z.boolean()
})

/** A run of text placed on its page. `toPage` turns points of the file into points of the page; `isVertical` is what its font says. */
export function placeItem(item: z.infer<typeof pdfItemSchema>, toPage: Matrix, isVertical: boolean): PlacedText {
  const [a, b, c, d, x, y] = multiply(toPage, item.transform)
  const direction = Math.round(((Math.atan2(b, a) * 180) / Math.PI + (isVertical ? 90 : 0)) / 15) * 15
  return {
    text: withoutMarks(item.str),
    x,
    y,
    width: isVertical ? item.height : item.width,
    size: Math.hypot(c, d) || Math.hypot(a, b),
    angle: ((direction % 360) + 360) % 360,
    isRightToLeft: item.dir === 'rtl',
    endsLine: item.hasEOL
  }
}
