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

/** Whether a clause after the one that reports speech is the author's own again: "…, and I then handcuffed him". */
const isAuthorsOwn = (tokens: readonly Token[], clause: Reach): boolean => {
  const opening = tokens[clause.first]
  if (opening === undefined) return false
  if (/;/.test(opening.before)) return true
  if (subordinate.test(opening.word)) return false
  for (let position = clause.first; position <= Math.min(clause.last, clause.first + 2); position++) {
    const word = tokens[position]?.word ?? ''
    if (word === 'that') return false
    if (author.test(word)) return true
  }
  return false
}

/**
 * For each clause of a sentence, the words that make it somebody else's account, or null. What is reported runs from "stated that" to
 * the end of the sentence, or to where the author speaks again. A short clause at the end ("…, the witness said") and "according to"
 * report what stands before them too. Takes the clauses in order.
 */
export const hearsayOfClauses = (tokens: readonly Token[], clauses: readonly Reach[], cues: Cues): (Reach | null)[] => {
  const found = findPhrases(tokens, cues.hearsay).filter(({ label }) => label !== 'look-alike')
  if (found.length === 0) return clauses.map(() => null)
  const clauseAt = (position: number): number => clauses.findIndex(({ first, last }) => position >= first && position <= last)
  const covers = (cue: PhraseMatch<HearsayCue>, index: number): boolean => {
    const own = clauseAt(cue.first)
    if (index === own) return true
    if (cue.label === 'clause') return false
    const between = clauses.slice(Math.min(index, own) + 1, Math.max(index, own) + 1)
    if (index > own) return !between.some((clause) => isAuthorsOwn(tokens, clause))
    const clause = clauses[own]
    const isOfAll = /^(?:according|by|per|as)$/.test(tokens[cue.first]?.word ?? '')
    // "…, the witness said": nothing follows that could be what was said.
    const isTail = clause !== undefined && cue.last >= tokens.length - 2 && cue.first - clause.first <= 5
    return (isOfAll || isTail) && !clauses.slice(index, own).some((one) => isAuthorsOwn(tokens, one))
  }
  return clauses.map((_clause, index) => found.find((cue) => covers(cue, index)) ?? null)
}
