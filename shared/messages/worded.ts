import { z } from 'zod'
import { currentLocale, type Locale } from './locale'
import { catalogs, formatOf, type Given, type KeyOf, type MessageArea, type TextOf } from './messagesOf'

/** A message that is not said yet: it travels and is stored, and whoever shows it says it in the language of that moment. */
export interface Worded {
  area: string
  key: string
  /** What stands in the message; messages may stand in a message. */
  args: Record<string, string | number | Worded>
}

/** What may stand in a message that is not said yet. */
export type WordedArgument = string | number | Worded

const argumentsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.lazy(() => wordedSchema)]))
export const wordedSchema: z.ZodType<Worded> = z.object({ area: z.string(), key: z.string(), args: argumentsSchema })

/** The arguments of a message as they travel. What is given is checked where it is given, when the app is compiled. */
export const wordedArguments = (given: readonly unknown[]): Worded['args'] => argumentsSchema.parse(given[0] ?? {})

/** A message to be said later: `worded('problems', 'taskReadSound')`. Keys and arguments are checked when the app is compiled. */
export function worded<Area extends MessageArea, Key extends KeyOf<Area>>(
  area: Area,
  key: Key,
  ...given: Given<TextOf<Area, Key>, WordedArgument>
): Worded {
  return { area, key, args: wordedArguments(given) }
}

/**
 * A message in a language, the one spoken now where none is given. Null where this version of the app does not know the message, or
 * knows it with other arguments: it was made by another version.
 */
export function sayWorded({ area, key, args }: Worded, locale: Locale = currentLocale()): string | null {
  if (!isArea(area) || !Object.hasOwn(catalogs.en[area], key)) return null
  const said: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(args)) {
    const words = typeof value === 'object' ? sayWorded(value, locale) : value
    if (words === null) return null
    said[name] = words
  }
  try {
    return String(formatOf(area, key, locale).format(said))
  } catch {
    // An argument is missing: the message had others when it was made.
    return null
  }
}

const isArea = (area: string): area is MessageArea => Object.hasOwn(catalogs.en, area)
