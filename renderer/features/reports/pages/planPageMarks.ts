import type { TextRange } from '#shared/domain/planBlocks'
import { letterRangeOf, placeLetters, textRangeOf, type Letters } from './placeLetters'

/** What is shown of one marked stretch on a page. */
export interface PlacedMark<Mark extends TextRange> {
  mark: Mark
  /** Where its words stand among the page's drawn text, in order; null where they could not be found with certainty. */
  places: TextRange[] | null
}

/** Finds marked stretches of the report's text among the words drawn on one page. */
export function planPageMarks<Mark extends TextRange>(
  marks: readonly Mark[],
  page: TextRange,
  read: Letters,
  drawn: Letters
): PlacedMark<Mark>[] {
  return marks
    .filter((mark) => mark.start < page.end && mark.end > page.start)
    .map((mark) => {
      const placed = placeLetters(read, drawn, letterRangeOf(read, mark))
      return { mark, places: placed?.map((range) => textRangeOf(drawn, range)) ?? null }
    })
}
