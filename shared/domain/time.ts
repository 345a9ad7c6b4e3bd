import { Temporal } from 'temporal-polyfill'
import { currentLocale, regionOf } from '../messages/locale'
import type { Case } from '../model/case'
import type { Instant } from '../model/primitives'

const localDateTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/
const timeOfDayPattern = /^([01]\d|2[0-3]):([0-5]\d)$/

const padded = (value: number, width = 2) => String(value).padStart(width, '0')

/**
 * A footage time as `00:03:27.300`, or `00:03:27` without the fraction. It is cut, never rounded, so that a
 * label never runs ahead of the picture. `timeUs` is whole microseconds, 0 or more.
 */
export function formatFootageTime(timeUs: number, { withFraction = true }: { withFraction?: boolean } = {}): string {
  const totalMs = Math.floor(timeUs / 1000)
  const totalS = Math.floor(totalMs / 1000)
  const clock = `${padded(Math.floor(totalS / 3600))}:${padded(Math.floor(totalS / 60) % 60)}:${padded(totalS % 60)}`
  return withFraction ? `${clock}.${padded(totalMs % 1000, 3)}` : clock
}

/** The time of day of an instant in a time zone, as `21:17:42.300`, or `21:17:42` without the fraction. */
export function formatWallClock(instant: Instant, timeZone: string, { withFraction = true }: { withFraction?: boolean } = {}): string {
  const atMs = Date.parse(instant)
  const offsetMs = offsetAt(atMs, timeZone)
  const ofDayMs = (((atMs + offsetMs) % dayMs) + dayMs) % dayMs
  return formatFootageTime(ofDayMs * 1000, { withFraction })
}

const dayMs = 86_400_000
const quarterMs = 900_000
const mostQuarters = 5000
/** By zone and quarter of an hour: how far its clocks are ahead of UTC, in ms; null where they are set within it. */
const offsets = new Map<string, number | null>()

/**
 * How far the clocks of a zone are ahead of UTC at a moment, in ms. Kept for each quarter of an hour: a case has thousands of moments
 * within few of them, and a calendar takes longer to ask than all else that is drawn of a moment.
 */
function offsetAt(atMs: number, timeZone: string): number {
  const ask = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000
  const quarter = Math.floor(atMs / quarterMs)
  const key = `${timeZone} ${quarter}`
  let offset = offsets.get(key)
  if (offset === undefined) {
    const first = ask(quarter * quarterMs)
    offset = first === ask((quarter + 1) * quarterMs - 1) ? first : null
    if (offsets.size >= mostQuarters) offsets.clear()
    offsets.set(key, offset)
  }
  return offset ?? ask(atMs)
}

/** An instant in a time zone, to the minute, as `12 Oct 2024 21:14`, with the month in the language spoken now. */
export function formatInstant(instant: Instant, timeZone: string): string {
  const { day, month, year, hour, minute } = inZone(instant, timeZone)
  return `${day} ${monthName(month)} ${padded(year, 4)} ${padded(hour)}:${padded(minute)}`
}

const monthFormats = new Map<string, Intl.DateTimeFormat>()

/** The short name of a month, 1 to 12, in the language spoken now, e.g. `Oct`. */
function monthName(month: number): string {
  const locale = currentLocale()
  const format = monthFormats.get(locale) ?? new Intl.DateTimeFormat(regionOf[locale], { month: 'short', timeZone: 'UTC' })
  monthFormats.set(locale, format)
  return format.format(Date.UTC(2000, month - 1))
}

/**
 * Reads what an `<input type=datetime-local>` gives, e.g. `2024-10-12T21:14` or with seconds and milliseconds.
 * Null where it is no such text, or where the clocks of that zone skipped that time. Where the clocks were set
 * back and a time came twice, it is the first of the two.
 */
export function parseLocalDateTime(text: string, timeZone: string): Instant | null {
  if (!localDateTimePattern.test(text)) return null
  try {
    const local = Temporal.PlainDateTime.from(text, { overflow: 'reject' })
    const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
    return zoned.toPlainDateTime().equals(local) ? toInstant(zoned) : null
  } catch (cause) {
    if (cause instanceof RangeError) return null
    throw cause
  }
}

/** The value of an `<input type=datetime-local>` for an instant: as short as it can be, e.g. `2024-10-12T21:14`. */
export function toLocalDateTime(instant: Instant, timeZone: string): string {
  const local = inZone(instant, timeZone).toPlainDateTime()
  const smallestUnit = local.millisecond > 0 ? 'millisecond' : local.second > 0 ? 'second' : 'minute'
  return local.toString({ smallestUnit })
}

/**
 * Places a time of day that a report states (`HH:MM`) on the day that brings it nearest to the span of the case, in
 * the case's time zone; the earlier of two that are equally near. Null where it is no time of day.
 */
export function instantOnDay(of: Pick<Case, 'startsAt' | 'endsAt' | 'timeZone'>, timeOfDay: string): Instant | null {
  if (!timeOfDayPattern.test(timeOfDay)) return null
  const startMs = Date.parse(of.startsAt)
  const endMs = Math.max(startMs, Date.parse(of.endsAt))
  const days = [of.startsAt, of.endsAt].flatMap((edge) => {
    const day = inZone(edge, of.timeZone).toPlainDate()
    return [day.subtract({ days: 1 }), day, day.add({ days: 1 })]
  })
  let nearest: { instant: Instant; distanceMs: number } | null = null
  for (const day of days) {
    const instant = parseLocalDateTime(`${day.toString()}T${timeOfDay}`, of.timeZone)
    if (instant === null) continue
    const atMs = Date.parse(instant)
    const distanceMs = Math.max(startMs - atMs, atMs - endMs, 0)
    const isNearer = nearest === null || distanceMs < nearest.distanceMs
    if (isNearer || (nearest !== null && distanceMs === nearest.distanceMs && instant < nearest.instant)) nearest = { instant, distanceMs }
  }
  return nearest?.instant ?? null
}

/**
 * The index of the frame that is shown at `timeUs`: the last whose presentation time is not after it. `timesUs` ascends.
 * -1 where `timeUs` comes before the first, and where there are no frames.
 */
export function frameAt(timesUs: ArrayLike<number>, timeUs: number): number {
  let low = 0
  let high = timesUs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((timesUs[middle] ?? Infinity) <= timeUs) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * The presentation time (microseconds) of the frame that lies `by` frames after the one shown at `timeUs`, before it
 * where `by` is negative. Null where that frame is not in `timesUs`: ask for another window, or stay.
 */
export function neighbourFrame(timesUs: readonly number[], timeUs: number, by: number): number | null {
  return timesUs[frameAt(timesUs, timeUs) + by] ?? null
}

function inZone(instant: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
}

function toInstant(zoned: Temporal.ZonedDateTime): Instant {
  return zoned.toInstant().toString({ smallestUnit: 'millisecond' })
}
