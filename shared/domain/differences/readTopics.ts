import type { Codebook } from '../../model/codebookSchema'
import type { FormAccount } from '../../model/comparison'
import { hearsayOf } from '../statements/hearsay'
import { lexiconOf } from '../statements/lexicon'
import { findPhrases, indexPhrases, type PhraseIndex } from '../statements/phrases'
import { negationOf } from '../statements/qualifiers'
import { parseSentence } from '../statements/readSentence'
import { eachSentence } from '../statements/sentences'
import type { Span } from '../statements/span'

type Told = Pick<FormAccount['told'][number], 'types' | 'isNegated' | 'isHearsay' | 'quote' | 'start' | 'end'>

/**
 * Where a narrative speaks of the topics that boxes ask about beside the kinds of statement, by the codebook's words: one entry for each
 * place, with its sentence and the span of its own words in UTF-16 units. What negates it, or makes it another's account, is found as in
 * statements.
 */
export function readTopics(narrative: string, codebook: Codebook): (Told & { words: Span })[] {
  const lexicon = lexiconOf(codebook)
  const phrases = phrasesOf(codebook)
  return [...eachSentence(narrative)].flatMap((span) => {
    const sentence = parseSentence(narrative, span, new Map(), lexicon)
    const { tokens, clauses, clauseReaches, qualifiers } = sentence
    return findPhrases(tokens, phrases).map(({ label, first, last }) => {
      const matched = { first, last }
      const clauseNumber = clauses[first] ?? 0
      const clause = clauseReaches[clauseNumber] ?? matched
      const reach = { first: clause.first, last: Math.max(clause.last, last) }
      return {
        types: [label],
        isNegated: negationOf(tokens, qualifiers, reach, matched, asIf) !== null,
        isHearsay: hearsayOf(sentence, asIf, matched, clauseNumber) !== null,
        quote: narrative.slice(span.start, span.end),
        ...span,
        words: { start: tokens[first]?.start ?? span.start, end: tokens[last]?.end ?? span.end }
      }
    })
  })
}

/** A topic is something that officers do, so it is denied and told of as force is. */
const asIf = 'force'

const compiled = new WeakMap<Codebook, PhraseIndex<string>>()

function phrasesOf(codebook: Codebook): PhraseIndex<string> {
  const known = compiled.get(codebook)
  if (known !== undefined) return known
  const { boxes, people } = codebook.lexicon
  const civilians = people.civilians.join('|')
  const index = indexPhrases(
    boxes.topics.flatMap(({ id, narrative }) =>
      narrative.map((phrase) => ({ label: id, phrase: phrase.replaceAll('@civilian', civilians) }))
    )
  )
  compiled.set(codebook, index)
  return index
}
