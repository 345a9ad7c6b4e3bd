import type { StatementKind } from '../../model/report'
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
  readonly inside: readonly PhraseMatch<Cue>[]
  readonly presupposing: readonly PhraseMatch<Cue>[]
}

const real = (matches: readonly PhraseMatch<Cue>[]): PhraseMatch<Cue>[] => matches.filter(({ label }) => label === 'cue')

/** Finds the qualifying words in the tokens of a sentence. */
export const findQualifiers = (tokens: readonly Token[], cues: Cues): Qualifiers => ({
  before: real(findPhrases(tokens, cues.negationBefore)),
  direct: real(findPhrases(tokens, cues.negationDirect)),
  after: real(findPhrases(tokens, cues.negationAfter)),
  uncertain: real(findPhrases(tokens, cues.uncertain)),
  inside: findPhrases(tokens, cues.inside),
  presupposing: findPhrases(tokens, cues.presupposing)
})

const mostWordsNegated = 8
const mostWordsDirect = 3
const mostWordsInside = 3

const hasWord = (tokens: readonly Token[], from: number, to: number, words: RegExp): boolean => {
  for (let position = from; position < to; position++) if (words.test(tokens[position]?.word ?? '')) return true
  return false
}

const hasComma = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let position = from; position <= to; position++) if (tokens[position]?.isAfterBreak) return true
  return false
}

const auxiliaries = /^(?:did|do|does|was|were|is|are|had|has|have|would|could)$/

/** "Neither officer", "none of them", "no one": they negate whatever is said of the one who would have acted. */
const isOfSubject = (tokens: readonly Token[], { first, last }: Reach): boolean =>
  /^(?:neither|nor|none|nobody)$/.test(tokens[first]?.word ?? '') || (tokens[first]?.word === 'no' && last > first)

/** "No evidence that he was struck", "denied that he struck": what is negated is a whole clause. */
const isOfClause = (tokens: readonly Token[], { last }: Reach): boolean =>
  tokens[last + 1]?.word === 'that' || /^(?:that|evidence|signs?|indications?|records?)$/.test(tokens[last]?.word ?? '')

/** "did not stop and he struck": somebody else acts. In "at no time did he", "nor I" and "denied that he" the one negated acts. */
const hasNewActor = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let position = from; position < to; position++) {
    const isActor = /^(?:i|he|she|they|we)$/.test(tokens[position]?.word ?? '')
    const before = tokens[position - 1]?.word ?? ''
    if (isActor && !auxiliaries.test(before) && before !== 'that') return true
  }
  return false
}

/** "I drew the baton but did not use it": a clause of its own that takes back the one before. */
export const isTurn = (tokens: readonly Token[], { first }: Reach): boolean =>
  /^(?:but|and|yet|though|although|then)$/.test(tokens[first]?.word ?? '')

