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
}

/** Every time of day that a sentence states surely. "9:14" alone may be morning or evening, or a place in a video: it is left out. */
export const findTimes = (sentence: string): StatedTime[] => {
  const times: StatedTime[] = []
  const add = (start: number, time: string | null) => {
    if (time !== null && !times.some((known) => Math.abs(known.start - start) < 6)) times.push({ time, start })
  }
  for (const match of sentence.matchAll(military)) add(match.index, toTime(match[1] ?? '', match[2] ?? '', undefined))
  for (const match of sentence.matchAll(clock)) {
    const [whole, hour = '', minute = '', half] = match
    if (half === undefined && (hour.length < 2 || !whole.includes(':'))) continue
    add(match.index, toTime(hour, minute, half))
  }
  for (const match of sentence.matchAll(halfDay)) add(match.index, toTime(match[1] ?? '', '00', match[2]))
  return times.sort((a, b) => a.start - b.start)
}

/** The time nearest to `position` (UTF-16 units from the sentence's start) as `HH:MM`, or null. */
export const readTime = (times: readonly StatedTime[], position: number): string | null => {
  let best: StatedTime | null = null
  for (const stated of times) {
    if (best === null || Math.abs(stated.start - position) < Math.abs(best.start - position)) best = stated
  }
  return best?.time ?? null
}

const approximate = /\b(?:approximately|approx|about|around|roughly|circa)\.?\s{1,2}$/i

/** Whether the sentence hedges one of its times ("at approximately 2119 hours"). */
export const hasApproximateTime = (sentence: string, times: readonly StatedTime[]): boolean =>
  times.some(({ start }) => approximate.test(sentence.slice(Math.max(0, start - 20), start)))
