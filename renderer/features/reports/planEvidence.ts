import { messagesOf } from '#shared/messages/messagesOf'
import { readFieldSchema, type ReadField, type ReadStatement } from '#shared/model/report'

const say = messagesOf('reports')

const fieldKeys = {
  kind: 'fieldKind',
  types: 'fieldTypes',
  bodyArea: 'fieldBodyArea',
  count: 'fieldCount',
  actor: 'fieldActor',
  target: 'fieldTarget',
  time: 'fieldTime',
  duration: 'fieldDuration',
  order: 'fieldOrder',
  negated: 'fieldDenied',
  hearsay: 'fieldHearsay',
  uncertain: 'fieldUncertain'
} as const satisfies Record<ReadField, string>
const labelOf = (field: ReadField) => say(fieldKeys[field])

/** The words of the sentence that each part of a reading rests on; what the kind and the types share is told once. */
export function planEvidence({ text, start, evidence }: ReadStatement): { field: ReadField; label: string; words: string[] }[] {
  return readFieldSchema.options.flatMap((field) => {
    const spans = evidence[field] ?? []
    if (spans.length === 0 || (field === 'kind' && evidence.types !== undefined)) return []
    return [{ field, label: labelOf(field), words: spans.map((span) => text.slice(span.start - start, span.end - start)) }]
  })
}

/**
 * The pieces of a passage that begins at `start` in its report, each with the parts of the reading that rest on it. A reading from
 * before the text of the report became another counts from where its sentence stands in the passage now; where it no longer does, it
 * rests on nothing here.
 */
export function planQuote(quote: string, start: number, reading: ReadStatement | null): { text: string; labels: string[] }[] {
  const shift = reading === null ? null : shiftOf(quote, start, reading)
  const spans = readFieldSchema.options.flatMap((field) =>
    ((shift !== null && reading?.evidence[field]) || []).map((span) => ({
      label: labelOf(field),
      start: span.start + (shift ?? 0),
      end: span.end + (shift ?? 0)
    }))
  )
  const edges = [0, quote.length, ...spans.flatMap((span) => [span.start, span.end])].filter((edge) => edge >= 0 && edge <= quote.length)
  const cuts = [...new Set(edges)].sort((one, other) => one - other)
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? quote.length
    const labels = spans.filter((span) => span.start <= from && span.end >= to).map(({ label }) => label)
    return { text: quote.slice(from, to), labels: [...new Set(labels)] }
  })
}

/** What to add to a reading's places to count them from the passage's first character; null where its sentence is not in the passage. */
function shiftOf(quote: string, start: number, reading: Pick<ReadStatement, 'start' | 'text'>): number | null {
  const asRead = reading.start - start
  const at = asRead >= 0 && quote.startsWith(reading.text, asRead) ? asRead : quote.indexOf(reading.text)
  return at < 0 ? null : at - reading.start
}
