import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import { extractionLimits } from './extractionLimits'
import { reportTooLarge } from './extractionProblems'
import { placeFields, type PlacedField } from '#shared/domain/pdf/pdfFields'
import type { PlacedText } from '#shared/domain/pdf/pdfFragments'
import { matrixSchema } from '#shared/domain/pdf/pdfMatrix'
import { pdfItemSchema, placeItem } from '#shared/domain/pdf/placeItem'
import { worded } from '#shared/messages/worded'

const chunkSchema = z.object({
  items: z.array(z.union([pdfItemSchema, z.object({ type: z.string() })])),
  styles: z.record(z.string(), z.object({ vertical: z.boolean().nullish() }))
})
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
      pieces.push(placeItem(item, toPage, verticalFonts.has(item.fontName)))
    }
    if (length > extractionLimits.maxTextLength)
      throw reportTooLarge(fileName, worded('problems', 'pageOver20Million', { page: page.pageNumber }))
  }
  const placed = placeFields(await page.getAnnotations(), toPage, firstIndex)
  return { pieces: [...pieces, ...placed.pieces], fields: placed.fields }
}
