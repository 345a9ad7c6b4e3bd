import type { Job } from '#shared/model/job'
import { ProblemError, type Problem, problemWords } from '#shared/rpc/problem'
import { readBack } from '#shared/messages/readBack'

/** Thrown for an id that no job has. */
export function unknownJob(id: string): ProblemError {
  return new ProblemError('not_found', problemWords('noSuchJob'), { subjectId: id })
}

/** What a job says that was cancelled. */
export function cancelled(job: Job): Problem {
  return new ProblemError('job_cancelled', problemWords('jobCancelled', { label: readBack('steps', job.label) ?? job.label })).problem
}

/** What a job says that ran when the app stopped, and is not begun again. */
export function interrupted(job: Job): Problem {
  return new ProblemError(
    'job_cancelled',
    problemWords('jobInterrupted', { label: readBack('steps', job.label) ?? job.label, times: Math.max(1, job.interruptions) })
  ).problem
}
