import type { Span } from './span'

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

/** The time nearest to `position` (UTF-16 units from the sentence's start), or null. */
export const nearestTime = (times: readonly StatedTime[], position: number): StatedTime | null => {
  let best: StatedTime | null = null
  for (const stated of times) {
    if (best === null || Math.abs(stated.start - position) < Math.abs(best.start - position)) best = stated
  }
  return best
}

const approximate = /\b(?:approximately|approx|about|around|roughly|circa)\.?\s{1,2}$/i

/** The word that hedges one of a sentence's times ("at approximately 2119 hours"), or null. */
export const approximateTime = (sentence: string, times: readonly StatedTime[]): Span | null => {
  for (const { start } of times) {
    const lead = sentence.slice(Math.max(0, start - 20), start)
    const at = lead.search(approximate)
    if (at >= 0) return { start: start - lead.length + at, end: start - lead.length + lead.trimEnd().length }
  }
  return null
}
