import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { FormField, ReportPage } from '#shared/model/report'
import { ProblemError } from '#shared/rpc/problem'
import type { ParsedText, ReadingProgress } from './extractedReport'
import { extractionLimits } from './extractionLimits'
import { reportTooLarge } from './extractionProblems'
import { labelOf } from './findBoxes'
import { takeMarks, withoutMarks } from '#shared/domain/pdf/formMarks'
import { joinHyphens } from './joinHyphens'
import { describePages, type RecognisedNote } from './pdfNotes'
import type { PlacedField } from '#shared/domain/pdf/pdfFields'
import { layoutPage } from '#shared/domain/pdf/pdfLayout'
import { worded } from '#shared/messages/worded'
import { readPieces } from './pdfPieces'
import { readDrawing } from './pdfPictures'
import { plainText } from './plainText'
import type { PageRecogniser } from './recognisePage'

/** A page with fewer letters than this may hold no more than a stamp, a page number or a header. */
const maxStampLetters = 200
/** Where pictures cover this much of such a page, it is a scan. */
const scanCoverage = 0.5

type PageText = { marked: string; fields: PlacedField[]; recognised: RecognisedNote | null; isLeftOut: boolean }

const letterCount = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
const lineKey = (line: string): string => line.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()

/** True for a page whose words are in a picture: nothing else is on it, or so little that it is a stamp upon a scan. */
async function isScan(page: PDFPageProxy, letters: number): Promise<boolean> {
  if (letters >= maxStampLetters) return false
  const { coverage, isDrawn } = await readDrawing(page)
  return letters === 0 ? isDrawn : coverage >= scanCoverage
}

/** The words that the file has of a page, then those read from its picture, without the lines that are the same. */
function joinReadings(typed: string, recognised: string): string {
  const known = new Set(withoutMarks(typed).split('\n').map(lineKey))
  const lines = recognised.split('\n').filter((line) => lineKey(line) === '' || !known.has(lineKey(line)))
  return [typed, lines.join('\n').trim()].filter((part) => part.trim() !== '').join('\n\n')
}

/**
 * The text of a PDF's pages with their form fields. Pages that are scans are read from their pictures, `extractionLimits.maxOcrPages`
 * at most. `onProgress` is called after each page. Throws report_too_large and what pdf.js throws of a page that cannot be opened.
 */
export async function readPdfPages(
  document: PDFDocumentProxy,
  fileName: string,
  recogniser: PageRecogniser,
  onProgress: (progress: ReadingProgress) => void
): Promise<ParsedText & { recognisedPages: number }> {
  const { numPages } = document
  if (numPages > extractionLimits.maxPages) throw reportTooLarge(fileName, worded('problems', 'over5000Pages', { pages: numPages }))
  const fields: PlacedField[] = []
  let recognisedCount = 0
  let length = 0

  async function recognise(page: PDFPageProxy): Promise<RecognisedNote & { text: string }> {
    try {
      const { text, confidence } = await recogniser.recognise(page)
      return { number: page.pageNumber, text: withoutMarks(text).trim(), confidence }
    } catch (error) {
      if (error instanceof ProblemError) throw error
      // A picture that cannot be drawn leaves its page without words, which the notes say.
      return { number: page.pageNumber, text: '', confidence: 0 }
    }
  }

  async function readPage(number: number): Promise<PageText> {
    const page = await document.getPage(number)
    try {
      const read = await readPieces(page, fileName, fields.length)
      fields.push(...read.fields)
      const typed = layoutPage(read.pieces).text
      const isScanned = await isScan(page, letterCount(withoutMarks(typed)))
      const isLeftOut = isScanned && recognisedCount >= extractionLimits.maxOcrPages
      if (!isScanned || isLeftOut) return { marked: typed, fields: read.fields, recognised: null, isLeftOut }
      recognisedCount++
      const { text, ...recognised } = await recognise(page)
      return { marked: joinReadings(typed, text), fields: read.fields, recognised: text === '' ? null : recognised, isLeftOut }
    } finally {
      page.cleanup()
    }
  }

  const read: PageText[] = []
  for (let number = 1; number <= numPages; number++) {
    const page = await readPage(number)
    length += page.marked.length + 1
    if (length > extractionLimits.maxTextLength) throw reportTooLarge(fileName, worded('problems', 'over20Million'))
    read.push(page)
    onProgress({ pagesRead: number, pageCount: numPages, isRecognised: page.recognised !== null })
  }

  const context = withoutMarks(read.map(({ marked }) => marked).join('\n'))
  const pages: ReportPage[] = []
  const formFields: FormField[] = []
  let text = ''
  for (const [index, { marked }] of read.entries()) {
    const { text: words, spans } = takeMarks(plainText(joinHyphens(marked, context)))
    const start = text.length
    for (const [field, span] of spans) {
      const placed = fields[field]
      if (placed !== undefined) formFields.push({ ...placed, start: start + span.start, end: start + span.end })
    }
    text += words + (index < read.length - 1 ? '\n' : '')
    pages.push({ number: index + 1, start, end: text.length })
  }
  const recognised = read.flatMap((page) => page.recognised ?? [])
  const isEmpty = (page: ReportPage): boolean => text.slice(page.start, page.end).trim() === ''
  const leftOut = pages.filter((_, index) => read[index]?.isLeftOut).map(({ number }) => number)
  const unread = pages.filter((page) => isEmpty(page) && !leftOut.includes(page.number)).map(({ number }) => number)
  return {
    text,
    pages,
    formFields: formFields.sort((a, b) => a.start - b.start).map((field) => ({ ...field, label: field.label ?? labelBefore(text, field) })),
    notes: describePages({ recognised, unread, leftOut }),
    recognisedPages: recognised.length
  }
}

/** The words on the line before a field that is no box, as a form has them. */
const labelBefore = (text: string, field: FormField): string | null =>
  field.isTicked === null ? labelOf(text.slice(text.lastIndexOf('\n', field.start - 1) + 1, field.start)) : null
