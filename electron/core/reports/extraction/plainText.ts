// Control characters carry no words and can hide or break what is shown; tab and line feed stay.
const unwanted = /(?![\n\t])\p{Cc}|\uFEFF/gu
const halfSurrogate = /\p{Cs}/gu
const lineEnds = /\r\n|[\r\f\v\u0085\u2028\u2029]/gu
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.,-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu

/**
 * Text as it is stored: every line end is `\n`, no control characters but `\n` and `\t`, no half surrogates, and Unicode
 * normal form C. Doing it twice changes nothing.
 */
export function plainText(raw: string): string {
  return raw.replace(lineEnds, '\n').replace(unwanted, '').replace(halfSurrogate, '\uFFFD').normalize('NFC')
}

/** The number of words in a text: runs of letters and digits; "O'Brien", "3.5" and "drive-stun" are one each. */
export function countWords(text: string): number {
  let count = 0
  word.lastIndex = 0
  while (word.test(text)) count++
  return count
}
