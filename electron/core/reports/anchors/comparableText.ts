/** A span of a text in UTF-16 units, end exclusive. */
export interface TextSpan {
  start: number
  end: number
}

/**
 * A text in which every run of white space is one space: a corrected report is set anew, so that its lines break elsewhere,
 * and that changes no word. Places in it can be told in the source, and the other way round.
 */
export interface ComparableText {
  text: string
  /** A span of `text`, which begins and ends with no space, as a span of the source. */
  toSource: (span: TextSpan) => TextSpan
  /** A span of the source, without the space around its words; empty where it holds none. */
  fromSource: (span: TextSpan) => TextSpan
}

/** Makes a text comparable; one pass, four bytes for each of its characters. */
export function comparableText(source: string): ComparableText {
  const parts: string[] = []
  const starts = new Int32Array(source.length)
  let length = 0
  for (const { 0: run, index } of source.matchAll(/\s+|\S+/gu)) {
    const isSpace = run.trim() === ''
    parts.push(isSpace ? ' ' : run)
    const runLength = isSpace ? 1 : run.length
    for (let at = 0; at < runLength; at += 1) starts[length + at] = index + at
    length += runLength
  }
  const text = parts.join('')
  // Where in `text` the first character stands that begins at `offset` of the source or after it.
  const placeOf = (offset: number): number => {
    let low = 0
    let high = length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((starts[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    text,
    toSource: ({ start, end }) => ({ start: starts[start] ?? source.length, end: (starts[end - 1] ?? source.length - 1) + 1 }),
    fromSource: (span) => {
      let { start, end } = { start: placeOf(span.start), end: placeOf(span.end) }
      while (start < end && text[start] === ' ') start += 1
      while (end > start && text[end - 1] === ' ') end -= 1
      return { start, end }
    }
  }
}
