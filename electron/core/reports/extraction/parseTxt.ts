import { extractionLimits } from './extractionLimits'
import { reportTooLarge } from './extractionProblems'
import { plainText } from './plainText'
import type { ParsedText } from './extractedReport'

/** The name and version of this reader; the version rises with every change of what it gives. */
export const txtReader = { extractor: 'plain-text', extractorVersion: 1 } as const

/** UTF-16 is known by its byte order mark alone; without one its NULs make it binary. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** True if bytes are no text in any of the encodings that are read: they hold NULs, or more than 1 control character in 20. */
export function hasNulOrControls(bytes: Buffer): boolean {
  if (utf16Of(bytes)) return false
  if (bytes.includes(0)) return true
  const sample = bytes.subarray(0, 65_536)
  const controls = sample.reduce((count, byte) => (byte < 0x20 && (byte < 0x09 || byte > 0x0d) ? count + 1 : count), 0)
  return controls * 20 > sample.length
}

/** What windows-1252 puts at 0x80 to 0x9F; its five unused places stay control characters, which are then left out. */
const windows1252Upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Node's own decoder for windows-1252 reads these places as latin1 does, so that every curly quote would be lost. */
function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009F]/gu, (mark) => windows1252Upper[mark.charCodeAt(0) - 0x80] ?? '')
}

function decode(bytes: Buffer): string {
  const utf16 = utf16Of(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Bytes that are not UTF-8 come from older Windows programs; windows-1252 gives every byte a character.
    return decodeWindows1252(bytes)
  }
}

/** The text of a text file as one page: UTF-8 or UTF-16 by its mark, else UTF-8, else windows-1252. Throws report_too_large. */
export function parseTxt(bytes: Buffer, fileName: string): ParsedText {
  const text = plainText(decode(bytes))
  if (text.length > extractionLimits.maxTextLength) throw reportTooLarge(fileName, 'it has more than 20 million characters.')
  return { text, pages: [{ number: 1, start: 0, end: text.length }], notes: [] }
}
