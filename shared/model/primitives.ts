import { z } from 'zod'
import { englishOf } from '../messages/messagesOf'

const refused = englishOf('validation')

/** A moment in real time: ISO 8601 in UTC with milliseconds, e.g. `2024-10-12T21:14:00.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 }).describe('ISO 8601 instant in UTC, milliseconds')
export type Instant = z.infer<typeof instantSchema>

/**
 * A moment of a footage: whole microseconds after its first presentation time. Players count in
 * microseconds too, and no camera writes two frames in one, so each frame has its own number.
 */
export const footageTimeSchema = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).describe('microseconds from the start of the footage')

/** Lower-case SHA-256 in hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, refused('sha256'))

const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

function textSchema(minLength: number, maxLength: number) {
  return z
    .string()
    .trim()
    .min(minLength, minLength > 0 ? refused('empty') : undefined)
    .max(maxLength, refused('tooLong', { count: maxLength }))
    .refine((text) => !controlCharacters.test(text), refused('controlCharacters'))
}

/** A name or label on one line: 1 to 200 characters. */
export const nameSchema = textSchema(1, 200)
/** A label that may be left empty: 0 to 200 characters. */
export const labelSchema = textSchema(0, 200)
/** Free text by a reviewer: 0 to 10,000 characters. */
export const noteSchema = textSchema(0, 10_000)
/** A reason that must be given: 1 to 2,000 characters. */
export const reasonSchema = textSchema(1, 2000)

/** An IANA time zone that this machine knows, e.g. `America/New_York`. */
export const timeZoneSchema = z.string().max(64).refine(isTimeZone, refused('timeZone'))

/** To look a zone up takes longer than to read all else of a case, and a list of a thousand cases names few. */
const knownZones = new Map<string, boolean>()
const mostKnownZones = 1000

function isTimeZone(name: string): boolean {
  const known = knownZones.get(name)
  if (known !== undefined) return known
  const isKnown = canFormatIn(name)
  if (knownZones.size < mostKnownZones) knownZones.set(name, isKnown)
  return isKnown
}

function canFormatIn(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

/** An answer that a person gives; nothing is answered for them. */
export const determinationSchema = z.enum(['yes', 'no', 'undetermined'])
export type Determination = z.infer<typeof determinationSchema>
