import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { localeSchema, speakableLocale, type Locale } from '#shared/messages/locale'

const fileIn = (folder: string) => path.join(folder, 'locale.txt')

/**
 * The language that the last window spoke, as `keepLocale` left it in a folder; else the first of the system's (BCP 47 tags) that the app
 * speaks. For words that are shown while no window has said in which it wants them, e.g. why the app cannot start.
 */
export function keptLocale(folder: string, systemLanguages: readonly string[]): Locale {
  return localeSchema.safeParse(readKept(fileIn(folder))).data ?? speakableLocale(systemLanguages)
}

/** Keeps a window's language for the next start. It is a comfort: where it cannot be written, the system's is spoken then. */
export function keepLocale(folder: string, locale: Locale): void {
  try {
    writeFileSync(fileIn(folder), locale)
  } catch (error) {
    process.stderr.write(`The language could not be kept: ${String(error)}\n`)
  }
}

function readKept(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    // There is none before the first window has said its language.
    return null
  }
}
