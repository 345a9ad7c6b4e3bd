import type { GetICUArgs } from '@schummar/icu-type-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import { english } from './english'
import { spanish } from './spanish'
import { currentLocale, regionOf, type Locale } from './locale'

type English = typeof english
/** The parts that messages come in, one file each, e.g. `library`. */
export type MessageArea = keyof English
/** The names of an area's messages. */
export type KeyOf<Area extends MessageArea> = keyof English[Area] & string
/** The English text of a message. */
export type TextOf<Area extends MessageArea, Key extends KeyOf<Area>> = English[Area][Key] & string

/** What a message needs to be said, or several together: the arguments that the English text names, none where it names none. */
type ArgumentsOf<Text extends string | readonly string[], Plain = string | number> = GetICUArgs<
  Text,
  { ICUArgument: Plain; ICUNumberArgument: number; ICUDateArgument: Date }
>
/** The arguments as they are given after a key: left out where the text names none. */
export type Given<Text extends string | readonly string[], Plain = string | number> = keyof ArgumentsOf<Text, Plain> extends never
  ? []
  : [args: ArgumentsOf<Text, Plain>]

/** Says the messages of one area. */
type Say<Area extends MessageArea> = <Key extends KeyOf<Area>>(key: Key, ...given: Given<TextOf<Area, Key>>) => string

/** All messages, by language, area and key. */
export const catalogs: { readonly [Each in Locale]: { readonly [Area in MessageArea]: Readonly<Record<string, string>> } } = {
  en: english,
  es: spanish
}
const formats = new Map<string, IntlMessageFormat>()

/**
 * The messages of an area: `const say = messagesOf('library'); say('fileCount', { count: 3 })`. Keys and arguments are checked when the
 * app is compiled. Texts are ICU messages (plural, select, number); the language is asked for at each call, so call it where the
 * words are shown and not when a file is loaded.
 */
export function messagesOf<Area extends MessageArea>(area: Area): Say<Area> {
  return (key, ...given) => String(formatOf(area, key, currentLocale()).format(given[0]))
}

/** The messages of an area in English, whatever language is spoken: what is stored, sealed or written to a log is kept in one language. */
export function englishOf<Area extends MessageArea>(area: Area): Say<Area> {
  return (key, ...given) => String(formatOf(area, key, 'en').format(given[0]))
}

/** A message in a language, ready to be said. A key that is not known stands for itself. */
export function formatOf(area: MessageArea, key: string, locale: Locale): IntlMessageFormat {
  const name = `${locale} ${area} ${key}`
  const made =
    formats.get(name) ?? new IntlMessageFormat(catalogs[locale][area][key] ?? key, regionOf[locale], undefined, { ignoreTag: true })
  formats.set(name, made)
  return made
}
