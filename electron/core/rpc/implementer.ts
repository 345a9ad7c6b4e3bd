import { implement, ORPCError, ValidationError } from '@orpc/server'
import type { User } from '#shared/model/ledger'
import { contract } from '#shared/rpc/contract'
import { ProblemError, problemStatuses, problemWords } from '#shared/rpc/problem'
import { readBack } from '#shared/messages/readBack'
import { worded, type WordedArgument } from '#shared/messages/worded'

const mostIssuesTold = 5

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
      throw new ProblemError('not_permitted', problemWords('roleMissing', { method: path.join('.'), roles: roles.join(', ') }))
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
    return new ProblemError('disk_full', problemWords('diskFull'), { cause: error })
  }
  return new ProblemError(
    'internal',
    error instanceof Error ? problemWords('wordsInCore', { words: error.message }) : problemWords('unknownInCore'),
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
  const [first, ...others] = error.issues.slice(0, mostIssuesTold).map((issue) => {
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
    const why = readBack('validation', issue.message) ?? issue.message
    return path === '' ? why : worded('problems', 'fieldRefused', { path, why })
  })
  const issues = others.reduce<WordedArgument>((told, other) => worded('problems', 'fieldsRefused', { told, other }), first ?? '')
  return new ProblemError('invalid_input', problemWords('inputRefused', { issues }), { cause: error })
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'SQLITE_FULL' || error.code === 'ENOSPC')
}
