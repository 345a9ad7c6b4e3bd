import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { withoutMarks } from '#shared/domain/pdf/formMarks'
import { placeFields } from '#shared/domain/pdf/pdfFields'
import type { PlacedText } from '#shared/domain/pdf/pdfFragments'
import { layoutPage } from '#shared/domain/pdf/pdfLayout'
import { matrixSchema } from '#shared/domain/pdf/pdfMatrix'
import { pdfItemSchema, placeItem } from '#shared/domain/pdf/placeItem'
import type { Box } from './joinBoxes'

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>
type TextItem = Extract<TextContent['items'][number], { str: string }>

/** Words of a page: drawn ones, or what was filled into the place `box`. */
export type PageRun = { text: string } & ({ item: TextItem; box: null } | { item: null; box: Box })

/**
 * A page's words in the order in which the report's text has them, as the reader of reports puts them in that order too. Spaces by
 * themselves, and words drawn a second time to look bold, are left out. `viewport` is the page's at scale 1.
 */
export function planRuns(
  { items, styles }: TextContent,
  annotations: unknown[],
  viewport: { transform: readonly unknown[]; width: number; height: number }
): PageRun[] {
  const toPage = matrixSchema.parse(viewport.transform)
  const runs = new Map<PlacedText, PageRun>()
  for (const item of items) {
    if (!('str' in item)) continue
    const piece = placeItem(pdfItemSchema.parse(item), toPage, styles[item.fontName]?.vertical === true)
    runs.set(piece, { text: item.str, item, box: null })
  }
  for (const piece of placeFields(annotations, toPage, 0).pieces) {
    const { left, top, width, height } = piece.area
    const box = { left: left / viewport.width, top: top / viewport.height, width: width / viewport.width, height: height / viewport.height }
    runs.set(piece, { text: withoutMarks(piece.text), item: null, box })
  }
  return layoutPage([...runs.keys()]).pieces.flatMap((piece) => runs.get(piece) ?? [])
}
