/** A run of text as it is placed on a page, y downwards, in points; `x` is its left edge and `y` its baseline. */
export interface PlacedText {
  text: string
  x: number
  y: number
  width: number
  /** The font size. */
  size: number
  /** Direction of writing on the page in degrees, a multiple of 15; 0 is upright. */
  angle: number
  isRightToLeft: boolean
  /** The file says that a line ends here. */
  endsLine: boolean
}

/** Words of one line that belong together: no gap wider than the font is high. */
export interface Fragment extends Pick<PlacedText, 'text' | 'x' | 'y' | 'width' | 'size' | 'isRightToLeft'> {
  /** What it was joined from, in the order of its text. */
  pieces: PlacedText[]
}

/** Turns a placement so that text written at `angle` runs along x. */
function upright(placed: PlacedText): PlacedText {
  const radians = (placed.angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  return { ...placed, x: placed.x * cos + placed.y * sin, y: placed.y * cos - placed.x * sin }
}

/** The gap between a fragment and what follows it, in the direction that it is read; negative where they overlap. */
function gapBefore(next: PlacedText, fragment: Fragment): number {
  return next.isRightToLeft ? fragment.x - (next.x + next.width) : next.x - (fragment.x + fragment.width)
}

/** True for the same letters drawn again almost in place, as some programs do to make them look bold. */
function isDrawnTwice(next: PlacedText, last: PlacedText): boolean {
  const near = 0.1 * next.size
  return next.text === last.text && Math.abs(next.x - last.x) < near && Math.abs(next.y - last.y) < near
}

function append(fragment: Fragment, next: PlacedText, piece: PlacedText, hasSpace: boolean): void {
  const left = Math.min(fragment.x, next.x)
  const right = Math.max(fragment.x + fragment.width, next.x + next.width)
  // A raised footnote mark must not grow a number: “3” with the mark 1 is not 31.
  const isMark = Math.abs(next.y - fragment.y) > 0.1 * fragment.size && /\d$/u.test(fragment.text) && /^\d/u.test(next.text)
  const isSpaced = /\s$/u.test(fragment.text) || /^\s/u.test(next.text)
  fragment.text += ((hasSpace || isMark) && !isSpaced ? ' ' : '') + next.text
  fragment.pieces.push(piece)
  fragment.x = left
  fragment.width = right - left
  if (next.size > fragment.size) {
    fragment.size = next.size
    fragment.y = next.y
  }
}

/**
 * Joins a page's pieces of text into fragments, in the order of the file, apart for each direction of writing; the direction
 * with most text comes first.
 */
export function joinFragments(pieces: PlacedText[]): Fragment[][] {
  const byAngle = new Map<number, { fragments: Fragment[]; length: number }>()
  let current: Fragment | null = null
  let last: PlacedText | null = null
  let hasSpace = false
  for (const piece of pieces) {
    if (piece.text.trim() === '') {
      hasSpace ||= piece.text !== ''
      if (piece.endsLine) current = null
      continue
    }
    const next = upright(piece)
    if (last && last.angle === next.angle && isDrawnTwice(next, last)) {
      if (piece.endsLine) current = null
      continue
    }
    const size: number = Math.max(next.size, current?.size ?? 0)
    const gap: number = current ? gapBefore(next, current) : 0
    const continues: boolean =
      last?.angle === next.angle && current !== null && Math.abs(next.y - current.y) <= 0.6 * size && gap <= size && gap >= -0.5 * size
    if (current && continues) {
      append(current, next, piece, hasSpace || gap > 0.25 * size)
    } else {
      const { text, x, y, width, isRightToLeft } = next
      current = { text, x, y, width, size: next.size, isRightToLeft, pieces: [piece] }
      const group = byAngle.get(next.angle) ?? { fragments: [], length: 0 }
      byAngle.set(next.angle, group)
      group.fragments.push(current)
    }
    const group = byAngle.get(next.angle)
    if (group) group.length += next.text.length
    last = next
    hasSpace = false
    if (piece.endsLine) current = null
  }
  return [...byAngle.values()].sort((a, b) => b.length - a.length).map((group) => group.fragments)
}
