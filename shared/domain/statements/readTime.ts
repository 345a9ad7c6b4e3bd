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

/** A sentence with the clause number of each token, and where each clause reaches. */
interface TimedSentence {
  readonly span: Span
  readonly tokens: readonly Token[]
  readonly clauses: readonly number[]
  readonly clauseReaches: readonly Reach[]
}

/** Every time of day that a sentence states surely. "9:14" alone may be morning or evening, or a place in a video: it is left out. */
export const findTimes = (sentence: string): StatedTime[] => {
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
 * The time of those in a sentence that dates the phrase at `matched`, or null. A time dates its own clause, or, where that tells of
 * nothing that is read ("At 2119 hours, …", "…, and at 2121 hours, …"), the next one that does; and what hangs on that clause with "while", "after" and
 * the like. A clause that another person joins on ("…, and I struck him", "then he …") goes on from there at a time that is not stated.
 */
export const timeOf = (
  times: readonly StatedTime[],
  { span, tokens, clauses, clauseReaches }: TimedSentence,
  told: readonly Reach[],
  matched: Reach
): StatedTime | null => {
  if (times.length === 0) return null
  const clauseAt = (position: number): number => clauses[position] ?? 0
  const isJoined = ({ first }: Reach): boolean => joining.test(tokens[first]?.word ?? '') || tokens[first]?.before.includes(';') === true
  const own = clauseAt(matched.first)
  const dates = ({ start }: StatedTime): boolean => {
    const stated = clauseAt(tokens.findIndex(({ end }) => end > span.start + start))
    const following = told.map(({ first }) => clauseAt(first)).filter((clause) => clause >= stated)
    const dated = following.length === 0 ? stated : Math.min(...following)
    return !clauseReaches.slice(Math.min(dated, own) + 1, Math.max(dated, own) + 1).some(isJoined)
  }
  const at = (tokens[matched.first]?.start ?? span.start) - span.start
  return times.filter(dates).reduce<StatedTime | null>((best, stated) => {
    return best === null || Math.abs(stated.start - at) < Math.abs(best.start - at) ? stated : best
  }, null)
}

const approximate = /\b(?:approximately|approx|about|around|roughly|circa)\.?\s{1,2}$/i

/** The word that hedges a time of a sentence ("at approximately 2119 hours"), or null. */
export const approximateTime = (sentence: string, { start }: StatedTime): Span | null => {
  const lead = sentence.slice(Math.max(0, start - 20), start)
  const at = lead.search(approximate)
  return at < 0 ? null : { start: start - lead.length + at, end: start - lead.length + lead.trimEnd().length }
}
