import type { Job } from '#shared/model/job'
import type { User } from '#shared/model/ledger'
import { ProblemError } from '#shared/rpc/problem'
import type { CoreContext } from './context'

export function openDemonstration(_core: CoreContext, _user: User): Promise<Job> {
  throw new ProblemError('internal', 'The demonstration is being made.', 'Wait.')
}
