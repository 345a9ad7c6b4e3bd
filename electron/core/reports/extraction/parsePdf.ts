import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ProblemError } from '#shared/rpc/problem'
import { worded } from '#shared/messages/worded'
import type { ParsedText, ReadingProgress } from './extractedReport'
import { reportEmpty, reportPasswordProtected, reportUnreadable } from './extractionProblems'
import { readPdfPages } from './readPdfPages'
import { createPageRecogniser } from './recognisePage'

/** What it is called where pages were read from their pictures. */
const withRecognition = 'pdfjs-dist and tesseract.js'

/** A picture with more pixels is left out: a scan of a page at 600 dots to the inch has half as many. */
const maxImagePixels = 80_000_000

/** The folder of pdf.js's own data, which it reads for fonts that a file names but does not hold. */
const pdfjsFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

const exceptionName = (error: unknown): string => (error instanceof Error ? error.name : '')

/**
 * The text of a PDF, page by page, with the lines as the page has them and what was filled into its form; pages that are scans are
 * read from their pictures. `notes` name these, and the pages without text. No script of the file runs and nothing is fetched.
 * Throws report_password_protected, report_empty (no words on any page), report_too_large or report_unreadable, also when only one
 * of its pages cannot be opened. Drawing commands that are damaged inside a page are skipped.
 */
export async function parsePdf(
  bytes: Buffer,
  fileName: string,
  onProgress: (progress: ReadingProgress) => void = () => undefined
): Promise<ParsedText> {
  // pdf.js searches the whole of a damaged file over and over; one in which no object begins has nothing to be found.
  if (!bytes.includes('obj')) throw reportUnreadable(fileName, worded('problems', 'pdfDamaged'))
  const recogniser = createPageRecogniser()
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(pdfjsFolder, 'cmaps') + sep,
    standardFontDataUrl: join(pdfjsFolder, 'standard_fonts') + sep,
    wasmUrl: join(pdfjsFolder, 'wasm') + sep,
    maxImageSize: maxImagePixels,
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
    const { recognisedPages, ...parsed } = await readPdfPages(await task.promise, fileName, recogniser, onProgress)
    if (parsed.text.trim() === '') {
      throw reportEmpty(fileName, 'reportScanUnread')
    }
    return recognisedPages > 0 ? { ...parsed, extractor: withRecognition } : parsed
  } catch (error) {
    if (error instanceof ProblemError) throw error
    if (exceptionName(error) === 'PasswordException') throw reportPasswordProtected(fileName, error)
    throw reportUnreadable(fileName, worded('problems', 'pdfDamaged'), error)
  } finally {
    await recogniser.close()
    await task.destroy()
  }
}
