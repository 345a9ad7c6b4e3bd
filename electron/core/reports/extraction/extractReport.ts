import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { ReportFormat } from '#shared/model/report'
import { ProblemError } from '#shared/rpc/problem'
import { detectFormat } from './detectFormat'
import type { ExtractedReport, ParsedText, ReadingProgress } from './extractedReport'
import { extractionLimits } from './extractionLimits'
import { reportEmpty, reportTooLarge, reportUnreadable } from './extractionProblems'
import { findBoxes, mergeFields } from './findBoxes'
import { docxReader, parseDocx } from './parseDocx'
import { emlReader, parseEml } from './parseEml'
import { htmlReader, parseHtml } from './parseHtml'
import { parsePdf, pdfReader } from './parsePdf'
import { parseRtf, rtfReader } from './parseRtf'
import { parseTxt, txtReader } from './parseTxt'
import { countWords } from './plainText'

type OnProgress = (progress: ReadingProgress) => void
type Parser = {
  extractor: string
  extractorVersion: number
  parse: (bytes: Buffer, fileName: string, onProgress: OnProgress) => ParsedText | Promise<ParsedText>
}

const parsers: Record<ReportFormat, Parser> = {
  pdf: { ...pdfReader, parse: parsePdf },
  docx: { ...docxReader, parse: parseDocx },
  rtf: { ...rtfReader, parse: parseRtf },
  txt: { ...txtReader, parse: parseTxt },
  html: { ...htmlReader, parse: parseHtml },
  eml: { ...emlReader, parse: parseEml }
}

async function readWhole(path: string, fileName: string): Promise<Buffer> {
  try {
    // Non-blocking, so that opening a named pipe does not wait for someone to write to it.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const stats = await file.stat()
      if (!stats.isFile()) throw reportUnreadable(fileName, 'it is not a file.')
      if (stats.size > extractionLimits.maxFileBytes) throw reportTooLarge(fileName, 'the file is larger than 200 MB.')
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw reportUnreadable(fileName, 'the file could not be opened.', error)
  }
}

/**
 * Reads a report's text in this thread; see `createReportExtractor` for the way that a hostile file cannot hang. `path` is only
 * read, `fileName` is what messages call it, `onProgress` hears of each page. Throws the report_* problems and nothing else, barring running out of memory.
 */
export async function extractReport(path: string, fileName: string, onProgress: OnProgress): Promise<ExtractedReport> {
  const bytes = await readWhole(path, fileName)
  const format = detectFormat(bytes, fileName)
  const { parse, extractor: usualExtractor, extractorVersion } = parsers[format]
  const { text, pages, notes, formFields: named, extractor = usualExtractor } = await parse(bytes, fileName, onProgress)
  const wordCount = countWords(text)
  if (wordCount === 0) {
    throw reportEmpty(
      fileName,
      'it opens, but has no text of its own. It may hold only pictures.',
      'Check that this is the right file, and load the one that holds the report.'
    )
  }
  const formFields = mergeFields(named, findBoxes(text))
  return { format, extractor, extractorVersion, text, pages, notes, formFields, wordCount }
}
