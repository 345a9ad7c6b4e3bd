import { messagesOf } from '#shared/messages/messagesOf'
import type { Job, JobKind } from '#shared/model/job'
import { saidAgain } from '#shared/messages/readBack'

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

/** What a job works on, or the step it is at, as it is stored, in the language spoken now. */
export const inJobWords = (stored: string): string => saidAgain('jobs', stored)

/** The step that an open job is at, with how far it is, e.g. `Hashing 43 %`. */
export function describeJobStep(job: Job): string {
  if (job.status === 'queued') return say('waitingForTurn')
  if (job.status === 'paused') return say('paused')
  return say('percent', { step: inJobWords(job.step), percent: Math.floor(job.progress * 100) })
}
