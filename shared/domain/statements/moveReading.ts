import type { ReadStatement } from '../../model/report'

/** A reading of part of a text, placed in the whole: every position moved by `offset` UTF-16 units. */
export function moveReading(reading: ReadStatement, offset: number): ReadStatement {
  return {
    ...reading,
    start: reading.start + offset,
    end: reading.end + offset,
    evidence: Object.fromEntries(
      Object.entries(reading.evidence).map(([field, spans]) => [
        field,
        spans.map(({ start, end }) => ({ start: start + offset, end: end + offset }))
      ])
    )
  }
}
