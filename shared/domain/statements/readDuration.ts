import { numberOf } from './readCount'
import type { Found, Reach } from './span'
import type { Token } from './tokens'

const secondsOf = (word: string): number | null => {
  if (/^sec(?:ond)?s?$/.test(word)) return 1
  if (/^min(?:ute)?s?$/.test(word)) return 60
  return /^(?:hour|hr)s?$/.test(word) ? 3600 : null
}

/** "30 seconds later" and "within 30 seconds" tell when, not how long. */
const isDistance = (tokens: readonly Token[], first: number, last: number): boolean =>
  tokens[first - 1]?.word !== 'for' &&
  (/^(?:later|after|afterwards|ago|before|prior|earlier|away|into|from|old)$/.test(tokens[last + 1]?.word ?? '') ||
    [first - 1, first - 2].some((position) => /^(?:within|every|in|after|last|next|at)$/.test(tokens[position]?.word ?? '')))

/** How long, in seconds, from the words of a clause: "for 30 seconds", "a five-second cycle". The first length told counts. */
export const readDuration = (tokens: readonly Token[], clause: Reach): Found<number> | null => {
  for (let first = clause.first; first < clause.last; first++) {
    const token = tokens[first]
    const unit = tokens[first + 1]
    if (token === undefined || unit === undefined || unit.isAfterBreak) continue
    const count = numberOf(token)
    const seconds = secondsOf(unit.word)
    if (count === null || seconds === null || isDistance(tokens, first, first + 1)) continue
    return { value: count * seconds, first, last: first + 1 }
  }
  return null
}
