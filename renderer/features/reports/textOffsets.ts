import type { TextRange } from '#shared/domain/planBlocks'

/** As much of a DOM node as the mapping needs. */
export interface BoundaryNode {
  readonly nodeType: number
  readonly parentNode: BoundaryNode | null
  readonly childNodes: ArrayLike<BoundaryNode>
  readonly nextSibling: BoundaryNode | null
  readonly textContent: string | null
}

const textNode = 3

/**
 * Offset in the report's text, in UTF-16 units, of a boundary point of a DOM selection.
 * `runStartOf` answers the offset at which the text of a run element starts, and null for any other node.
 * A boundary outside every run (a note, a page mark, the space between two paragraphs) counts as the start
 * of the next run, or as the end of the last. Null where the root holds no run.
 */
export function offsetAtBoundary(
  root: BoundaryNode,
  node: BoundaryNode,
  offset: number,
  runStartOf: (node: BoundaryNode) => number | null
): number | null {
  if (node.nodeType === textNode) {
    for (let above: BoundaryNode | null = node.parentNode; above !== null && above !== root; above = above.parentNode) {
      const start = runStartOf(above)
      if (start !== null) return start + offset
    }
  }
  let next = node.nodeType !== textNode ? (node.childNodes[offset] ?? after(root, node)) : after(root, node)
  while (next !== null) {
    const start = runStartOf(next)
    if (start !== null) return start
    next = next.childNodes[0] ?? after(root, next)
  }
  return endOfLastRun(root, runStartOf)
}

function after(root: BoundaryNode, node: BoundaryNode): BoundaryNode | null {
  for (let above: BoundaryNode | null = node; above !== null && above !== root; above = above.parentNode) {
    if (above.nextSibling !== null) return above.nextSibling
  }
  return null
}

function endOfLastRun(node: BoundaryNode, runStartOf: (node: BoundaryNode) => number | null): number | null {
  const start = runStartOf(node)
  if (start !== null) return start + (node.textContent ?? '').length
  for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
    const child = node.childNodes[index]
    const end = child === undefined ? null : endOfLastRun(child, runStartOf)
    if (end !== null) return end
  }
  return null
}

/**
 * The words between two offsets, whichever comes first: without white space at its ends, and never
 * half of a character that takes two UTF-16 units. Null where nothing but white space is selected.
 */
export function spanBetween(text: string, one: number, other: number): TextRange | null {
  let start = Math.max(0, Math.min(one, other))
  let end = Math.min(text.length, Math.max(one, other))
  if (start < end && isSecondHalf(text, start)) start -= 1
  if (start < end && isSecondHalf(text, end)) end += 1
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  return start < end ? { start, end } : null
}

function isSecondHalf(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  const before = text.charCodeAt(offset - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}
