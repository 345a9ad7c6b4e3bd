import { z } from 'zod'
import { localeSchema } from '../messages/locale'

/**
 * The words of an entry in other languages, by language. Optional, and so is each word: what has none is shown as the entry says it.
 * Ids are never translated, nor are the words by which a report names something.
 */
export const inOtherLanguages = <Words extends string>(...names: Words[]) =>
  z.partialRecord(localeSchema, z.partialRecord(z.enum(names), z.string().min(1))).exactOptional()
