import type { ReportFormat } from '#shared/model/report'
import { hasNulOrControls } from './parseTxt'
import { reportEmpty, reportFormatUnsupported, reportPasswordProtected, reportUnreadable } from './extractionProblems'

/** What the first bytes say. A `zip` is a DOCX only if it holds a document, which `parseDocx` finds out. */
const startsWith = (bytes: Buffer, ...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte)

const isZip = (bytes: Buffer): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)
const isOleContainer = (bytes: Buffer): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)

/**
 * The format of a report's file, told by its content; the name only decides between a text that quotes a PDF header and a PDF
 * with something before its header. Throws report_empty (0 bytes), report_format_unsupported, report_password_protected (a
 * protected DOCX) or report_unreadable (named .pdf or .docx and neither).
 */
export function detectFormat(bytes: Buffer, fileName: string): ReportFormat {
  if (bytes.length === 0) throw reportEmpty(fileName, 'the file has 0 bytes.', 'Copy the file again from where it came from, and load it.')
  const extension = /\.([a-z0-9]+)$/iu.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const headerAt = bytes.subarray(0, 1024).indexOf('%PDF-')
  if (headerAt === 0 || (headerAt > 0 && extension !== 'txt')) return 'pdf'
  if (isZip(bytes)) return 'docx'
  if (isOleContainer(bytes)) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw reportPasswordProtected(fileName)
    throw reportFormatUnsupported(fileName, 'it is in an older Word or Office format.')
  }
  if (bytes.subarray(0, 5).equals(Buffer.from('{\\rtf'))) throw reportFormatUnsupported(fileName, 'RTF is not read yet.')
  if (extension === 'pdf' || extension === 'docx') {
    throw reportUnreadable(fileName, `there is no ${extension.toUpperCase()} in it; it may be damaged or have another format.`)
  }
  if (hasNulOrControls(bytes)) throw reportFormatUnsupported(fileName, 'it is not a PDF, a DOCX or a text.')
  return 'txt'
}
