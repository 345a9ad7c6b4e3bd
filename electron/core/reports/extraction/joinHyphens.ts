/** Beginnings of compounds that are written with a hyphen wherever they stand, as officers' reports use them. */
const compoundStarts = new Set(
  'all anti best co cross de drive ex full half hand high less long low mid multi non off officer on one open over plain post pre pro self semi short so step t third three two under up use vice well'.split(
    ' '
  )
)

const brokenWord =
  /(?<first>[\p{L}\p{M}'’-]*\p{Ll})[-\u2010\u00AD]\n(?<rest>\p{Ll}[\p{L}\p{M}'’-]*)(?<mark>[.,;:!?)\]"”]*)[\t ]*(?<end>\n?)/gu
const hyphenated = /\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)+/gu
const plainWord = /\p{L}[\p{L}\p{M}]*/gu

/** Decides of a word broken after `first` whether the hyphen belongs to it, from how the rest of the text writes it. */
function isCompound(first: string, rest: string, words: ReadonlySet<string>, compounds: ReadonlySet<string>): boolean {
  if (compounds.has(`${first}-${rest}`)) return true
  if (words.has(first + rest)) return false
  if (first.includes('-')) return true
  return compoundStarts.has(first) || (words.has(first) && words.has(rest))
}

/**
 * Text in which words that a page breaks at the end of a line are whole again, at the end of the line where they begin. A hyphen is
 * dropped where the word is written without one elsewhere, and kept where it looks like part of the word: the text has the compound
 * elsewhere, or both halves as words. A line that ends in a hyphen before a capital or a digit stays as it is. `context` is the text
 * to look in, unless another is given.
 */
export function joinHyphens(text: string, context: string = text): string {
  if (!/[-\u2010\u00AD]\n/u.test(text)) return text
  const lower = context.toLowerCase()
  // A half at the edge of a line is no sign that it is a word.
  const lines = lower.replaceAll(/[\p{L}\p{M}'’-]+[-\u2010\u00AD]\n[\p{L}\p{M}'’-]+/gu, ' ')
  const words = new Set(lines.match(plainWord))
  const compounds = new Set(lines.match(hyphenated))
  return text.replaceAll(brokenWord, (whole: string, first: string, rest: string, mark: string, end: string, at: number) => {
    const isSoft = whole[first.length] === '\u00AD'
    const hyphen = !isSoft && isCompound(first.toLowerCase(), rest.toLowerCase(), words, compounds) ? '-' : ''
    const isLast = end === '' && at + whole.length === text.length
    return `${first}${hyphen}${rest}${mark}${isLast ? '' : '\n'}`
  })
}
