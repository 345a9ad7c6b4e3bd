import type { Reach, Span } from './span'
import type { Token } from './tokens'

const clock = /(?<![\d:.])(\d{1,2})[:.](\d{2})(?::\d{2})?(?![\d:])\s{0,2}(?:([ap])\.?\s?m\b)?/gi
const military = /(?<![\d:.,$-])([01]\d|2[0-3])(?::?)([0-5]\d)\s{0,2}(?:hours|hour|hrs|hr)\b/gi
const halfDay = /(?<![\d:.,])(1[0-2]|0?[1-9])\s{0,2}([ap])\.?\s?m\b/gi

const pad = (value: number): string => String(value).padStart(2, '0')

const toTime = (hourText: string, minuteText: string, half: string | undefined): string | null => {
  const hour = Number(hourText)
  const minute = Number(minuteText)
  if (minute > 59 || hour > 23) return null
  if (half === undefined) return `${pad(hour)}:${pad(minute)}`
  if (hour < 1 || hour > 12) return null
  return `${pad((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0))}:${pad(minute)}`
}

/** A time of day in a sentence, and where it stands (UTF-16 units from the sentence's start). */
export interface StatedTime {
  readonly time: string
  readonly start: number
  readonly end: number
}

/** A time with the clauses that it dates, by their numbers, `toClause` included. */
export interface DatingTime extends StatedTime {
  readonly fromClause: number
  readonly toClause: number
}

/** A sentence with the clause number of each token, and where each clause reaches. */
interface Clauses {
  readonly span: Span
  readonly tokens: readonly Token[]
  readonly clauses: readonly number[]
  readonly clauseReaches: readonly Reach[]
}

/** Every time of day that a sentence states surely. "9:14" alone may be morning or evening, or a place in a video: it is left out. */
const findTimes = (sentence: string): StatedTime[] => {
  const times: StatedTime[] = []
  const add = (start: number, length: number, time: string | null) => {
    if (time !== null && !times.some((known) => Math.abs(known.start - start) < 6)) times.push({ time, start, end: start + length })
  }
  for (const match of sentence.matchAll(military)) add(match.index, match[0].length, toTime(match[1] ?? '', match[2] ?? '', undefined))
  for (const match of sentence.matchAll(clock)) {
    const [whole, hour = '', minute = '', half] = match
    if (half === undefined && (hour.length < 2 || !whole.includes(':'))) continue
    add(match.index, match[0].length, toTime(hour, minute, half))
  }
  for (const match of sentence.matchAll(halfDay)) add(match.index, match[0].length, toTime(match[1] ?? '', '00', match[2]))
  return times.sort((a, b) => a.start - b.start)
}

/** Words that join a clause which goes on from the one before it, at a time of its own. */
const joining = /^(?:and|but|then|so|or|however|afterwards)$/

/**
 * The times of a sentence with the clauses that they date, given the phrases that were read in it. A time dates its own clause, or, where
 * that tells of nothing that was read ("At 2119 hours, …"), the next one that does; and what hangs on that clause with "while", "after"
 * and the like. A clause that is joined on ("…, and Officer Lee struck him") goes on from there at a time that is not stated.
 */
export const dateClauses = (sentence: string, { span, tokens, clauses, clauseReaches }: Clauses, told: readonly Reach[]): DatingTime[] => {
  const toldIn = told.map(({ first }) => clauses[first] ?? 0).sort((a, b) => a - b)
  const isJoined = clauseReaches.map(({ first }) => joining.test(tokens[first]?.word ?? '') || tokens[first]?.before.includes(';') === true)
  return findTimes(sentence).map((stated) => {
    const own = clauses[tokens.findIndex(({ end }) => end > span.start + stated.start)] ?? 0
    const dated = toldIn.find((clause) => clause >= own) ?? own
    const until = isJoined.indexOf(true, dated + 1)
    return {
      ...stated,
      fromClause: Math.max(0, isJoined.lastIndexOf(true, dated)),
      toClause: until < 0 ? clauseReaches.length - 1 : until - 1
    }
  })
}

/** Of the times that date a clause, the one nearest to `position` (UTF-16 units from the sentence's start); null for none. */
export const timeOf = (times: readonly DatingTime[], clause: number, position: number): StatedTime | null => {
  let best: StatedTime | null = null
  for (const stated of times) {
    if (clause < stated.fromClause || clause > stated.toClause) continue
    if (best === null || Math.abs(stated.start - position) < Math.abs(best.start - position)) best = stated
  }
  return best
}

const approximate = /\b(?:approximately|approx|about|around|roughly|circa)\.?\s{1,2}$/i

/** The word that hedges a time of a sentence ("at approximately 2119 hours"), or null. */
export const approximateTime = (sentence: string, { start }: StatedTime): Span | null => {
  const lead = sentence.slice(Math.max(0, start - 20), start)
  const at = lead.search(approximate)
  return at < 0 ? null : { start: start - lead.length + at, end: start - lead.length + lead.trimEnd().length }
}
