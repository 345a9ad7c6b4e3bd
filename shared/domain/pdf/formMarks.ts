// Four of the code points that Unicode keeps for a program's own use, and eight more as digits: no text has them.
const opening = '\uFDD0'
const closing = '\uFDD1'
const firstDigit = 0xfdd2
const marks = /[\uFDD0-\uFDEF]/gu
const openingOrClosing = /\uFDD0([\uFDD2-\uFDD9]+)|\uFDD1/gu

/** Text as a file has it, without what could be taken for a mark. */
export const withoutMarks = (text: string): string => text.replace(marks, '')

/** Words of the field `index`, so marked that they are found again when the page is laid out. */
export function markField(words: string, index: number): string {
  const digits = Array.from(index.toString(8), (digit) => String.fromCharCode(firstDigit + Number(digit))).join('')
  return `${opening}${digits}${words}${closing}`
}

export interface Span {
  start: number
  end: number
}

/**
 * A page's text without its marks, and where each marked field lies in it, by its index. A field of several lines lies from its first
 * to its last word.
 */
export function takeMarks(marked: string): { text: string; spans: ReadonlyMap<number, Span> } {
  const spans = new Map<number, Span>()
  const open: { index: number; start: number }[] = []
  let text = ''
  let from = 0
  for (const match of marked.matchAll(openingOrClosing)) {
    text += marked.slice(from, match.index)
    from = match.index + match[0].length
    if (match[1] !== undefined) {
      const index = Number.parseInt(Array.from(match[1], (digit) => String(digit.charCodeAt(0) - firstDigit)).join(''), 8)
      open.push({ index, start: text.length })
      continue
    }
    const closed = open.pop()
    if (closed === undefined) continue
    const words = text.slice(closed.start)
    const start = closed.start + words.length - words.trimStart().length
    const end = Math.max(start, text.length - (words.length - words.trimEnd().length))
    const known = spans.get(closed.index)
    spans.set(closed.index, { start: Math.min(start, known?.start ?? start), end: Math.max(end, known?.end ?? end) })
  }
  return { text: withoutMarks(text + marked.slice(from)), spans }
}
