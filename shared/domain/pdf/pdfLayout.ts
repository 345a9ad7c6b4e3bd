import { joinFragments, type Fragment, type PlacedText } from './pdfFragments'

type Line = { text: string; pieces: PlacedText[]; y: number; size: number }

/** Above this many fragments a page is no written account, and looking for columns would take long. */
const maxColumnFragments = 4000
const gutterCandidates = 80
const minColumnLines = 5
const minProseLength = 20
const usualTabGap = 1
/** Narrow columns are often stretched to both edges, which leaves wide gaps between words. */
const justifiedTabGap = 3

const right = (fragment: Fragment): number => fragment.x + fragment.width
const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** A column of running text, unlike a column of a table or a form, has lines that are mostly long. */
function isProse(fragments: Fragment[]): boolean {
  return fragments.length >= minColumnLines && median(fragments.map((fragment) => fragment.text.length)) >= minProseLength
}

type Split = { before: Fragment[]; left: Fragment[]; right: Fragment[]; after: Fragment[]; score: number }

/** The best stretch of the page that the vertical line at `x` cuts into two columns of running text without touching a word. */
function splitAt(x: number, sorted: Fragment[]): Split | null {
  let best: Split | null = null
  let start = 0
  for (let index = 0; index <= sorted.length; index++) {
    const fragment = sorted[index]
    const isCrossed = fragment !== undefined && fragment.x < x - 1 && right(fragment) > x + 1
    if (fragment !== undefined && !isCrossed) continue
    const run = sorted.slice(start, index)
    const left = run.filter((one) => right(one) <= x + 1)
    const other = run.filter((one) => right(one) > x + 1)
    const score = Math.min(left.length, other.length)
    if (score > (best?.score ?? 0) && isProse(left) && isProse(other)) {
      best = { before: sorted.slice(0, start), left, right: other, after: sorted.slice(index), score }
    }
    start = index + 1
  }
  return best
}

function findColumns(sorted: Fragment[]): Split | null {
  if (sorted.length > maxColumnFragments || sorted.length < 2 * minColumnLines) return null
  const from = sorted.reduce((least, fragment) => Math.min(least, fragment.x), Infinity)
  const to = sorted.reduce((most, fragment) => Math.max(most, right(fragment)), -Infinity)
  let best: Split | null = null
  for (let step = 1; step < gutterCandidates; step++) {
    const split = splitAt(from + ((to - from) * step) / gutterCandidates, sorted)
    if (split && split.score > (best?.score ?? 0)) best = split
  }
  return best
}

type Run = { fragments: Fragment[]; isApart: boolean }

/**
 * A line's fragments, given in its direction, in runs of one direction without a wide gap; `isApart` says that a gap wider than
 * `tabGap` font sizes, as between the columns of a table, stands before a run.
 */
function toRuns(sorted: Fragment[], tabGap: number): Run[] {
  const runs: Run[] = []
  for (const fragment of sorted) {
    const run = runs.at(-1)
    const last = run?.fragments.at(-1)
    const gap = last === undefined ? 0 : Math.max(fragment.x - right(last), last.x - right(fragment))
    const isApart = gap > tabGap * Math.max(last?.size ?? 0, fragment.size)
    if (run !== undefined && !isApart && last?.isRightToLeft === fragment.isRightToLeft) run.fragments.push(fragment)
    else runs.push({ fragments: [fragment], isApart })
  }
  return runs
}

/**
 * Puts what stands on one baseline into one line, with a tab for a wide gap. Words that run against the direction of the line, as a
 * name or a number in Arabic text, are read in their own order.
 */
function toLine(row: Fragment[], tabGap: number): Line {
  const rightToLeftLength = row.reduce((sum, one) => sum + (one.isRightToLeft ? one.text.length : -one.text.length), 0)
  const isRightToLeft = rightToLeftLength > 0
  const sorted = [...row].sort((a, b) => (isRightToLeft ? right(b) - right(a) : a.x - b.x))
  const pieces: PlacedText[] = []
  const text = toRuns(sorted, tabGap)
    .map(({ fragments, isApart }, index) => {
      const inOrder = fragments[0]?.isRightToLeft === isRightToLeft ? fragments : [...fragments].reverse()
      pieces.push(...inOrder.flatMap((fragment) => fragment.pieces))
      const words = inOrder.map((fragment) => fragment.text.trim()).join(' ')
      return index === 0 ? words : (isApart ? '\t' : ' ') + words
    })
    .join('')
  return { text, pieces, y: sorted[0]?.y ?? 0, size: row.reduce((largest, fragment) => Math.max(largest, fragment.size), 0) }
}

function toLines(sorted: Fragment[], tabGap: number): Line[] {
  const columns = findColumns(sorted)
  if (columns) {
    const { before, left, right: other, after } = columns
    return [...toLines(before, tabGap), ...toLines(left, justifiedTabGap), ...toLines(other, justifiedTabGap), ...toLines(after, tabGap)]
  }
  const rows: Fragment[][] = []
  for (const fragment of sorted) {
    const row = rows.at(-1)
    const first = row?.[0]
    const isSameRow = first !== undefined && fragment.y - first.y < 0.4 * Math.min(first.size, fragment.size)
    if (row && isSameRow) row.push(fragment)
    else rows.push([fragment])
  }
  return rows.map((row) => toLine(row, tabGap))
}

/** Writes lines below each other, with a blank line where the gap is clearly wider than the usual one of the page. */
function joinLines(lines: Line[]): string {
  const steps = lines.map((line, index) => line.y - (lines[index - 1]?.y ?? line.y))
  const usualSteps = steps.filter((step, index) => step > 0 && step < 2.5 * (lines[index]?.size ?? 0))
  const usual = usualSteps.length > 0 ? median(usualSteps) : null
  return lines
    .map((line, index) => {
      if (index === 0) return line.text
      const step = steps[index] ?? 0
      const isApart = step > 1.35 * (usual ?? 1.5 * line.size)
      return (isApart ? '\n\n' : '\n') + line.text
    })
    .join('')
}

/** A page's text, and the pieces that its words come from, in the order of the text; none twice, and none without words. */
export interface PageLayout {
  text: string
  pieces: PlacedText[]
}

/**
 * One page in reading order, from its pieces in the order of the file: top to bottom, columns of running text one after the other,
 * what stands on one line together. Line breaks are those of the page.
 */
export function layoutPage(pieces: PlacedText[]): PageLayout {
  const groups = joinFragments(pieces).map((fragments) =>
    toLines(
      [...fragments].sort((a, b) => a.y - b.y || a.x - b.x),
      usualTabGap
    )
  )
  return { text: groups.map(joinLines).join('\n\n'), pieces: groups.flat().flatMap((line) => line.pieces) }
}
