import type { Span } from './span'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** A full stop after these never ends a sentence. */
const title =
  /(?:^|[\s("'“‘[])(?:Sgt|Ofc|Ofcs|Off|Lt|Capt|Det|Dets|Dep|Cpl|Insp|Cmdr|Pvt|Mr|Mrs|Ms|Dr|Prof|Rev|Gov|Sen|Rep|vs|approx|Mt|Ft)\.["'”’)\]]*\s*$/i

/** "A. Brown", "O.C. Spray": capitals only, so that "p.m." is left to the next rule. */
const initials = /(?:^|[\s("'“‘[])(?:[A-HJ-Z]|(?:[A-Z]\.)+[A-Z])\.["'”’)\]]*\s*$/

const isAbbreviation = (tail: string): boolean => title.test(tail) || initials.test(tail)

/** A full stop after these ends a sentence only when enough has been said before it. */
const openAbbreviation = /(?:^|\s)(?:[ap]\.?m|St|Ave|Blvd|Rd|Hwy|Jr|Sr|Inc|Co|etc|U\.S)\.\s*$/i

/** A full stop after these ends no sentence where a figure follows: "plate no. 4412", "2 rds. 40 cal. 3 ft. 2". */
const beforeFigure = /(?:^|\s)(?:nos?|rds?|cal|ft|in|lbs?|hrs?|ext|apt|rm|pp?)\.\s*$/i

const leastSentenceLength = 28

/** Where PDF text wraps a line in mid-sentence: the next line goes on in lower case, or this line is long and not closed. */
const wraps = (line: string, next: string): boolean => {
  const before = line.trimEnd()
  if (before === '' || next.trim() === '' || /^\s*(?:[-*•‣◦]|\d+[.)]\s)/.test(next)) return false
  if (/^\s*\p{Ll}/u.test(next)) return true
  if (/[,\-–]$/.test(before) || isAbbreviation(before.slice(-12))) return true
  return before.length >= 45 && !/[.!?:"”]$/.test(before)
}

/** The text, same length, with blanks in place of the line ends that only wrap. */
const unwrap = (text: string): string => {
  const lines = text.split(/(?<=\n)/)
  return lines
    .map((line, index) => {
      const next = lines[index + 1]
      return next === undefined || !wraps(line, next) ? line : line.replace(/[\r\n]/g, ' ')
    })
    .join('')
}

const staysOpen = (line: string, start: number, end: number): boolean => {
  // Only the end matters, and a bounded look keeps long lines fast.
  const tail = line.slice(Math.max(start, end - 24), end)
  if (/^\d/.test(line.slice(end, end + 1)) && beforeFigure.test(tail)) return true
  return isAbbreviation(tail) || (end - start < leastSentenceLength && openAbbreviation.test(tail))
}

/** Tables and lists without full stops come as one "sentence"; longer than this they are cut at a blank, which also keeps reading linear. */
const longestSentence = 2000

const cutLong = ({ start, end }: Span, text: string): Span[] => {
  const pieces: Span[] = []
  let from = start
  while (end - from > longestSentence) {
    const blank = text.slice(from, from + longestSentence).search(/\s\S*$/)
    // A cut inside a surrogate pair would tear a character apart.
    const hard = from + longestSentence - (/[\uD800-\uDBFF]/.test(text.charAt(from + longestSentence - 1)) ? 1 : 0)
    const to = blank > 0 ? from + blank : hard
    pieces.push({ start: from, end: to })
    from = to
  }
  return [...pieces, { start: from, end }]
}

const trimSpan = ({ start, end }: Span, text: string): Span[] => {
  const written = text.slice(start, end)
  const trimmed = written.trim()
  const lead = written.length - written.trimStart().length
  return trimmed === '' ? [] : [{ start: start + lead, end: start + lead + trimmed.length }]
}

const windowLength = 8000

/**
 * Where the segmenter would end each sentence of a line. It is asked window by window, since its time grows with the square of a long
 * text's sentences; the last sentence of a window, which may go on, opens the next.
 */
function* segmentEnds(line: string): Generator<number> {
  let from = 0
  while (from < line.length) {
    // A window must not end inside a surrogate pair.
    const cut = from + windowLength - (/[\uD800-\uDBFF]/.test(line.charAt(from + windowLength - 1)) ? 1 : 0)
    const window = line.slice(from, cut)
    const isLast = from + window.length >= line.length
    const ends = [...segmenter.segment(window)].map(({ segment, index }) => index + segment.length)
    if (!isLast && ends.length > 1) ends.pop()
    for (const end of ends) yield from + end
    from += ends.at(-1) ?? window.length
  }
}

/** The sentences of a text one by one, in order and without blanks at their ends; titles and initials such as "Sgt." and "O.C." do not end one. */
export function* eachSentence(text: string): Generator<Span> {
  let lineStart = 0
  for (const line of unwrap(text).split(/(?<=\n)/)) {
    let start = 0
    // Asking the segmenter about nothing costs most of the time of a text of blank lines.
    for (const end of line.trim() === '' ? [] : segmentEnds(line)) {
      if (end < line.length && staysOpen(line, start, end)) continue
      for (const span of cutLong({ start: lineStart + start, end: lineStart + end }, text)) yield* trimSpan(span, text)
      start = end
    }
    lineStart += line.length
  }
}

/** All sentences of a text at once. */
export const splitSentences = (text: string): Span[] => [...eachSentence(text)]
