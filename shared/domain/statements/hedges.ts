import type { Cue } from './lexicon'
import type { PhraseMatch } from './phrases'
import { isAside, isTurn, type Qualifiers } from './qualifiers'
import type { Reach } from './span'
import type { Token } from './tokens'

/** What is needed of a sentence to tell what it leaves in doubt. */
interface Hedged {
  readonly tokens: readonly Token[]
  readonly qualifiers: Qualifiers
  readonly clauseReaches: readonly Reach[]
}

/** What is needed of a phrase of it. */
interface Phrase {
  readonly matched: Reach
  readonly clause: Reach
  readonly negation: Reach | null
}

const mostWordsBesideHedge = 1
const asking = /^(?:who|whom|whose|how|why|where|when|what)$/
/** Doubt of what the words after them say, never of those before: "…, believed to be a pepper ball". */
const forward =
  /^(?:believed|suspected|presumed|assumed|appear\w*|seem\w*|look\w*|sound\w*|what|possibly|perhaps|maybe|probably|presumably|apparently|seemingly|likely|unclear|unknown|may|might|could)$/
const backward = /^(?:but|although|though|which|however|this|it|that|a)$/
const knowing =
  /^(?:sure|certain|confirm|recall|remember|know|tell|say|verify|corroborate|doubt|doubts|positive|swear|clear|unsure|uncertain|rule|see|confident|possibility|possible)$/

const knows = (tokens: readonly Token[], { first, last }: Reach): boolean =>
  tokens.slice(first, last + 1).some(({ word }) => knowing.test(word))

const hasBreak = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to + 1).some(({ isAfterBreak }) => isAfterBreak)

/**
 * The words by which a clause hedges what a phrase of it says ("I believe", "may have", "possibly"), or null. A clause that is no more
 * than a hedge speaks for the one before it, or at the opening of a sentence for the next: "To the best of my recollection, I …"; so
 * does "…, but I am not certain" for what it follows. Doubt of who, how or why is none of whether. What "could have" happened "but did
 * not" is no doubt but a denial.
 */
export const hedgeOf = ({ tokens, qualifiers, clauseReaches }: Hedged, { matched, clause, negation }: Phrase): Reach | null => {
  const isBeside = (cue: Reach): boolean => {
    const own = clauseReaches.find(({ first, last }) => cue.first >= first && cue.first <= last)
    if (own === undefined) return false
    // "At that time, I think, Officer Lee …": an aside speaks for both sides.
    if (isAside(tokens, cue) && clause.first === own.last + 1) return true
    // "…, but I am not certain", "…; I cannot confirm this".
    const opening = tokens.slice(own.first, own.last + 1)
    const pointsBack = backward.test(opening[0]?.word ?? '') || opening.some(({ word }) => /^(?:this|it|that)$/.test(word))
    if (clause.last === own.first - 1 && knows(tokens, cue) && pointsBack) return true
    if (own.last - own.first - (cue.last - cue.first) > mostWordsBesideHedge) return false
    return own.first === 0 ? clause.first === own.last + 1 : clause.last === own.first - 1
  }
  const isOfOther = (cue: PhraseMatch<Cue>): boolean => {
    if ([0, 1].some((ahead) => cue.last + ahead !== cue.first && asking.test(tokens[cue.last + ahead]?.word ?? ''))) return true
    if (negation !== null && isTurn(tokens, negation) && /^(?:could|might)$/.test(tokens[cue.first]?.word ?? '')) return true
    const lead = tokens[cue.first]?.word ?? ''
    const next = tokens[cue.last + 1]
    // "A cut over the eye, possibly from the fall".
    const isFromBreak = /ly$|^perhaps$|^maybe$/.test(lead) && tokens[cue.first]?.isAfterBreak === true
    // "The Taser was probably not discharged".
    const before = tokens[cue.first - 1]?.word ?? ''
    const isPredicate = /^(?:which|that)$/.test(before) || (/^(?:was|were|is|are|had|has|been)$/.test(before) && /ly$/.test(lead))
    if (cue.first > matched.last + 1 && !isFromBreak && !isPredicate && forward.test(lead) && !isAside(tokens, cue))
      return next !== undefined && !next.isAfterBreak
    return /^(?:unclear|unknown)$/.test(lead) && cue.last < matched.first && hasBreak(tokens, cue.last + 1, matched.first)
  }
  return (
    qualifiers.uncertain.find((cue) => ((cue.first >= clause.first && cue.last <= clause.last) || isBeside(cue)) && !isOfOther(cue)) ?? null
  )
}
