import { currentLocale, type Locale } from './locale'

/** Without a comma before the last one, as the app writes lists in English. */
const writtenAs: { readonly [Each in Locale]: string } = { en: 'en-GB', es: 'es' }
const formats = new Map<Locale, Intl.ListFormat>()

/** Several things in one phrase, in the language spoken now, e.g. `a, b and c`; an empty text for none. */
export function listOf(parts: readonly string[]): string {
  const locale = currentLocale()
  const format = formats.get(locale) ?? new Intl.ListFormat(writtenAs[locale], { type: 'conjunction' })
  formats.set(locale, format)
  return format.format(parts)
}
