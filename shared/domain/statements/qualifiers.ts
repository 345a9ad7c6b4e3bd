import type { Cue, Cues } from './lexicon'
import { findPhrases, type PhraseMatch } from './phrases'
import type { Reach } from './span'
import type { Token } from './tokens'

/** The negating and hedging words of one sentence. */
export interface Qualifiers {
  readonly before: readonly PhraseMatch<Cue>[]
  readonly direct: readonly PhraseMatch<Cue>[]
  readonly after: readonly PhraseMatch<Cue>[]
  readonly uncertain: readonly PhraseMatch<Cue>[]
}

const real = (matches: readonly PhraseMatch<Cue>[]): PhraseMatch<Cue>[] => matches.filter(({ label }) => label === 'cue')

/** Finds the qualifying words in the tokens of a sentence. */
export const findQualifiers = (tokens: readonly Token[], cues: Cues): Qualifiers => ({
  before: real(findPhrases(tokens, cues.negationBefore)),
  direct: real(findPhrases(tokens, cues.negationDirect)),
  after: real(findPhrases(tokens, cues.negationAfter)),
  uncertain: real(findPhrases(tokens, cues.uncertain))
})

const mostWordsNegated = 8
const mostWordsDirect = 3

const hasWord = (tokens: readonly Token[], from: number, to: number, words: RegExp): boolean => {
  for (let position = from; position < to; position++) if (words.test(tokens[position]?.word ?? '')) return true
  return false
}

const hasComma = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let position = from; position <= to; position++) if (tokens[position]?.isAfterBreak) return true
  return false
}

/**
 * The words that negate a phrase within its clause, or null: "did not strike", "no force was used", "without striking", "the baton was
 * not used". "and" ends a negation ("did not comply and was struck"); a list with "or" carries it on ("did not punch, kick or strike").
 */
export const negationOf = (tokens: readonly Token[], qualifiers: Qualifiers, clause: Reach, matched: Reach): Reach | null => {
  const reaches = (cue: PhraseMatch<Cue>, mostWords: number): boolean => {
    if (cue.first < clause.first || cue.last > matched.last) return false
    // The cue may be part of the phrase itself ("no force").
    if (cue.first >= matched.first || matched.first - cue.last > mostWordsNegated * 2) return false
    const isList = hasWord(tokens, cue.last + 1, matched.last + 3, /^(?:or|nor)$/)
    if (hasWord(tokens, cue.last + 1, matched.first, /^(?:and|so|i|he|she|they|we)$/)) return false
    if (hasWord(tokens, cue.last + 2, matched.first, /^(?:is|was|were|are)$/)) return false
    if (!isList && hasComma(tokens, cue.last + 1, matched.first)) return false
    return matched.first - cue.last <= (isList ? mostWordsNegated * 2 : mostWords)
  }
  const follows = (cue: PhraseMatch<Cue>): boolean =>
    cue.first > matched.first && cue.last <= clause.last && cue.first - matched.last <= 4 && !hasComma(tokens, matched.last + 1, cue.first)
  return (
    qualifiers.before.find((cue) => reaches(cue, mostWordsNegated)) ??
    qualifiers.direct.find((cue) => reaches(cue, mostWordsDirect)) ??
    qualifiers.after.find(follows) ??
    null
  )
}

/** The words by which the clause hedges what it says ("I believe", "may have", "possibly"), or null. */
export const hedgeOf = (qualifiers: Qualifiers, clause: Reach): Reach | null =>
  qualifiers.uncertain.find(({ first, last }) => first >= clause.first && last <= clause.last) ?? null
