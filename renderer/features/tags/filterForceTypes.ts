import type { Codebook } from '#shared/model/codebookSchema'

export type ForceType = Codebook['forceTypes'][number]

/**
 * The force types that typed words mean: those whose label has them at the start of a word first, then those by whose
 * words a report would name them. All of them, in the codebook's order, where nothing is typed.
 */
export function filterForceTypes(types: readonly ForceType[], typed: string): ForceType[] {
  const wanted = plain(typed)
  if (wanted === '') return [...types]
  const isAtWord = (text: string) => ` ${plain(text)}`.includes(` ${wanted}`)
  const byLabel = types.filter((type) => isAtWord(type.label))
  const byWords = types.filter((type) => !byLabel.includes(type) && type.words.some(isAtWord))
  return [...byLabel, ...byWords]
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
