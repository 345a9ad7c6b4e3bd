import type { PeopleWords } from './lexicon'
import type { Token } from './tokens'

const determiners = new Set([
  'the',
  'an',
  'a',
  'this',
  'that',
  'these',
  'those',
  'two',
  'three',
  'four',
  'several',
  'multiple',
  'other',
  'another',
  'one',
  'some',
  'few'
])

export type Side = 'officer' | 'civilian' | 'unclear'

/** Someone named in a sentence; positions are those of the token list, `last` included. */
export interface Mention {
  readonly first: number
  readonly last: number
  readonly side: Side
  /** "him", "them": never the one who acts. */
  readonly isObject: boolean
  readonly isPronoun: boolean
  readonly isPossessive: boolean
  /** Preceded by "by", "at", "with" and the like. */
  readonly preposition: string | null
}

/** Family names and the side that a title put them on ("Officer Jane Smith" makes "smith" an officer). */
export type KnownNames = ReadonlyMap<string, Side>

const longestAbbreviation = 4

const namesAfter = (tokens: readonly Token[], position: number, words: PeopleWords): number => {
  let last = position
  while (last - position < 3) {
    const next = tokens[last + 1]
    if (
      next === undefined ||
      !next.isCapitalised ||
      next.isAfterBreak ||
      isPersonWord(next.word, words) ||
      tokens[last]?.isPossessive === true
    )
      break
    // "Sgt. Jones" and "A. Brown" go on after a full stop, "the suspect. The" does not.
    if (next.before.includes('.') && (tokens[last]?.text.length ?? 0) > longestAbbreviation) break
    last += 1
  }
  return last
}

const isPersonWord = (word: string, { titles, officers, civilians, unclear, objects }: PeopleWords): boolean =>
  titles.has(word) || officers.has(word) || civilians.has(word) || unclear.has(word) || objects.has(word) || word === 'i' || word === 'we'

/** Adds the names that stand after a title in the tokens to those known. */
export const collectNames = (tokens: readonly Token[], words: PeopleWords, names: Map<string, Side>): void => {
  const { titles, civilianTitles, civilians } = words
  tokens.forEach((token, position) => {
    const side: Side | null = titles.has(token.word)
      ? 'officer'
      : civilianTitles.has(token.word) || (civilians.has(token.word) && token.word.length > 4)
        ? 'civilian'
        : null
    if (side === null) return
    const name = tokens[namesAfter(tokens, position, words)]
    if (name && name !== token && name.word.length > 2) names.set(name.word, names.get(name.word) ?? side)
  })
}

const sideOf = (token: Token, names: KnownNames, words: PeopleWords): Side | null => {
  const { word } = token
  const { titles, officers, civilians, civilianTitles, unclear, objects } = words
  if (word === 'i' || word === 'we' || word === 'us' || word === 'me') return 'officer'
  if (titles.has(word) && (word.length > 3 || token.isCapitalised)) return 'officer'
  if (officers.has(word)) return 'officer'
  if (civilians.has(word) || civilianTitles.has(word)) return 'civilian'
  if (unclear.has(word) || objects.has(word)) return 'unclear'
  return token.isCapitalised ? (names.get(word) ?? null) : null
}

const mostWordsAfterBy = 4

/** "by a plain-clothes officer": the preposition may stand a few words off. */
const isAfterBy = (tokens: readonly Token[], first: number, words: PeopleWords): boolean => {
  for (let back = first - 1; back >= Math.max(0, first - mostWordsAfterBy); back--) {
    const token = tokens[back]
    if (token === undefined || tokens[back + 1]?.isAfterBreak || isPersonWord(token.word, words)) return false
    // "by punching the officer": the officer is the one it is done to.
    if (token.word.endsWith('ing') && determiners.has(tokens[back + 1]?.word ?? '')) return false
    if (token.word === 'by') return true
  }
  return false
}

/** Everyone named in the tokens of one sentence, in order. */
export const findPeople = (tokens: readonly Token[], names: KnownNames, words: PeopleWords): Mention[] => {
  const { titles, officers, civilianTitles, unclear, objects, notPeopleAfter, notPeopleBefore } = words
  const mentions: Mention[] = []
  for (let position = 0; position < tokens.length; position++) {
    const token = tokens[position]
    const side = token ? sideOf(token, names, words) : null
    if (token === undefined || side === null) continue
    const next = tokens[position + 1]
    // In "the female officer" the first word only tells which.
    if (side === 'civilian' && next && !next.isAfterBreak && !token.isPossessive && titles.has(next.word)) continue
    let last = position
    // "police officers", "federal agents": one mention.
    for (let next = tokens[last + 1]; next && !next.isAfterBreak && !tokens[last]?.isPossessive; next = tokens[last + 1]) {
      if (side !== 'officer' || token.word === 'i' || !(officers.has(next.word) || titles.has(next.word))) break
      last += 1
    }
    if (titles.has(tokens[last]?.word ?? '') || civilianTitles.has(token.word)) last = namesAfter(tokens, last, words)
    const after = tokens[last + 1]
    if (side !== 'unclear' && after && !after.isAfterBreak && notPeopleAfter.has(after.word) && tokens[last]?.isPossessive !== true) {
      position = last
      continue
    }
    let first = position
    const determiner = tokens[position - 1]
    // In "he said that police came" the word joins, and points at nobody.
    const isJoining =
      determiner?.word === 'that' &&
      (side === 'unclear' || /^(?:i|we)$/.test(token.word) || words.resets.has(tokens[position - 2]?.word ?? ''))
    if (determiner && !token.isAfterBreak && determiners.has(determiner.word) && !isJoining) first -= 1
    // "the female officer": the article stands before the word that tells which.
    else if (determiner && side === 'officer' && words.civilians.has(determiner.word) && !token.isAfterBreak) {
      first -= determiners.has(tokens[position - 2]?.word ?? '') && !determiner.isAfterBreak ? 2 : 1
    }
    const near = tokens[first - 1]
    const beforeWord =
      near && notPeopleBefore.has(near.word) && !tokens[first]?.isAfterBreak ? near.word : isAfterBy(tokens, first, words) ? 'by' : null
    mentions.push({
      first,
      last,
      side,
      isObject: objects.has(token.word) || token.word === 'me' || token.word === 'us',
      isPronoun: unclear.has(token.word) || objects.has(token.word),
      isPossessive: tokens[last]?.isPossessive === true,
      preposition: beforeWord
    })
    position = last
  }
  return mentions
}

/** A mention as written, without a possessive ending. */
export const mentionText = (text: string, tokens: readonly Token[], mention: Mention): string => {
  const start = tokens[mention.first]?.start ?? 0
  const end = tokens[mention.last]?.end ?? start
  const written = text.slice(start, end).replace(/\s+/g, ' ')
  return mention.isPossessive ? written.replace(/['’]s$/i, '') : written
}
