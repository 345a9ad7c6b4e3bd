import type { TextRange } from '#shared/domain/planBlocks'
import { offsetAtBoundary } from '../textOffsets'
import { runStartOf } from '../spanOfSelection'
import type { PageWords } from './DrawnPage'
import { letterRangeOf } from './placeLetters'
import { planPageSpan } from './planPageSpan'

/**
 * The words of the report's text that are selected on its pages now; null where none are, `unplaced` where it is not certain which they
 * are. `words` holds what is known of the pages that are drawn, by page number.
 */
export function spanOnPages(words: ReadonlyMap<number, PageWords>): TextRange | 'unplaced' | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const selected = selection.getRangeAt(0)
  const touched = [...words].filter(([, { drawn }]) => selected.intersectsNode(drawn.element)).sort(([a], [b]) => a - b)
  const [first, last] = [touched[0]?.[0] ?? 0, touched.at(-1)?.[0] ?? 0]
  // A page in between that is not drawn has words that nobody saw selected.
  if (last - first >= touched.length && touched.length > 0) return 'unplaced'
  return planPageSpan(
    touched.map(([, { drawn, read }]) => {
      const offsetOf = (node: Node, offset: number, outside: number) =>
        drawn.element.contains(node) ? (offsetAtBoundary(drawn.element, node, offset, runStartOf) ?? outside) : outside
      const start = offsetOf(selected.startContainer, selected.startOffset, 0)
      const end = offsetOf(selected.endContainer, selected.endOffset, drawn.text.length)
      return { drawn: drawn.letters, read, range: letterRangeOf(drawn.letters, { start, end }) }
    })
  )
}
