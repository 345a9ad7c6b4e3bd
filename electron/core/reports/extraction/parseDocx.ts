import mammoth from 'mammoth'
import { ProblemError } from '#shared/rpc/problem'
import { checkZip } from './checkZip'
import { docxText } from './docxText'
import type { ParsedText } from './extractedReport'
import { extractionLimits } from './extractionLimits'
import { reportTooLarge, reportUnreadable } from './extractionProblems'
import { plainText } from './plainText'

/** The name and version of this reader; the version rises with every change of what it gives, mammoth's included. */
export const docxReader = { extractor: 'mammoth', extractorVersion: 1 } as const

async function readText(bytes: Buffer): Promise<string> {
  let text = ''
  await mammoth.convertToHtml(
    { buffer: bytes },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      transformDocument: (document: object) => {
        text = docxText(document)
        // The HTML is not wanted: an empty document spares the work and leaves every picture unopened.
        return { ...document, children: [] }
      }
    }
  )
  return text
}

/**
 * The text of a DOCX as one page, from its body and notes; text that Word numbers, heads or foots pages with is not part of it.
 * Pictures and outside files are never opened. Throws report_too_large, report_password_protected, report_format_unsupported or
 * report_unreadable.
 */
export async function parseDocx(bytes: Buffer, fileName: string): Promise<ParsedText> {
  try {
    await checkZip(bytes, fileName)
    const text = plainText(await readText(bytes))
    if (text.length > extractionLimits.maxTextLength) throw reportTooLarge(fileName, 'it has more than 20 million characters.')
    return { text, pages: [{ number: 1, start: 0, end: text.length }] }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw reportUnreadable(fileName, 'the Word document in it is damaged.', error)
  }
}
