// Control characters carry no words and can hide or break what is shown; tab and line feed stay.
const unwanted = /(?![\n\t])\p{Cc}/gu
/**
 * Marks that show nothing: they split a word that reads as one, or, as overrides of the writing direction, show letters in another
 * order than they are stored in. Whatever order a file's text has without them is the order in which it was written.
 */
const invisible = /[\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu
/** Joiners decide how letters of some scripts and emoji join; beside other letters they show nothing. */
const idleJoiner =
  /(?<![\p{scx=Arabic}\p{scx=Syriac}\p{scx=Mongolian}\p{scx=Devanagari}\p{scx=Bengali}\p{scx=Tamil}\p{scx=Telugu}\p{scx=Kannada}\p{scx=Malayalam}\p{scx=Gujarati}\p{scx=Gurmukhi}\p{scx=Oriya}\p{scx=Sinhala}\p{scx=Khmer}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])[\u200C\u200D]+/gu
/** A soft hyphen is a place where a line may break; where it does break, before a small letter, the word goes on. */
const softHyphen = /\u00AD+(?:[\t ]*\n(?=\p{Ll}))?/gu
/** Letters that are drawn as one, and Arabic letters in the shape that they have beside others: stored as the letters they are. */
const presentationForm = /[\uFB00-\uFB06\uFB13-\uFB17\uFB50-\uFBB1\uFBD3-\uFD3D\uFD50-\uFDC7\uFE80-\uFEFC]/gu
const halfSurrogate = /\p{Cs}/gu
const lineEnds = /\r\n|[\r\f\v\u0085\u2028\u2029]/gu
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.,-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu

/**
 * Text as it is stored: every line end is `\n`, no control characters but `\n` and `\t`, no half surrogates, no soft hyphens and
 * other marks that show nothing, ligatures as letters, and Unicode normal form C. Doing it twice changes nothing. Passages lie in
 * text of this form: a change here raises the version of every reader.
 */
export function plainText(raw: string): string {
  return (
    raw
      .replace(lineEnds, '\n')
      .replace(unwanted, '')
      .replace(halfSurrogate, '\uFFFD')
      .replace(invisible, '')
      .replace(softHyphen, '')
      .replace(presentationForm, (form) => form.normalize('NFKC'))
      .normalize('NFC')
      .replace(idleJoiner, '')
      // Letters that a joiner kept apart may now be one.
      .normalize('NFC')
  )
}

/** The number of words in a text: runs of letters and digits; "O'Brien", "3.5" and "drive-stun" are one each. */
export function countWords(text: string): number {
  let count = 0
  word.lastIndex = 0
  while (word.test(text)) count++
  return count
}
