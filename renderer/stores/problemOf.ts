import { ProblemError, problemSchema, type Problem } from '#shared/rpc/problem'

/** The problem that an error carries, from the contract or from the window itself; anything else becomes an `internal` one with its words kept. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : null
  const parsed = problemSchema.safeParse(data)
  if (parsed.success) return parsed.data
  return {
    code: 'internal',
    what: error instanceof Error ? error.message : 'Something went wrong that the app does not know.',
    kept: 'Everything that was acknowledged is kept.',
    todo: 'Try again. If it happens again, restart the app and look at Diagnostics.',
    subjectId: null
  }
}
