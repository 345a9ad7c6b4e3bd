import type { MarkedText } from '#shared/model/search'

/** So much stands before the first word that was asked for, and so much is shown at most; UTF-16 units. */
const beforeLength = 60
const mostLength = 220

/**
 * Cuts a text around the first of its spans, at white space where there is some near, and shows a cut end by an ellipsis. White space
 * of any kind and length is one space in it. Spans are those of the cut text.
 */
export function planSnippet({ text, spans }: MarkedText): MarkedText {
  const first = spans[0]?.start ?? 0
  const wanted = Math.max(0, first - beforeLength)
  const gap = wanted === 0 ? 0 : text.slice(wanted, first).search(/\s/)
  const start = wanted + Math.max(0, gap)
  const most = Math.min(text.length, start + mostLength)
  const lastGap = most === text.length ? -1 : text.slice(start, most).search(/\s\S*$/)
  const end = lastGap > first - start ? start + lastGap : most
  const cut = { text: start > 0 ? '… ' : '', spans: [] as MarkedText['spans'] }
  let at = start
  for (const span of spans) {
    if (span.start >= end) break
    append(cut, text.slice(at, span.start))
    const begins = cut.text.length
    append(cut, text.slice(span.start, Math.min(span.end, end)))
    cut.spans.push({ start: begins, end: cut.text.length })
    at = Math.min(span.end, end)
  }
  append(cut, text.slice(at, end))
  if (end < text.length) cut.text = `${cut.text.trimEnd()} …`
  return cut
}

function append(cut: MarkedText, part: string): void {
  const joined = part.replace(/\s+/gu, ' ')
  cut.text += cut.text === '' || cut.text.endsWith(' ') ? joined.trimStart() : joined
}
