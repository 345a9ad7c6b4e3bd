import { ProblemError, type Problem } from '#shared/rpc/problem'

/** The problem that a call ends in; fails the test when it succeeds or throws anything else. */
export async function problemOf(call: () => unknown): Promise<Problem> {
  try {
    await call()
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  throw new Error('The call was expected to be refused, and succeeded.')
}
