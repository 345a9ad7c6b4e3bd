import { tokenise, type Token } from './tokens'

/** One word of a phrase with its choices, 'gap' for up to five words of any kind, 'ahead' before words that are only looked at. */
type Part = ReadonlySet<string> | 'gap' | 'ahead'

interface Phrase<Label> {
  readonly label: Label
  readonly parts: readonly Part[]
}

/** Phrases by the words that they can begin with. */
export type PhraseIndex<Label> = ReadonlyMap<string, readonly Phrase<Label>[]>

/** Where a phrase was found: the positions, in the token list, of its own words (never those in its gaps). */
export interface PhraseMatch<Label> {
  readonly label: Label
  readonly positions: readonly number[]
  readonly first: number
  readonly last: number
  /** How many words of the phrase were met, those only looked at too. */
  readonly wordCount: number
}

const mostGapWords = 5

const parsePart = (source: string): Part[] => {
  if (source === '…') return ['gap']
  if (source === '>') return ['ahead']
  const choices = source.split('|').map((choice) => tokenise(choice).map((token) => token.word))
  const single = choices.filter((words) => words.length === 1)
  if (single.length === choices.length) return [new Set(single.flat())]
  // A written form of several words, such as "drive-stun", is the same words side by side.
  return (choices[0] ?? []).map((word) => new Set([word]))
}

/** Reads phrases, e.g. `"threw|throws … to the ground"`, into an index. A phrase that begins with a gap or is empty is left out. */
export const indexPhrases = <Label>(entries: Iterable<{ label: Label; phrase: string }>): PhraseIndex<Label> => {
  const index = new Map<string, Phrase<Label>[]>()
  for (const { label, phrase } of entries) {
    const parts = phrase.split(/\s+/).filter(Boolean).flatMap(parsePart)
    const first = parts[0]
    if (first === undefined || typeof first === 'string') continue
    for (const word of first) {
      const known = index.get(word)
      if (known === undefined) index.set(word, [{ label, parts }])
      else known.push({ label, parts })
    }
  }
  return index
}

const matchAt = (tokens: readonly Token[], start: number, parts: readonly Part[]): { positions: number[]; wordCount: number } | null => {
  const positions: number[] = []
  let wordCount = 0
  let isAhead = false
  let at = start
  let slack = 0
  for (const part of parts) {
    if (part === 'gap') {
      slack = mostGapWords
      continue
    }
    if (part === 'ahead') {
      isAhead = true
      continue
    }
    let found = -1
    for (let next = at; next <= at + slack; next++) {
      const token = tokens[next]
      if (token === undefined || /[;:]/.test(next > start ? token.before : '')) break
      // Words of a phrase stand side by side; only a gap reaches over a comma.
      if (slack === 0 && next > start && token.isAfterBreak) break
      if (part.has(token.word)) {
        found = next
        break
      }
    }
    if (found === -1) return null
    wordCount += 1
    if (!isAhead) positions.push(found)
    at = found + 1
    slack = 0
  }
  return { positions, wordCount }
}

/** Every phrase of `index` that begins at token `start`, most words first. */
export const phrasesAt = <Label>(tokens: readonly Token[], start: number, index: PhraseIndex<Label>): PhraseMatch<Label>[] => {
  const token = tokens[start]
  if (token === undefined) return []
  const matches: PhraseMatch<Label>[] = []
  for (const { label, parts } of index.get(token.word) ?? []) {
    const met = matchAt(tokens, start, parts)
    const last = met?.positions.at(-1)
    if (met && last !== undefined) matches.push({ label, ...met, first: start, last })
  }
  // Of phrases alike in words the first listed is taken: the sort is stable.
  return matches.sort((a, b) => b.wordCount - a.wordCount)
}

/** The phrases in `tokens` from left to right, longest first; no word is used twice. */
export const findPhrases = <Label>(tokens: readonly Token[], index: PhraseIndex<Label>): PhraseMatch<Label>[] => {
  const found: PhraseMatch<Label>[] = []
  const used = new Set<number>()
  for (let start = 0; start < tokens.length; start++) {
    if (used.has(start)) continue
    const match = phrasesAt(tokens, start, index).find(({ positions }) => positions.every((position) => !used.has(position)))
    if (match === undefined) continue
    found.push(match)
    for (const position of match.positions) used.add(position)
  }
  return found
}
