import { carriedProblem, type Problem } from '#shared/rpc/problem'

/** The problem that an error carries, from the contract or from the window itself; anything else becomes an `internal` one with its words kept. */
export function problemOf(error: unknown): Problem {
  const carried = carriedProblem(error)
  if (carried !== null) return carried
  if (isLostLine(error)) {
    return {
      code: 'internal',
      what: 'The core went away before it answered. It is being started again.',
      kept: 'Everything that was acknowledged is saved.',
      todo: 'See whether this last change is there, and make it again where it is not.',
      subjectId: null
    }
  }
  return {
    code: 'internal',
    what: error instanceof Error ? error.message : 'Something went wrong that the app does not know.',
    kept: 'Everything that was acknowledged is kept.',
    todo: 'Try again. If it happens again, restart the app and look at Diagnostics.',
    subjectId: null
  }
}

/** An answer that never came: the line's own errors carry no code of the contract. */
function isLostLine(error: unknown): boolean {
  return error instanceof Error && !('code' in error) && /closed|aborted|disconnected|not connected/i.test(error.message)
}
