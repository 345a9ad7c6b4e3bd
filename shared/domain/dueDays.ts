import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../model/primitives'

/** Whole days from the day that it is now, in a time zone, to the day `dueOn` (`2024-10-12`); negative once that day is over. */
export function dueDays(dueOn: string, timeZone: string, now: Instant): number {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  return today.until(Temporal.PlainDate.from(dueOn), { largestUnit: 'day' }).days
}
