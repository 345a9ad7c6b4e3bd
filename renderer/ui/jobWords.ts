import { messagesOf } from '#shared/messages/messagesOf'
import type { Job, JobKind } from '#shared/model/job'

const say = messagesOf('ui')

const kindKeys = {
  'load-footage': 'jobLoadFootage',
  'load-report': 'jobLoadReport',
  'replace-report': 'jobReplaceReport',
  'reread-report': 'jobRereadReport',
  'verify-footage': 'jobVerifyFootage',
  'verify-report': 'jobVerifyReport',
  'relink-footage': 'jobRelinkFootage',
  'make-proxy': 'jobMakeProxy',
  'make-filmstrip': 'jobMakeFilmstrip',
  'read-waveform': 'jobReadWaveform',
  'align-footage': 'jobAlignFootage',
  'write-clip': 'jobWriteClip',
  findings: 'jobFindings',
  demonstration: 'jobDemonstration'
} as const satisfies Record<JobKind, string>

/** What a kind of long work is called. */
export const describeJobKind = (kind: JobKind): string => say(kindKeys[kind])

/** The step that an open job is at, with how far it is, e.g. `Hashing 43 %`. */
export function describeJobStep(job: Job): string {
  if (job.status === 'queued') return say('waitingForTurn')
  if (job.status === 'paused') return say('paused')
  return say('percent', { step: job.step, percent: Math.floor(job.progress * 100) })
}
