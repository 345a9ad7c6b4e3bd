import type { Codebook } from '#shared/model/codebookSchema'

const pattern = (words: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')).join('|')})\\b`, 'i')

/** What plain looking for words finds: the force types of which the codebook's own words stand anywhere in the text. */
export function plainTypes(text: string, { forceTypes }: Codebook): Set<string> {
  return new Set(forceTypes.filter(({ words }) => words.length > 0 && pattern(words).test(text)).map(({ id }) => id))
}

/** Whether the words that plainly negate stand anywhere in the text. */
export const isPlainlyNegated = (text: string): boolean => /\b(?:not|no|never|without|\w+n['’]t)\b/i.test(text)

/** Whether the words that plainly report speech stand anywhere in the text. */
export const isPlainlyHearsay = (text: string): boolean => /\b(?:said|says|stated|told|according to|claimed|alleged\w*)\b/i.test(text)
