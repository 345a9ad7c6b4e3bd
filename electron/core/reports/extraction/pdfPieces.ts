import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import { extractionLimits } from './extractionLimits'
import { reportTooLarge } from './extractionProblems'
import { withoutMarks } from './formMarks'
import { placeFields, type PlacedField } from './pdfFields'
import type { PlacedText } from './pdfFragments'
import { matrixSchema, multiply, type Matrix } from './pdfMatrix'

const itemSchema = z.object({
  str: z.string(),
  dir: z.string(),
  transform: matrixSchema,
  width: z.number(),
  height: z.number(),
  fontName: z.string(),
  hasEOL: z.boolean()
})
const chunkSchema = z.object({
  items: z.array(z.union([itemSchema, z.object({ type: z.string() })])),
  styles: z.record(z.string(), z.object({ vertical: z.boolean().nullish() }))
})
type TextItem = z.infer<typeof itemSchema>

function place(item: TextItem, toPage: Matrix, isVertical: boolean): PlacedText {
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

/**
 * The pieces of a page's text and of what was filled into it, and the fields that hold the latter, whose words are marked by their
 * index from `firstIndex` on. Read as a stream so that a page without end is given up in time. Throws report_too_large.
 */
export async function readPieces(
  page: PDFPageProxy,
  fileName: string,
  firstIndex: number
): Promise<{ pieces: PlacedText[]; fields: PlacedField[] }> {
  const viewport = page.getViewport({ scale: 1 })
  const toPage = matrixSchema.parse(viewport.transform)
  const pieces: PlacedText[] = []
  const verticalFonts = new Set<string>()
  let length = 0
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const { items, styles } = chunkSchema.parse(next.value)
    for (const [name, style] of Object.entries(styles)) if (style.vertical) verticalFonts.add(name)
    for (const item of items) {
      if (!('str' in item)) continue
      length += item.str.length + 1
      pieces.push(place(item, toPage, verticalFonts.has(item.fontName)))
    }
    if (length > extractionLimits.maxTextLength)
      throw reportTooLarge(fileName, `page ${page.pageNumber} has more than 20 million characters.`)
  }
  const placed = placeFields(await page.getAnnotations(), toPage, firstIndex)
  return { pieces: [...pieces, ...placed.pieces], fields: placed.fields }
}
