import { carriedProblem, inOwnWords, ProblemError, problemWords, type Problem } from '#shared/rpc/problem'

/**
 * The problem that an error carries, from the contract or from the window itself, in the language spoken now; anything else becomes an
 * `internal` one with its words kept.
 */
export function problemOf(error: unknown): Problem {
  return inOwnWords(carriedProblem(error) ?? new ProblemError('internal', wordsOf(error)).problem)
}

function wordsOf(error: unknown) {
  if (isLostLine(error)) return problemWords('coreWentAway')
  return error instanceof Error ? problemWords('wordsInWindow', { words: error.message }) : problemWords('unknownInWindow')
}

/** An answer that never came: the line's own errors carry no code of the contract. */
function isLostLine(error: unknown): boolean {
  return error instanceof Error && !('code' in error) && /closed|aborted|disconnected|not connected/i.test(error.message)
}
