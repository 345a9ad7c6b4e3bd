import type { TextRange } from '#shared/domain/planBlocks'
import { offsetAtBoundary, spanBetween, type BoundaryNode } from './textOffsets'

/** The words of the report that are selected in the window now; null where none are, or where they lie outside `root`. */
export function spanOfSelection(root: HTMLElement, text: string): TextRange | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const start = offsetIn(root, startContainer, startOffset, 0)
  const end = offsetIn(root, endContainer, endOffset, text.length)
  return start === null || end === null ? null : spanBetween(text, start, end)
}

// A drag that ends beside the report takes all up to its edge.
function offsetIn(root: HTMLElement, node: Node, offset: number, outside: number): number | null {
  return root.contains(node) ? offsetAtBoundary(root, node, offset, runStartOf) : outside
}

/** Where a run of words starts in the text that its root shows; null for a node that is no run. */
export function runStartOf(node: BoundaryNode): number | null {
  const start = node instanceof HTMLElement ? node.dataset['start'] : undefined
  return start === undefined ? null : Number(start)
}
