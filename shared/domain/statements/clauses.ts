import type { Mention } from './people'
import type { Token } from './tokens'

const alwaysOpen = new Set([
  'but',
  'however',
  'although',
  'though',
  'whereas',
  'afterwards',
  'before',
  'after',
  'until',
  'because',
  'while',
  'when',
  'unless'
])
const openBeforePerson = new Set(['and', 'as', 'so', 'if', 'since', 'or', 'once'])
const wordsToPerson = 2
const timeWords = /^(?:at|about|approximately|approx|around|that|this|time|point|moment|\d{1,4}|hours?|hrs?|[ap]m|[apm])$/
const mostTimeWords = 6

/** "Once he stood" joins clauses; "struck him once and I", "once, and", "once or twice" tell a number. */
const isJoiningOnce = (next: Token | undefined): boolean =>
  next !== undefined && !next.isAfterBreak && !/^(?:and|or|but|then|while|when|as|before|after)$/.test(next.word)
const joining = new Set([
  ...alwaysOpen,
  ...openBeforePerson,
  'that',
  'then',
  'where',
  'which',
  'also',
  'both',
  'all',
  'even',
  'only',
  'later'
])
const pastOrPresent =
  /^(?!afterwards$|perhaps$|sometimes$|always$|others$|numerous$|various$)(?:\w+ed|\w{2,}[^s]s|struck|hit|took|threw|shot|held|drew|led|caught|brought|put|bit)$/

/**
 * The clause number of each token of a sentence, from 0 up. A clause opens at a semicolon or dash, at a word such as "but", "then",
 * "while", and at a comma, "and", "as" or "so" that a person follows ("…, and I pushed him").
 */
export const clauseNumbers = (tokens: readonly Token[], people: readonly Mention[]): number[] => {
  const actors = new Map(people.filter(({ isObject, preposition }) => !isObject && preposition === null).map((one) => [one.first, one]))
  // In "…, grabbed the suspect and struck him" the person is the one it is done to, and the sentence's actor goes on.
  const isDone = (position: number): boolean => {
    const word = tokens[position]?.word ?? ''
    const person = actors.get(position + 1)
    if (person === undefined || person.isPronoun || joining.has(word) || /ly$/.test(word)) return false
    return pastOrPresent.test(word)
  }
  const personSoon = (from: number, within: number): boolean => {
    for (let position = from; position <= from + within; position++) {
      if (actors.has(position)) return true
      if (isDone(position) || tokens[position]?.word.endsWith('ing') === true) return false
    }
    return false
  }
  // "…, and at 2117 hours I pushed him": a time of day may stand before the person.
  const pastTime = (from: number): number => {
    if (tokens[from]?.word !== 'at') return from
    let position = from
    while (position - from < mostTimeWords && timeWords.test(tokens[position]?.word ?? '')) position++
    return position
  }
  let clause = 0
  let openedAt = 0
  return tokens.map((token, position) => {
    const opens =
      /[;:—()]|\s[-–]\s/.test(token.before) ||
      alwaysOpen.has(token.word) ||
      // "The officer then struck" goes on; ", then" and "and then" begin anew.
      (token.word === 'then' && (token.before.includes(',') || tokens[position - 1]?.word === 'and')) ||
      (openBeforePerson.has(token.word) &&
        personSoon(pastTime(position + 1), wordsToPerson) &&
        (token.word !== 'once' || isJoiningOnce(tokens[position + 1]))) ||
      (token.before.includes(',') && personSoon(position, wordsToPerson))
    // "and then I" opens one clause, not three.
    if (opens && position > 0 && position - openedAt > 1) {
      clause += 1
      openedAt = position
    }
    return clause
  })
}
