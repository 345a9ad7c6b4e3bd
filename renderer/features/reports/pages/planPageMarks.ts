import type { TextRange } from '#shared/domain/planBlocks'
import { letterRangeOf, placeLetters, textRangeOf, type Letters } from './placeLetters'

/** What is shown of one marked stretch on a page. */
export interface PlacedMark<Mark extends TextRange> {
  mark: Mark
  /** Where its words stand among the page's drawn text, in order; null where they could not be found with certainty. */
  places: TextRange[] | null
}

/**
 * Finds marked stretches of the report's text among the words drawn on one page. `skipped` are stretches of the text that the page's
 * words do not hold (what was filled into a form); a mark that touches one is not placed, as a part would pass for the whole.
 */
export function planPageMarks<Mark extends TextRange>(
  marks: readonly Mark[],
  page: TextRange,
  read: Letters,
  drawn: Letters,
  skipped: readonly TextRange[]
): PlacedMark<Mark>[] {
  return marks
    .filter((mark) => mark.start < page.end && mark.end > page.start)
    .map((mark) => {
      if (skipped.some((one) => one.start < mark.end && one.end > mark.start)) return { mark, places: null }
      const placed = placeLetters(read, drawn, letterRangeOf(read, mark))
      return { mark, places: placed?.map((range) => textRangeOf(drawn, range)) ?? null }
    })
}
