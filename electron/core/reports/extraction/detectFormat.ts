import type { ReportFormat } from '#shared/model/report'
import { worded } from '#shared/messages/worded'
import { utf16Of } from './decodeText'
import { hasNulOrControls } from './parseTxt'
import { reportEmpty, reportFormatUnsupported, reportPasswordProtected, reportUnreadable } from './extractionProblems'

/** What the first bytes say. A `zip` is a DOCX only if it holds a document, which `parseDocx` finds out. */
const startsWith = (bytes: Buffer, ...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte)

const isZip = (bytes: Buffer): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)
const isOleContainer = (bytes: Buffer): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)

const htmlStart = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/iu
/** Header lines of a message, at least one of which no other writing begins with. */
const mailHeaders = /^(?:[\w-]+:[^\n]*\r?\n(?:[\t ][^\n]*\r?\n)*)*?(?:MIME-Version|Received|Message-ID|Return-Path|DKIM-Signature):/iu
const anyMailHeader = /^(?:[\w-]+:[^\n]*\r?\n(?:[\t ][^\n]*\r?\n)*)*?(?:From|To|Date|Subject|MIME-Version|Received|Message-ID):/iu

const named: Readonly<Record<string, ReportFormat>> = { eml: 'eml', html: 'html', htm: 'html', xhtml: 'html', txt: 'txt' }

/** The format of a file that is written in letters throughout: by its beginning, and by its name where that leaves it open. */
function textFormat(bytes: Buffer, extension: string): ReportFormat {
  const utf16 = utf16Of(bytes)
  const start = bytes.subarray(0, 16_384)
  const opening = (
    utf16 === null ? start.toString('latin1').replace(/^\u00EF\u00BB\u00BF/u, '') : new TextDecoder(utf16).decode(start)
  ).trimStart()
  if (extension === 'txt') return 'txt'
  if (extension === 'eml' && anyMailHeader.test(opening)) return 'eml'
  if (named[extension] === 'html' || htmlStart.test(opening)) return 'html'
  return mailHeaders.test(opening) ? 'eml' : 'txt'
}

/**
 * The format of a report's file, told by its content; the name only decides between a text that quotes a PDF header, a page or a
 * message, and a file that is one. Throws report_empty (0 bytes), report_format_unsupported, report_password_protected (a protected
 * DOCX) or report_unreadable (named .pdf, .docx or .rtf and something else).
 */
export function detectFormat(bytes: Buffer, fileName: string): ReportFormat {
  if (bytes.length === 0) throw reportEmpty(fileName, 'reportEmptyFile')
  const extension = /\.([a-z0-9]+)$/iu.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const headerAt = bytes.subarray(0, 1024).indexOf('%PDF-')
  if (headerAt === 0 || (headerAt > 0 && named[extension] === undefined)) return 'pdf'
  if (isZip(bytes)) return 'docx'
  if (isOleContainer(bytes)) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw reportPasswordProtected(fileName)
    throw reportFormatUnsupported(fileName, worded('problems', 'oldOffice'))
  }
  if (/^\s*\{\\rtf/u.test(bytes.subarray(0, 64).toString('latin1'))) return 'rtf'
  if (extension === 'pdf' || extension === 'docx' || extension === 'rtf') {
    throw reportUnreadable(fileName, worded('problems', 'formatNotInside', { format: extension.toUpperCase() }))
  }
  if (hasNulOrControls(bytes)) throw reportFormatUnsupported(fileName, worded('problems', 'noKnownFormat'))
  return textFormat(bytes, extension)
}
