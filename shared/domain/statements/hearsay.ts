import type { StatementKind } from '../../model/report'
import type { Cues, HearsayCue } from './lexicon'
import { findPhrases, type PhraseMatch } from './phrases'
import type { Reach } from './span'
import type { Token } from './tokens'

/** The words within quotation marks: they are those of the one quoted. */
export const quotedPositions = (tokens: readonly Token[]): boolean[] => {
  let isOpen = false
  return tokens.map((token) => {
    for (const sign of token.before) {
      if (sign === '"') isOpen = !isOpen
      else if (sign === '“' || sign === '”') isOpen = sign === '“'
    }
    return isOpen
  })
}

/** Words that go on with what was said: "He said that I struck him while he lay there". */
const subordinate = /^(?:that|while|when|because|after|before|until|as|if|since|once|where|who|which)$/
const author = /^(?:i|we|my|our)$/
const turning = /^(?:but|however|although|though|whereas|yet)$/
const ownSource =
  /^(?:video|footage|camera|cameras|recording|recordings|bwc|bodycam|evidence|investigation|investigators|records|undersigned)$/

const hasWord = (tokens: readonly Token[], from: number, to: number, words: RegExp): boolean => {
  for (let position = from; position <= to; position++) if (words.test(tokens[position]?.word ?? '')) return true
  return false
}

/** Whether a clause after the one that reports speech is the author's own again: "…, and I then handcuffed him". */
const isAuthorsOwn = (tokens: readonly Token[], clause: Reach): boolean => {
  const opening = tokens[clause.first]
  if (opening === undefined) return false
  if (/;/.test(opening.before)) return true
  const near = Math.min(clause.last, clause.first + 4)
  if (turning.test(opening.word) && hasWord(tokens, clause.first, near, ownSource)) return true
  // "…, and officers then pushed him": told in the order of events, not as part of what was said.
  if (/^(?:and|but|so)$/.test(opening.word) && hasWord(tokens, clause.first + 1, near, /^(?:then|subsequently|afterwards?)$/)) return true
  if (subordinate.test(opening.word)) return false
  for (let position = clause.first; position <= Math.min(clause.last, clause.first + 2); position++) {
    const word = tokens[position]?.word ?? ''
    if (word === 'that') return false
    if (author.test(word)) return true
  }
  return false
}

const opensAside = /^(?:though|although|while|when|after|before|because|since|if|once|despite|whereas)$/
const passive = /^(?:was|were|is|are|been|being|has|had)$/
/** Words that attribute the whole sentence wherever they stand. */
const ofAll = /^(?:according|by|per|as|from|based|in|during)$/
const mostWordsInTail = 5
const mostWordsAside = 2
const speechActs: ReadonlySet<StatementKind> = new Set<StatementKind>(['threat', 'warning', 'de-escalation', 'intervention'])

/** "…, officials said" and "…, said Maj. Cotner": what is said stands before. */
const isTail = (tokens: readonly Token[], { first, last }: Reach): boolean => {
  for (let position = last + 1; position < tokens.length; position++) {
    if (position - last > mostWordsInTail || (tokens[position]?.isCapitalised === false && position - last > 1)) return false
  }
  for (let position = first; position >= Math.max(1, first - mostWordsInTail); position--) if (tokens[position]?.isAfterBreak) return true
  return false
}

/** "…, he said, …": an aside speaks for both its sides. */
const isBetweenBreaks = (tokens: readonly Token[], { first, last }: Reach): boolean =>
  tokens[last + 1]?.isAfterBreak === true && [first, first - 1, first - 2].some((at) => at > 0 && tokens[at]?.isAfterBreak === true)

/** "Allegedly" and "accused of" speak for the words next to them, up to where another verb begins. */
const coversBeside = (tokens: readonly Token[], cue: Reach, matched: Reach, clause: Reach): boolean => {
  if (matched.last < cue.first) {
    const next = tokens[cue.last + 1]
    return cue.first - matched.last <= mostWordsAside || next === undefined || next.isAfterBreak
  }
  for (let position = cue.last + 1; position < matched.first; position++) {
    const { word = '', isAfterBreak = false } = tokens[position] ?? {}
    if (/^(?:who|which|when|after|before)$/.test(word)) return false
    if (word === 'and' && (isAfterBreak || passive.test(tokens[position + 1]?.word ?? ''))) return false
    if (/^(?:was|were)$/.test(word) && position > cue.last + 1 && cue.first !== clause.first) return false
  }
  return true
}

