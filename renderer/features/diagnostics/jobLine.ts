import { messagesOf } from '#shared/messages/messagesOf'
import { isOpenJob, type Job } from '#shared/model/job'
import { describeJobKind, describeJobStep } from '../../ui/jobWords'

const say = messagesOf('jobs')

/** A piece of long work in one line of text, e.g. `2024-10-12T21:14:00.000Z Verify footage: front.mp4, failed. The file is gone.` */
export function jobLine(job: Job): string {
  const state = isOpenJob(job) ? `${say(job.status)}, ${describeJobStep(job)}` : say(job.status)
  const problem = job.problem === null ? '' : `. ${say('problem', { what: job.problem.what, todo: job.problem.todo })}`
  return `${job.createdAt} ${say('kindAndLabel', { kind: describeJobKind(job.kind), label: job.label })}, ${state}${problem}`
}
