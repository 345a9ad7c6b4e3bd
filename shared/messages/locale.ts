import { z } from 'zod'

/** The languages that the app speaks, as BCP 47 tags. */
export const localeSchema = z.enum(['en', 'es'])
export type Locale = z.infer<typeof localeSchema>

/** What each language calls itself. */
export const localeNames: { readonly [Each in Locale]: string } = { en: 'English', es: 'Español' }

/** Whose numbers and dates are written: Spanish is that of the United States, with a point before decimals. */
export const regionOf: { readonly [Each in Locale]: string } = { en: 'en', es: 'es-US' }

let current: Locale = 'en'

/** The language in which messages are given now. One process speaks one language at a time. */
export const currentLocale = (): Locale => current

/** The same for numbers and dates, as a BCP 47 tag. */
export const currentRegion = (): string => regionOf[current]

/** Has all messages from here on given in a language. Who shows words that were made before makes them again. */
export function setCurrentLocale(locale: Locale): void {
  current = locale
}

/**
 * Has what `work` says given in a language, whatever is spoken around it, and answers with it. `work` must not wait for anything: others may
 * speak meanwhile.
 */
export function inLocale<Made>(locale: Locale, work: () => Made): Made {
  const before = current
  current = locale
  try {
    return work()
  } finally {
    current = before
  }
}

/** The first of `wanted` (BCP 47 tags, the most wanted first, e.g. a system's list) that the app speaks; English where there is none. */
export function speakableLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const spoken = localeSchema.safeParse(tag.toLowerCase().split(/[-_]/)[0])
    if (spoken.success) return spoken.data
  }
  return 'en'
}
