import { diffArrays } from 'diff'
import type { TextSpan } from './comparableText'

/** Beyond this the two texts are too unlike to be worth it; what is sought is then found by its words and what stands around them. */
const mostTimeMs = 1500

/** Where a span of the old text went. */
export interface AlignedSpan extends TextSpan {
  /** How much of the old words is in it, from 0 to 1. */
  keptShare: number
  /** Whether all of it is there, word by word, with nothing between. */
  isWhole: boolean
}

/** Which words of an old text are which of a new one. */
export interface TextAlignment {
  /** Where the words of a span of the old text are in the new one; null where none of them is left. */
  place: (span: TextSpan) => AlignedSpan | null
}

interface Token extends TextSpan {
  text: string
}

/** Words, and each other mark by itself; white space is between them. */
function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu), ({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length
  }))
}

/** Aligns two texts by their words (Myers' diff); null where that takes too long. */
export function alignTexts(oldText: string, newText: string): TextAlignment | null {
  const before = tokensOf(oldText)
  const after = tokensOf(newText)
  const runs = diffArrays(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
    { timeout: mostTimeMs }
  )
  if (runs === undefined) return null
  const newIndexOf = new Int32Array(before.length).fill(-1)
  let [oldIndex, newIndex] = [0, 0]
  for (const run of runs) {
    if (run.removed) oldIndex += run.count
    else if (run.added) newIndex += run.count
    else for (let at = 0; at < run.count; at += 1) newIndexOf[oldIndex++] = newIndex++
  }
  return { place: (span) => placeOf(span, before, after, newIndexOf) }
}

function placeOf(span: TextSpan, before: readonly Token[], after: readonly Token[], newIndexOf: Int32Array): AlignedSpan | null {
  const first = firstEndingAfter(before, span.start)
  let last = first
  while (last + 1 < before.length && (before[last + 1]?.start ?? Infinity) < span.end) last += 1
  const kept: number[] = []
  let [keptLength, length] = [0, 0]
  for (let at = first; at <= last; at += 1) {
    const tokenLength = before[at]?.text.length ?? 0
    length += tokenLength
    const index = newIndexOf[at] ?? -1
    if (index < 0) continue
    kept.push(index)
    keptLength += tokenLength
  }
  const [firstKept, lastKept] = [kept[0], kept.at(-1)]
  if (firstKept === undefined || lastKept === undefined) return null
  const isWhole = kept.length === last - first + 1 && lastKept - firstKept === last - first
  // A changed word at an end of the span lies between the words kept beside it and those kept in it.
  const from = boundary(newIndexOf[first] ?? -1, newIndexOf[first - 1] ?? -1, 1, firstKept)
  const to = boundary(newIndexOf[last] ?? -1, newIndexOf[last + 1] ?? -1, -1, lastKept)
  const [start, end] = [after[from]?.start ?? 0, after[to]?.end ?? 0]
  if (!isWhole) return { start, end, keptShare: keptLength / length, isWhole }
  // The span may begin or end within a word.
  const cut = { start: span.start - (before[first]?.start ?? 0), end: (before[last]?.end ?? 0) - span.end }
  return { start: start + cut.start, end: end - cut.end, keptShare: 1, isWhole }
}

/** The word at an end of the span: itself where it is kept, else the one next to its kept neighbour, else the outermost kept one. */
function boundary(own: number, neighbour: number, step: 1 | -1, outermost: number): number {
  if (own >= 0) return own
  if (neighbour < 0) return outermost
  const beside = neighbour + step
  return step > 0 ? Math.min(beside, outermost) : Math.max(beside, outermost)
}

function firstEndingAfter(tokens: readonly Token[], place: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tokens[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}
