import { messagesOf } from '#shared/messages/messagesOf'
import { isOpenJob, type Job } from '#shared/model/job'
import { inOwnWords } from '#shared/rpc/problem'
import { describeJobKind, describeJobStep, describeStep } from '../../ui/jobWords'

const say = messagesOf('jobs')

/** A piece of long work in one line of text, e.g. `2024-10-12T21:14:00.000Z Verify footage: front.mp4, failed. The file is gone.` */
export function jobLine(job: Job): string {
  const state = isOpenJob(job) ? `${say(job.status)}, ${describeJobStep(job)}` : say(job.status)
  const { what, todo } = job.problem === null ? { what: '', todo: '' } : inOwnWords(job.problem)
  const problem = job.problem === null ? '' : `. ${say('problem', { what, todo })}`
  return `${job.createdAt} ${say('kindAndLabel', { kind: describeJobKind(job.kind), label: describeStep(job.label) })}, ${state}${problem}`
}
