import type { Span } from './span'

/** One word of a text. */
export interface Token extends Span {
  /** As written. */
  readonly text: string
  /** Lower case, straight apostrophe, without a possessive ending. */
  readonly word: string
  readonly isPossessive: boolean
  readonly isCapitalised: boolean
  /** What stands between the word before and this one is more than blanks, hyphens and full stops. */
  readonly isAfterBreak: boolean
  /** The signs between the word before and this one. */
  readonly before: string
}

const wordPattern = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu

/** The words of `text` with offsets moved by `offset` UTF-16 units. */
export const tokenise = (text: string, offset = 0): Token[] => {
  const tokens: Token[] = []
  let previousEnd = 0
  for (const match of text.matchAll(wordPattern)) {
    const written = match[0]
    const lower = written.toLowerCase().replaceAll('’', "'")
    const isPossessive = lower.endsWith("'s")
    const before = text.slice(previousEnd, match.index)
    tokens.push({
      start: offset + match.index,
      end: offset + match.index + written.length,
      text: written,
      word: isPossessive ? lower.slice(0, -2) : lower,
      isPossessive,
      isCapitalised: /^\p{Lu}/u.test(written),
      isAfterBreak: /[^\s.\-‐‑–'’]/.test(before),
      before
    })
    previousEnd = match.index + written.length
  }
  return tokens
}
