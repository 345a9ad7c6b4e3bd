import { useLayoutEffect } from 'react'
import { setCurrentLocale, type Locale } from '#shared/messages/locale'
import { useLocale } from '../stores/deskStore'

/** Has every message given in the language on screen, which it answers with. */
export function useSpokenLocale(): Locale {
  const locale = useLocale()
  // While this is drawn, since what is below it asks for its words then.
  setCurrentLocale(locale)
  useLayoutEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return locale
}
