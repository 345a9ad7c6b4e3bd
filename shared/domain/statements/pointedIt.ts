import type { Lexicon, Naming } from './lexicon'
import { findPhrases, type PhraseMatch } from './phrases'
import type { Token } from './tokens'

/**
 * The force type of a phrase, where "it" stands for the weapon named before: "drew his Taser and pointed it at the man" points no
 * firearm. Takes the type as read so far.
 */
export const typeOfPointed = (
  tokens: readonly Token[],
  { first }: PhraseMatch<Naming>,
  type: string | null,
  { launchers }: Lexicon
): string | null => {
  if (type !== 'firearm-pointed' || tokens[first + 1]?.word !== 'it') return type
  const weapon = findPhrases(tokens.slice(0, first), launchers).at(-1)?.label
  return weapon === 'ecw-discharged' ? 'ecw-pointed' : type
}
