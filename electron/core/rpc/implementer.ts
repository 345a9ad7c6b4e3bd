import { implement, ORPCError, ValidationError } from '@orpc/server'
import type { User } from '#shared/model/ledger'
import { contract } from '#shared/rpc/contract'
import { ProblemError, problemStatuses } from '#shared/rpc/problem'

/** Who calls, as the host that holds the channel says; until there is sign-in, the one local user. */
export interface Session {
  user: User
}

/**
 * The contract, ready for each room to give its handlers. In this one place every method's roles are checked
 * and every error becomes one of the contract's.
 */
export const os = implement(contract)
  .$context<Session>()
  .use(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      throw toContractError(error)
    }
  })
  .use(({ context, next, procedure, path }) => {
    const { roles } = procedure['~orpc'].meta
    if (!roles.some((role) => context.user.roles.includes(role))) {
      throw new ProblemError(
        'not_permitted',
        `${path.join('.')} needs one of the roles ${roles.join(', ')}.`,
        'Ask someone who holds such a role.'
      )
    }
    return next()
  })

/** The contract's error for anything thrown. */
export function toContractError(error: unknown): Error {
  return error instanceof ORPCError && error.defined ? error : asDefined(toProblemError(error))
}

/** A problem for anything thrown: a problem as it is, bad input with its fields named, and all else as internal. */
export function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) return invalidInput(error.cause)
  if (isDiskFull(error)) {
    return new ProblemError('disk_full', 'The disk that holds the data folder is full.', 'Free some space and do it again.', {
      cause: error
    })
  }
  return new ProblemError(
    'internal',
    error instanceof Error ? error.message : 'Something went wrong inside the core.',
    'Try again. If it happens again, note what you did and look at Diagnostics.',
    { cause: error }
  )
}

function asDefined(error: ProblemError): ORPCError<string, ProblemError['problem']> {
  const { problem } = error
  return new ORPCError(problem.code, {
    defined: true,
    status: problemStatuses[problem.code],
    message: problem.what,
    data: problem,
    cause: error
  })
}

function invalidInput(error: ValidationError): ProblemError {
  const places = error.issues.map((issue) => {
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
    return path === '' ? issue.message : `${path}: ${issue.message}`
  })
  return new ProblemError(
    'invalid_input',
    `This cannot be saved as it is. ${places.slice(0, 5).join('; ')}`,
    'Correct it and save again.',
    {
      cause: error
    }
  )
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'SQLITE_FULL' || error.code === 'ENOSPC')
}
