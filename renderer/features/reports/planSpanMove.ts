import type { TextRange } from '#shared/domain/planBlocks'
import { spanBetween } from './textOffsets'

export type SpanMove = 'next' | 'previous' | 'extend' | 'shrink'

/**
 * Where a selection goes by one unit: to the next or previous one, or with its end further or less far.
 * `units` are in order and do not overlap. Null only where there are none.
 */
export function planSpanMove(units: readonly TextRange[], span: TextRange | null, move: SpanMove): TextRange | null {
  const first = units[0]
  const last = units.at(-1)
  if (first === undefined || last === undefined) return span
  if (span === null) return move === 'previous' ? last : first
  switch (move) {
    case 'next':
      return units.find((unit) => unit.start >= span.end) ?? last
    case 'previous':
      return units.findLast((unit) => unit.end <= span.start) ?? first
    case 'extend':
      return { start: span.start, end: units.find((unit) => unit.end > span.end)?.end ?? span.end }
    case 'shrink':
      return { start: span.start, end: units.findLast((unit) => unit.end < span.end && unit.end > span.start)?.end ?? span.end }
  }
}

// The segmenter takes the point of an initial or a title for the end of a sentence.
const endsInAbbreviation = /(^|[\s(])([A-Z]|Mr|Mrs|Ms|Dr|Sgt|Lt|Det|Ofc|Off|Capt|St|No|approx)\.\s*$/

/** The sentences of each block, in order. */
export function sentencesOf(text: string, blocks: readonly TextRange[]): TextRange[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  return blocks.flatMap((block) => {
    // A line break that the page's width made would end a sentence for the segmenter.
    const words = text.slice(block.start, block.end).replaceAll('\n', ' ')
    const sentences: TextRange[] = []
    let start = 0
    for (const part of segmenter.segment(words)) {
      const end = part.index + part.segment.length
      if (end < words.length && endsInAbbreviation.test(part.segment)) continue
      const range = spanBetween(text, block.start + start, block.start + end)
      if (range !== null) sentences.push(range)
      start = end
    }
    return sentences
  })
}

/** The words of each block, in order, without punctuation. */
export function wordsOf(text: string, blocks: readonly TextRange[]): TextRange[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  return blocks.flatMap((block) =>
    [...segmenter.segment(text.slice(block.start, block.end))].flatMap((part) =>
      part.isWordLike === true ? [{ start: block.start + part.index, end: block.start + part.index + part.segment.length }] : []
    )
  )
}
