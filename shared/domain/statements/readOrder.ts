import type { TimeOrder } from '../../model/report'
import type { PhraseIndex } from './phrases'
import { phrasesAt } from './phrases'
import type { Found, Reach } from './span'
import type { Token } from './tokens'

/**
 * How a clause stands in time to what is told beside it, from its own words: "after he fell" is earlier than its neighbour, "then I
 * struck him" later. Words that join clauses count where the clause opens, "then" and the like anywhere before the phrase.
 */
export const readOrder = (
  tokens: readonly Token[],
  index: PhraseIndex<TimeOrder>,
  clause: Reach,
  matched: Reach
): Found<TimeOrder> | null => {
  for (let position = clause.first; position <= matched.first; position++) {
    const match = phrasesAt(tokens, position, index)[0]
    if (match === undefined) continue
    const isOpening = position <= clause.first + 1
    if (isOpening || (match.label === 'later' && !/^(?:before|prior|until)$/.test(tokens[position]?.word ?? '')))
      return { value: match.label, first: match.first, last: match.last }
  }
  return null
}
