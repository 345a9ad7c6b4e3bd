import { z } from 'zod'

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

/** What a person needs to know of a failure. */
export const problemSchema = z.object({
  code: problemCodeSchema,
  /** What is wrong. */
  what: z.string(),
  /** What was kept. */
  kept: z.string(),
  /** What to do. */
  todo: z.string(),
  /** The record that it concerns, e.g. the footage that is loaded already. */
  subjectId: z.string().nullable()
})
export type Problem = z.infer<typeof problemSchema>

/** The errors that every method may answer with, for the contract. */
export const problemErrors = Object.fromEntries(
  Object.entries(problemStatuses).map(([code, status]) => [code, { status, data: problemSchema }])
) as { [Code in ProblemCode]: { status: number; data: typeof problemSchema } }

const nothingChanged = 'Nothing that was saved has changed.'

/** An error that a person can act on; everything the core refuses is one of these. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(code: ProblemCode, what: string, todo: string, more: { kept?: string; subjectId?: string; cause?: unknown } = {}) {
    super(what, { cause: more.cause })
    this.name = 'ProblemError'
    this.problem = { code, what, todo, kept: more.kept ?? nothingChanged, subjectId: more.subjectId ?? null }
  }
}

/** The problem that an error carries, thrown here or answered by the other end of a contract; null where it carries none. */
export function carriedProblem(error: unknown): Problem | null {
  if (error instanceof ProblemError) return error.problem
  return problemSchema.safeParse(error instanceof Error && 'data' in error ? error.data : null).data ?? null
}
