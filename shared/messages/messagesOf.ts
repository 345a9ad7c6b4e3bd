import type { GetICUArgs } from '@schummar/icu-type-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import { english } from './english'
import { spanish } from './spanish'
import { currentLocale, type Locale } from './locale'

type English = typeof english
/** The parts that messages come in, one file each, e.g. `library`. */
export type MessageArea = keyof English
type KeyOf<Area extends MessageArea> = keyof English[Area] & string
type TextOf<Area extends MessageArea, Key extends KeyOf<Area>> = English[Area][Key] & string

/** What a message needs to be said: the arguments that its English text names, none where it names none. */
type ArgumentsOf<Text extends string> = GetICUArgs<Text, { ICUArgument: string | number; ICUNumberArgument: number; ICUDateArgument: Date }>
type Given<Text extends string> = keyof ArgumentsOf<Text> extends never ? [] : [args: ArgumentsOf<Text>]

/** Says the messages of one area in the current language. */
type Say<Area extends MessageArea> = <Key extends KeyOf<Area>>(key: Key, ...given: Given<TextOf<Area, Key>>) => string

const catalogs: { readonly [Each in Locale]: { readonly [Area in MessageArea]: Readonly<Record<string, string>> } } = {
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
  return (key, ...given) => String(formatOf(area, key).format(given[0]))
}

function formatOf(area: MessageArea, key: string): IntlMessageFormat {
  const locale = currentLocale()
  const name = `${locale} ${area} ${key}`
  const made = formats.get(name) ?? new IntlMessageFormat(catalogs[locale][area][key] ?? key, locale, undefined, { ignoreTag: true })
  formats.set(name, made)
  return made
}
