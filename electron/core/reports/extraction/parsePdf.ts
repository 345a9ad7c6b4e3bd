import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import { ProblemError } from '#shared/rpc/problem'
import type { ReportPage } from '#shared/model/report'
import type { ParsedText } from './extractedReport'
import { extractionLimits } from './extractionLimits'
import { reportEmpty, reportPasswordProtected, reportTooLarge, reportUnreadable } from './extractionProblems'
import { placeFields } from './pdfFields'
import type { PlacedText } from './pdfFragments'
import { layoutPage } from './pdfLayout'
import { matrixSchema, multiply, type Matrix } from './pdfMatrix'
import { plainText } from './plainText'

/** The name and version of this reader; the version rises with every change of what it gives, pdf.js's included. */
export const pdfReader = { extractor: 'pdfjs-dist', extractorVersion: 2 } as const

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
    text: item.str,
    x,
    y,
    width: isVertical ? item.height : item.width,
    size: Math.hypot(c, d) || Math.hypot(a, b),
    angle: ((direction % 360) + 360) % 360,
    isRightToLeft: item.dir === 'rtl',
    endsLine: item.hasEOL
  }
}

/** The pieces of a page's text, read as a stream so that a page without end is given up in time. */
async function readPieces(page: PDFPageProxy, fileName: string): Promise<PlacedText[]> {
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
  const fields = placeFields(await page.getAnnotations(), toPage)
  return [...pieces, ...fields]
}

/** Page numbers in words: 3, 5 and 7 to 9. Ascending and at least one. */
function pageList(numbers: number[]): string {
  const ranges: number[][] = []
  for (const number of numbers) {
    const range = ranges.at(-1)
    if (range?.at(-1) === number - 1) range.push(number)
    else ranges.push([number])
  }
  const words = ranges.flatMap((range) => (range.length > 2 ? [`${range[0] ?? ''} to ${range.at(-1) ?? ''}`] : range.map(String)))
  return words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

const describeUnreadPages = (numbers: number[]): string =>
  numbers.length === 1
    ? `Page ${pageList(numbers)} holds no text that can be read: it may be a scan, or blank.`
    : `Pages ${pageList(numbers)} hold no text that can be read: they may be scans, or blank.`

async function readPages(document: PDFDocumentProxy, fileName: string): Promise<ParsedText> {
  const { numPages } = document
  if (numPages > extractionLimits.maxPages) throw reportTooLarge(fileName, `it has ${numPages} pages; 5,000 are the most.`)
  const pages: ReportPage[] = []
  const texts: string[] = []
  let start = 0
  for (let number = 1; number <= numPages; number++) {
    const page = await document.getPage(number)
    const text = plainText(layoutPage(await readPieces(page, fileName))) + (number < numPages ? '\n' : '')
    page.cleanup()
    texts.push(text)
    pages.push({ number, start, end: start + text.length })
    start += text.length
    if (start > extractionLimits.maxTextLength) throw reportTooLarge(fileName, 'it has more than 20 million characters.')
  }
  const unread = pages.filter((_, index) => (texts[index] ?? '').trim() === '').map((page) => page.number)
  return { text: texts.join(''), pages, notes: unread.length === 0 ? [] : [describeUnreadPages(unread)] }
}

/** The folder of pdf.js's own data, which it reads for fonts that a file names but does not hold. */
const pdfjsFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

const exceptionName = (error: unknown): string => (error instanceof Error ? error.name : '')

/**
 * The text of a PDF, page by page, with the lines as the page has them and what was filled into its form; `notes` name the pages
 * without text. No script of the file
 * runs and nothing is fetched. Throws report_password_protected, report_empty (no text on any page), report_too_large or
 * report_unreadable, also when only one of its pages cannot be opened. Drawing commands that are damaged inside a page are skipped.
 */
export async function parsePdf(bytes: Buffer, fileName: string): Promise<ParsedText> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(pdfjsFolder, 'cmaps') + sep,
    standardFontDataUrl: join(pdfjsFolder, 'standard_fonts') + sep,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    disableRange: true,
    disableStream: true,
    disableAutoFetch: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0
  })
  try {
    const parsed = await readPages(await task.promise, fileName)
    if (parsed.text.trim() === '') {
      throw reportEmpty(
        fileName,
        'its pages have no text. It looks like a scan, that is, pictures of pages; reading scans is not possible yet.',
        'Load the report as the program that wrote it saved it, or type its text into a text file and load that.'
      )
    }
    return parsed
  } catch (error) {
    if (error instanceof ProblemError) throw error
    if (exceptionName(error) === 'PasswordException') throw reportPasswordProtected(fileName, error)
    throw reportUnreadable(fileName, 'the PDF is damaged.', error)
  } finally {
    await task.destroy()
  }
}
