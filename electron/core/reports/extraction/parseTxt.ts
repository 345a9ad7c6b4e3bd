import { decodeText, utf16Of } from './decodeText'
import { onePage, requireTextSize, type ParsedText } from './extractedReport'

/** True if bytes are no text in any of the encodings that are read: they hold NULs, or more than 1 control character in 20. */
export function hasNulOrControls(bytes: Buffer): boolean {
  if (utf16Of(bytes)) return false
  if (bytes.includes(0)) return true
  const sample = bytes.subarray(0, 65_536)
  const controls = sample.reduce((count, byte) => (byte < 0x20 && (byte < 0x09 || byte > 0x0d) ? count + 1 : count), 0)
  return controls * 20 > sample.length
}

/** The text of a text file as one page: UTF-8 or UTF-16 by its mark, else UTF-8, else windows-1252. Throws report_too_large. */
export function parseTxt(bytes: Buffer, fileName: string): ParsedText {
  requireTextSize(bytes, fileName)
  return onePage(decodeText(bytes), fileName)
}