/** In "Officer Lee, who said he was ill, struck him" what is said ends with the comma. */
const endsBefore = (tokens: readonly Token[], cue: Reach, matched: Reach): boolean => {
  const relative = [cue.first - 1, cue.first - 2, cue.first - 3].find((position) => tokens[position]?.word === 'who')
  if (relative !== undefined && tokens[relative]?.isAfterBreak === true) {
    for (let position = cue.last + 2; position <= matched.first; position++) if (tokens[position]?.isAfterBreak) return true
  }
  // "…, which is when the officer shot him" is the author's.
  for (let position = cue.last + 1; position < matched.first; position++) {
    const words = [0, 1, 2].map((ahead) => tokens[position + ahead]?.word ?? '').join(' ')
    if (/^(?:which|that|this) (?:is|was) (?:when|where|why)$|^at which (?:point|time)$/.test(words)) return true
  }
  return false
}

/** What is needed of a sentence to tell whose account its words are. */
interface Told {
  readonly tokens: readonly Token[]
  readonly clauseReaches: readonly Reach[]
  readonly quoted: readonly boolean[]
  readonly hearsay: readonly PhraseMatch<HearsayCue>[]
}

/** The words of a sentence that report somebody else's account. */
export const findHearsay = (tokens: readonly Token[], cues: Cues): PhraseMatch<HearsayCue>[] =>
  findPhrases(tokens, cues.hearsay).filter(({ label }) => label !== 'look-alike')

/**
 * The words that make a phrase of a sentence somebody else's account, or null. What is reported runs from "stated that" to the end of
 * the sentence, or to where the author speaks again; before "stated" it is the author's, unless the word stands passive or ends the
 * sentence ("…, the witness said"). "According to" speaks for all, "he said" before quotation marks for what is within them alone; and
 * a warning or threat that is quoted is made by being said.
 */
export const hearsayOf = (
  { tokens, clauseReaches, quoted, hearsay }: Told,
  kind: StatementKind,
  matched: Reach,
  clauseNumber: number
): Reach | null => {
  const clauseAt = (position: number): number => clauseReaches.findIndex(({ first, last }) => position >= first && position <= last)
  const isOwnAgain = (from: number, to: number): boolean =>
    clauseReaches.slice(from + 1, to + 1).some((clause) => isAuthorsOwn(tokens, clause))
  const covers = (cue: PhraseMatch<HearsayCue>): boolean => {
    const own = clauseAt(cue.first)
    const clause = clauseReaches[own]
    if (clause === undefined) return false
    if (cue.label === 'clause') return own === clauseNumber && coversBeside(tokens, cue, matched, clause)
    const isQuote = [1, 2].some((ahead) => quoted[cue.last + ahead] === true) && quoted[cue.last] !== true
    if (isQuote && quoted[matched.first] !== true) return false
    if (isQuote && speechActs.has(kind)) return false
    const lead = tokens[cue.first]?.word ?? ''
    if (matched.last < cue.first) {
      const looksBack = ofAll.test(lead) || isTail(tokens, cue) || isBetweenBreaks(tokens, cue)
      if (own === clauseNumber) return looksBack || passive.test(lead) || passive.test(tokens[cue.first - 1]?.word ?? '')
      return looksBack && !clauseReaches.slice(clauseNumber, own).some((one) => isAuthorsOwn(tokens, one))
    }
    // "Though he said he was fine, Mr. Aoki had a broken arm": what is said ends with its clause.
    if (own < clauseNumber && clause.first <= 1 && opensAside.test(tokens[clause.first]?.word ?? '')) return false
    return !isOwnAgain(own, clauseNumber) && !endsBefore(tokens, cue, matched)
  }
  return hearsay.find(covers) ?? null
}
