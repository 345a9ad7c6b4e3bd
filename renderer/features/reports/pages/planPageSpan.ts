import type { TextRange } from '#shared/domain/planBlocks'
import { placeLetters, textRangeOf, type Letters } from './placeLetters'

/** What of one page was selected: its letters as drawn, the letters of its extracted text, and the range among the drawn ones. */
export interface SelectedOnPage {
  drawn: Letters
  read: Letters
  range: TextRange
}

/**
 * The words of the report's text that were selected on its pages, which follow one another. Null where no letter is selected; `unplaced`
 * where it is not certain which words these are, or where they do not follow one another in the text.
 */
export function planPageSpan(pages: readonly SelectedOnPage[]): TextRange | 'unplaced' | null {
  const selected = pages.filter(({ range }) => range.end > range.start)
  const parts: TextRange[] = []
  for (const [index, { drawn, read, range }] of selected.entries()) {
    const [placed, ...others] = placeLetters(drawn, read, range) ?? []
    if (placed === undefined || others.length > 0) return 'unplaced'
    // Over the end of a page, what is selected must reach the end and go on at the start in the text too.
    if (index > 0 && placed.start !== 0) return 'unplaced'
    if (index < selected.length - 1 && placed.end !== read.letters.length) return 'unplaced'
    parts.push(textRangeOf(read, placed))
  }
  const [first, last] = [parts[0], parts.at(-1)]
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end }
}
