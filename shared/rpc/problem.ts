import { z } from 'zod'
import { catalogs, type Given, type KeyOf, type TextOf } from '../messages/messagesOf'
import { sayWorded, wordedArguments, wordedSchema, type Worded, type WordedArgument } from '../messages/worded'
import { currentLocale, type Locale } from '../messages/locale'

/** The closed list of what can go wrong, with the HTTP-like status that transports report. */
export const problemStatuses = {
  invalid_input: 422,
  not_found: 404,
  not_permitted: 403,
  stale_write: 409,
  already_withdrawn: 409,
  range_reversed: 422,
  time_outside_footage: 422,
  footage_not_video: 422,
  footage_unreadable: 422,
  footage_already_loaded: 409,
  footage_missing: 410,
  footage_changed: 409,
  footage_other_file: 409,
  report_unreadable: 422,
  report_password_protected: 422,
  report_empty: 422,
  report_too_large: 413,
  report_format_unsupported: 415,
  report_already_loaded: 409,
  grant_unknown: 404,
  job_cancelled: 409,
  ffmpeg_unavailable: 503,
  ffmpeg_failed: 500,
  disk_full: 507,
  data_folder_in_use: 409,
  data_from_newer_version: 409,
  ledger_broken: 500,
  nothing_to_undo: 409,
  undo_conflict: 409,
  internal: 500
} as const

export type ProblemCode = keyof typeof problemStatuses
export const problemCodeSchema = z.enum(Object.keys(problemStatuses) as [ProblemCode, ...ProblemCode[]])

/** What a person needs to know of a failure. Its sentences are in English, as logs keep them; `inOwnWords` says them to a person. */
export const problemSchema = z.object({
  code: problemCodeSchema,
  /** What is wrong. */
  what: z.string(),
  /** What was kept. */
  kept: z.string(),
  /** What to do. */
  todo: z.string(),
  /** The record that it concerns, e.g. the footage that is loaded already. */
  subjectId: z.string().nullable(),
  /** The message that the sentences were made from; absent where somebody else's words are passed on, or an older version stored them. */
  message: wordedSchema.optional()
})
export type Problem = z.infer<typeof problemSchema>

/** The errors that every method may answer with, for the contract. */
export const problemErrors = Object.fromEntries(
  Object.entries(problemStatuses).map(([code, status]) => [code, { status, data: problemSchema }])
) as { [Code in ProblemCode]: { status: number; data: typeof problemSchema } }

type ProblemMessages = KeyOf<'problems'>
/** The problems that have words: each is a message, one more ending in `Todo`, and where something else than all was kept, one in `Kept`. */
export type ProblemKey = { [Key in ProblemMessages]: `${Key}Todo` extends ProblemMessages ? Key : never }[ProblemMessages]
type TextsOf<Key extends ProblemKey> = readonly [TextOf<'problems', Key>, PartOf<`${Key}Todo`>, PartOf<`${Key}Kept`>]
type PartOf<Key extends string> = Key extends ProblemMessages ? TextOf<'problems', Key> : ''

/** What is said of a problem. */
export type ProblemWords = Pick<Problem, 'what' | 'todo' | 'kept' | 'message'>

/** The words of a problem from `shared/messages/<language>/problems`, with the arguments of all its sentences. */
export function problemWords<Key extends ProblemKey>(key: Key, ...given: Given<TextsOf<Key>, WordedArgument>): ProblemWords {
  const message: Worded = { area: 'problems', key, args: wordedArguments(given) }
  const { what = key, todo = '', kept = '' } = sentencesOf(message, 'en') ?? {}
  return { what, todo, kept, message }
}

/** A problem, or what is said of it, with its sentences in the language spoken now; as it came where another version of the app made it. */
export function inOwnWords<Words extends ProblemWords>(problem: Words): Words {
  return { ...problem, ...(problem.message && sentencesOf(problem.message, currentLocale())) }
}

function sentencesOf(message: Worded, locale: Locale): Pick<Problem, 'what' | 'todo' | 'kept'> | null {
  const keptKey = `${message.key}Kept`
  const part = (key: string) => sayWorded({ ...message, key }, locale)
  const what = part(message.key)
  const todo = part(`${message.key}Todo`)
  const kept = part(Object.hasOwn(catalogs.en.problems, keptKey) ? keptKey : 'nothingChanged')
  return what === null || todo === null || kept === null ? null : { what, todo, kept }
}

/** An error that a person can act on; everything the core refuses is one of these. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(code: ProblemCode, words: ProblemWords, more: { subjectId?: string | null; cause?: unknown } = {}) {
    const { what, todo, kept, message } = words
    super(what, { cause: more.cause })
    this.name = 'ProblemError'
    this.problem = { code, what, todo, kept, subjectId: more.subjectId ?? null, ...(message && { message }) }
  }

  /** A problem that was carried here, to be thrown on. */
  static of(problem: Problem, cause?: unknown): ProblemError {
    return new ProblemError(problem.code, problem, { subjectId: problem.subjectId, cause })
  }
}

/** The problem that an error carries, thrown here or answered by the other end of a contract; null where it carries none. */
export function carriedProblem(error: unknown): Problem | null {
  if (error instanceof ProblemError) return error.problem
  return problemSchema.safeParse(error instanceof Error && 'data' in error ? error.data : null).data ?? null
}