/** "…, but did not" takes back what stands before where nothing follows; "but did not stop" speaks of something else. */
const isOfOther = (tokens: readonly Token[], { last }: Reach): boolean => {
  const next = tokens[last + 1]
  return /(?:not|n't|never|to)$/.test(tokens[last]?.word ?? '') && next !== undefined && !next.isAfterBreak
}

const mostWordsToAnaphor = 12
/** "We carry a Taser; I did not use it": what is not used stands before, in whatever clause. */
const isAnaphor = (tokens: readonly Token[], { first, last }: Reach): boolean =>
  (last > first && /^(?:it|them|one|either)$/.test(tokens[last]?.word ?? '')) ||
  (/^(?:none|nil|not|n)$/.test(tokens[first]?.word ?? '') && /[:–—-]/.test(tokens[first]?.before ?? ''))

const mostWordsToKept = 2
/** "The baton remained in its ring", "pushed no one": said of the thing itself, so it stands close by. */
const isKept = (tokens: readonly Token[], { first, last }: Reach): boolean =>
  hasWord(tokens, first, last + 1, /^(?:remain(?:s|ed)?|stay(?:s|ed)?|kept|left|leave|cleared|exited|came|come|nobody|no)$/)

/**
 * The words that negate a phrase within its clause, or null: "did not strike", "no force was used", "without striking", "the baton was
 * not used". "and" ends a negation ("did not comply and was struck"); a list with "or" carries it on ("did not punch, kick or strike").
 */
export const negationOf = (
  tokens: readonly Token[],
  qualifiers: Qualifiers,
  clause: Reach,
  matched: Reach,
  kind: StatementKind
): Reach | null => {
  const inside = qualifiers.inside.find(({ first, last }) => first >= matched.first && first <= matched.last && last >= matched.first)
  if (inside !== undefined) return inside
  // "He did not heed the commands": the commands were given.
  const isPresupposed = (cue: Reach): boolean =>
    kind === 'warning' && qualifiers.presupposing.some(({ first }) => first > cue.first && first < matched.first)
  // "Ordered him not to move" is an order, "gave no verbal warning" is none.
  const mostWordsWithin = (cue: Reach): number =>
    kind === 'warning' && /(?:not|n't|never)$/.test(tokens[cue.last]?.word ?? '') ? 1 : mostWordsInside
  const reaches = (cue: PhraseMatch<Cue>, mostWords: number): boolean => {
    if (cue.first < clause.first || cue.last > matched.last || isPresupposed(cue)) return false
    // "The dog never bit him": the last word of the phrase is what did not happen.
    if (cue.first > matched.first && matched.last > cue.last && matched.last - cue.last <= mostWordsWithin(cue)) return true
    // The cue may be part of the phrase itself ("no force").
    if (cue.first >= matched.first || matched.first - cue.last > mostWordsNegated * 2) return false
    const isList = hasWord(tokens, cue.last + 1, matched.last + 3, /^(?:or|nor)$/)
    // "At no time did I strike him", "neither he nor I struck him": the one who acts may stand between.
    const isSubject = isOfSubject(tokens, cue) || isOfClause(tokens, cue)
    if (hasWord(tokens, cue.last + 1, matched.first, isSubject ? /^(?:but|so)$/ : /^(?:and|so)$/)) return false
    if (!isSubject && hasNewActor(tokens, cue.last + 1, matched.first)) return false
    if (!isSubject && hasWord(tokens, cue.last + 2, matched.first, /^(?:is|was|were|are)$/)) return false
    if (!isList && hasComma(tokens, cue.last + 1, matched.first)) return false
    return matched.first - cue.last <= (isList ? mostWordsNegated * 2 : mostWords)
  }
  const mostWordsTo = (cue: Reach): number =>
    isAnaphor(tokens, cue) ? mostWordsToAnaphor : isKept(tokens, cue) ? mostWordsToKept : mostWordsNegated
  const follows = (cue: PhraseMatch<Cue>): boolean =>
    cue.first > matched.first &&
    (cue.last <= clause.last || isTurn(tokens, cue) || isAnaphor(tokens, cue)) &&
    cue.first - matched.last <= mostWordsTo(cue) &&
    !(isKept(tokens, cue) && hasNewActor(tokens, matched.last + 1, cue.first)) &&
    !(isTurn(tokens, cue) && isOfOther(tokens, cue)) &&
    (isTurn(tokens, cue) || isAnaphor(tokens, cue) || !hasComma(tokens, matched.last + 1, cue.first))
  // "I did not strike him until he bit me": it happened then.
  if (tokens[clause.last + 1]?.word === 'until') return null
  return (
    qualifiers.before.find((cue) => reaches(cue, mostWordsNegated)) ??
    qualifiers.direct.find((cue) => reaches(cue, mostWordsDirect)) ??
    qualifiers.after.find(follows) ??
    null
  )
}

/** Whether words stand between commas or brackets, or end a sentence so: "…, I think, …". What "and" adds after them is not theirs. */
export const isAside = (tokens: readonly Token[], { first, last }: Reach): boolean => {
  const next = tokens[last + 1]
  return tokens[first]?.isAfterBreak === true && (next === undefined || (next.isAfterBreak && !/^(?:and|but)$/.test(next.word)))
}
