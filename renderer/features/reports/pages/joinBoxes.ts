/** A rectangle on a page, in shares of the page's width and height. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

const sameLineShare = 0.5
const gapInHeights = 1

/**
 * Joins boxes that follow one another on one line into one. `aspect` is the page's width divided by its height, so that a gap can be
 * told in heights of the line.
 */
export function joinBoxes(boxes: readonly Box[], aspect: number): Box[] {
  const joined: Box[] = []
  for (const box of boxes) {
    const last = joined.at(-1)
    if (last !== undefined && followsOnLine(last, box, aspect)) {
      const right = Math.max(last.left + last.width, box.left + box.width)
      const bottom = Math.max(last.top + last.height, box.top + box.height)
      last.left = Math.min(last.left, box.left)
      last.top = Math.min(last.top, box.top)
      last.width = right - last.left
      last.height = bottom - last.top
    } else {
      joined.push({ ...box })
    }
  }
  return joined
}

function followsOnLine(last: Box, next: Box, aspect: number): boolean {
  const shared = Math.min(last.top + last.height, next.top + next.height) - Math.max(last.top, next.top)
  if (shared < sameLineShare * Math.min(last.height, next.height)) return false
  const gap = Math.max(next.left - (last.left + last.width), last.left - (next.left + next.width))
  return gap * aspect <= gapInHeights * Math.max(last.height, next.height)
}
