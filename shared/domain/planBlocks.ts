import type { ReportPage } from '../model/report'

/** Characters `start` to `end` (exclusive) of a report's text, UTF-16 units. */
export interface TextRange {
  start: number
  end: number
}

/** One paragraph or line of a report, with what stands before it. */
export interface TextBlock extends TextRange {
  gap: 'page' | 'paragraph' | 'line'
  pageNumber: number
}

const longLine = 60
const fullShare = 0.72

/**
 * Cuts a report's text into paragraphs and lines. Blocks are in order, do not overlap and hold every character that
 * is not white space. A line break inside a block is one that the page's width made; it may be shown as a space.
 */
export function planBlocks(text: string, pages: readonly ReportPage[]): TextBlock[] {
  const sheets = pages.length > 0 ? pages : [{ number: 1, start: 0, end: text.length }]
  return sheets.flatMap((page) => {
    const lines = linesOf(text, page.start, Math.min(page.end, text.length))
    const longest = Math.max(0, ...lines.map((line) => line.end - line.start))
    const isFull = (line: TextRange) => longest >= longLine && line.end - line.start >= longest * fullShare
    const blocks: TextBlock[] = []
    let previous: TextRange | null = null
    for (const line of lines) {
      const last = blocks.at(-1)
      if (text.slice(line.start, line.end).trim() === '') {
        previous = null
      } else if (last !== undefined && previous !== null && isFull(previous) && !startsItem(text.slice(line.start, line.end))) {
        last.end = line.end
        previous = line
      } else {
        const gap = last === undefined ? 'page' : previous === null ? 'paragraph' : 'line'
        blocks.push({ start: line.start, end: line.end, gap, pageNumber: page.number })
        previous = line
      }
    }
    return blocks
  })
}

/** The text with each line break that the page's width made shown as a space; every character keeps its place. */
export function joinWrappedLines(text: string, blocks: readonly TextRange[]): string {
  let joined = ''
  let from = 0
  for (const block of blocks) {
    joined += text.slice(from, block.start) + text.slice(block.start, block.end).replaceAll(/[\n\r]/g, ' ')
    from = block.end
  }
  return joined + text.slice(from)
}

function linesOf(text: string, from: number, to: number): TextRange[] {
  const lines: TextRange[] = []
  let start = from
  while (start < to) {
    const found = text.indexOf('\n', start)
    const end = found < 0 || found > to ? to : found
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}

// A line that begins as a list item or a form's box begins anew, however full the line before it is.
function startsItem(line: string): boolean {
  return /^\s*([-•*☐☑☒□■]|\[[ xX]?\]|\d{1,3}[.)]\s|[A-Z][\w /'-]{0,30}:\s)/.test(line)
}
