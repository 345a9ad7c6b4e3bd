import type { MarkedText } from '#shared/model/search'
import { wordsOf } from './planMatch'

/** A run of what the index takes for the letters of one word. */
const run = /[\p{L}\p{N}\p{M}\p{Co}]+/gu

/**
 * Marks in a text the words that were asked for. The index could do so itself, but goes through all that it found once more for each
 * text; for a common word that took most of the time of a search.
 */
export function createMarker(typed: string): (text: string) => MarkedText {
  const wholes = new Set<string>()
  const beginnings: string[] = []
  for (const word of wordsOf(typed)) {
    // Of `24-118302` the first part is whole, and the last may go on.
    const parts = Array.from(word.matchAll(run), ([part]) => fold(part))
    const last = parts.pop()
    if (last !== undefined) beginnings.push(last)
    for (const part of parts) wholes.add(part)
  }
  return (text) => {
    const spans = [...text.matchAll(run)].flatMap(({ 0: found, index: start }) => {
      const folded = fold(found)
      const isAskedFor = wholes.has(folded) || beginnings.some((beginning) => folded.startsWith(beginning))
      return isAskedFor ? [{ start, end: start + found.length }] : []
    })
    return { text, spans }
  }
}

const fold = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
