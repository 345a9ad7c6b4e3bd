import { diffWordsWithSpace } from 'diff'
import type { WordRun } from '#shared/model/report'

/** Beyond this a diff of two quotes says less than the two laid side by side. */
const mostChanges = 2000

/** The way from the old words to the new ones, by whole words; white space is told as single spaces. */
export function wordRuns(oldWords: string, newWords: string): WordRun[] {
  const [before, after] = [inOneLine(oldWords), inOneLine(newWords)]
  const runs = diffWordsWithSpace(before, after, { maxEditLength: mostChanges })
  if (runs === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after }
    ]
  }
  return runs.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }))
}

const inOneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim()
