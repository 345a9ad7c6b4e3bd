import type { Job } from '#shared/model/job'
import { ProblemError, type Problem } from '#shared/rpc/problem'

/** Thrown for an id that no job has. */
export function unknownJob(id: string): ProblemError {
  return new ProblemError('not_found', 'There is no such job.', 'Look at the list of jobs.', { subjectId: id })
}

/** What a job says that was cancelled. */
export function cancelled(job: Job): Problem {
  return new ProblemError('job_cancelled', `${job.label}: cancelled.`, 'Start it again when it is wanted.').problem
}

/** What a job says that ran when the app stopped, and is not begun again. */
export function interrupted(job: Job): Problem {
  const times = job.interruptions > 1 ? `the app stopped ${job.interruptions} times while it ran` : 'the app stopped before it was finished'
  return new ProblemError('job_cancelled', `${job.label}: ${times}.`, 'Start it again.').problem
}
