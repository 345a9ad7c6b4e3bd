import type { Found, Reach } from './span'
import type { Token } from './tokens'

const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty'
]
const adverbs = new Map([
  ['once', 1],
  ['twice', 2],
  ['thrice', 3]
])
const notCounted = new Set([
  'second',
  'seconds',
  'minute',
  'minutes',
  'hour',
  'hours',
  'foot',
  'feet',
  'yards',
  'officers',
  'officer',
  'deputies',
  'protesters',
  'people',
  'men',
  'women',
  'of',
  'year',
  'inch',
  'mm',
  'block',
  'blocks',
  'am',
  'pm'
])
const mostWordsToNoun = 4
const mostWordsAway = 12
const mostCount = 1000

/** The number that a word says, 1 to 1000; null where it says none. */
export const numberOf = (token: Token): number | null => {
  if (token.word === 'single') return 1
  const word = numberWords.indexOf(token.word)
  const value = word >= 0 ? word : /^\d{1,4}$/.test(token.word) ? Number(token.word) : 0
  return value >= 1 && value <= mostCount ? value : null
}

const countAt = (tokens: readonly Token[], position: number, last: number, nouns: ReadonlySet<string>): Found<number> | null => {
  const token = tokens[position]
  if (token === undefined) return null
  const adverb = adverbs.get(token.word)
  if (adverb !== undefined) {
    const next = tokens[position + 1]
    // "once he stood" and "at once" tell of time, not of number.
    const isTime =
      tokens[position - 1]?.word === 'at' ||
      (token.word === 'once' &&
        next !== undefined &&
        position < last &&
        !next.isAfterBreak &&
        /^(?:he|she|they|i|we|the|inside|outside|again|on|there|officers|police|a)$/.test(next.word))
    return isTime ? null : { value: adverb, first: position, last: position }
  }
  const value = numberOf(token)
  if (value === null) return null
  for (let next = position + 1; next <= Math.min(last, position + mostWordsToNoun); next++) {
    const word = tokens[next]
    if (word === undefined || word.isAfterBreak || notCounted.has(word.word)) return null
    if (nouns.has(word.word)) return { value, first: position, last: next }
  }
  return null
}

/**
 * How many times, from the words of a clause nearest to the force word: "twice", "three times", "2 taser cycles", "one strike".
 * Null for vague words ("several", "multiple") and where no number is given; 1 to 1000.
 */
export const readCount = (tokens: readonly Token[], nouns: ReadonlySet<string>, clause: Reach, matched: Reach): Found<number> | null => {
  for (let away = 0; away <= mostWordsAway; away++) {
    const after = matched.first + away
    if (after <= clause.last) {
      const count = countAt(tokens, after, clause.last, nouns)
      if (count !== null) return count
    }
    const before = matched.first - away
    if (away > 0 && before >= clause.first) {
      const count = countAt(tokens, before, clause.last, nouns)
      if (count !== null) return count
    }
  }
  return null
}
