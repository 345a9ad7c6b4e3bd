import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { ReportFormat } from '#shared/model/report'
import { ProblemError } from '#shared/rpc/problem'
import { worded } from '#shared/messages/worded'
import { detectFormat } from './detectFormat'
import type { ExtractedReport, ParsedText, ReadingProgress } from './extractedReport'
import { extractionLimits } from './extractionLimits'
import { reportEmpty, reportTooLarge, reportUnreadable } from './extractionProblems'
import { findBoxes, mergeFields } from './findBoxes'
import { countWords } from './plainText'
import { readers } from './readers'

type OnProgress = (progress: ReadingProgress) => void
type Parser = (bytes: Buffer, fileName: string, onProgress: OnProgress) => ParsedText | Promise<ParsedText>

/** Each is loaded when a file needs it: their libraries take longer to load than most reports to read. */
const parsers: Record<ReportFormat, () => Promise<Parser>> = {
  pdf: async () => (await import('./parsePdf')).parsePdf,
  docx: async () => (await import('./parseDocx')).parseDocx,
  rtf: async () => (await import('./parseRtf')).parseRtf,
  txt: async () => (await import('./parseTxt')).parseTxt,
  html: async () => (await import('./parseHtml')).parseHtml,
  eml: async () => (await import('./parseEml')).parseEml
}

async function readWhole(path: string, fileName: string): Promise<Buffer> {
  try {
    // Non-blocking, so that opening a named pipe does not wait for someone to write to it.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const stats = await file.stat()
      if (!stats.isFile()) throw reportUnreadable(fileName, worded('problems', 'notFile'))
      if (stats.size > extractionLimits.maxFileBytes) throw reportTooLarge(fileName, worded('problems', 'fileOver200'))
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw reportUnreadable(fileName, worded('problems', 'fileNotOpened'), error)
  }
}

/**
 * Reads a report's text in this thread; see `createReportExtractor` for the way that a hostile file cannot hang. `path` is only
 * read, `fileName` is what messages call it, `onProgress` hears of each page. Throws the report_* problems and nothing else, barring running out of memory.
 */
export async function extractReport(path: string, fileName: string, onProgress: OnProgress): Promise<ExtractedReport> {
  const bytes = await readWhole(path, fileName)
  const format = detectFormat(bytes, fileName)
  const { extractor: usualExtractor, extractorVersion } = readers[format]
  const parse = await parsers[format]()
  const { text, pages, notes, formFields: named, extractor = usualExtractor } = await parse(bytes, fileName, onProgress)
  const wordCount = countWords(text)
  if (wordCount === 0) {
    throw reportEmpty(fileName, 'reportWithoutText')
  }
  const formFields = mergeFields(named, findBoxes(text))
  return { format, extractor, extractorVersion, text, pages, notes, formFields, wordCount }
}
