/** What windows-1252 puts at 0x80 to 0x9F; its five unused places stay control characters, which are then left out. */
const windows1252Upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Node's own decoder for windows-1252 reads these places as latin1 does, so that every curly quote would be lost. */
function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009F]/gu, (mark) => windows1252Upper[mark.charCodeAt(0) - 0x80] ?? '')
}

const western = /^(?:windows-1252|cp1252|iso-8859-1|latin1|us-ascii|ascii)$/iu

/** Text in the encoding that a file names; null where no decoder knows the name. Bytes that do not fit become U+FFFD. */
export function decodeNamed(bytes: Buffer, encoding: string): string | null {
  if (western.test(encoding)) return decodeWindows1252(bytes)
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    // A name that is not known is told apart from bytes that do not fit, which never throw here.
    return null
  }
}

/** UTF-16 is known by its byte order mark alone; without one its NULs make it binary. */
export function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Text of a file that names no encoding: UTF-16 by its mark, else UTF-8, else windows-1252. */
export function decodeText(bytes: Buffer): string {
  const utf16 = utf16Of(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Bytes that are not UTF-8 come from older Windows programs; windows-1252 gives every byte a character.
    return decodeWindows1252(bytes)
  }
}
