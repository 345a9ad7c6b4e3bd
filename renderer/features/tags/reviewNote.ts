import { currentLocale } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'

const say = messagesOf('tags')

/** Says that the policy's review date is past, e.g. `review date passed 1 Nov 2026`; null until then. `reviewOn` is a date as `2026-11-01`. */
export function reviewNote(reviewOn: string, now: Date): string | null {
  const [year, month, day] = reviewOn.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  // On the review date itself it is not past yet.
  if (now < new Date(year, month - 1, day + 1)) return null
  // The day before the month, as everywhere in the app: it is read the same in both languages.
  const format = new Intl.DateTimeFormat(currentLocale() === 'en' ? 'en-GB' : 'es', { day: 'numeric', month: 'short', year: 'numeric' })
  return say('reviewPassed', { date: format.format(new Date(year, month - 1, day)) })
}
