import { messagesOf } from '#shared/messages/messagesOf'
import type { Job, JobKind } from '#shared/model/job'
import { saidAgain } from '#shared/messages/readBack'

const say = messagesOf('jobs')

const kindKeys = {
  'load-footage': 'loadFootage',
  'load-report': 'loadReport',
  'replace-report': 'replaceReport',
  'reread-report': 'rereadReport',
  'verify-footage': 'verifyFootage',
  'verify-report': 'verifyReport',
  'relink-footage': 'relinkFootage',
  'make-proxy': 'makeProxy',
  'make-filmstrip': 'makeFilmstrip',
  'read-waveform': 'readWaveform',
  'align-footage': 'alignFootage',
  'write-clip': 'writeClip',
  findings: 'findings',
  demonstration: 'demonstration'
} as const satisfies { readonly [Kind in JobKind]: string }

/** What a kind of long work is called. */
export const describeJobKind = (kind: JobKind): string => say(kindKeys[kind])

/** What a job works on, or the step it is at, as the core stores it, in the language spoken now. */
export const describeStep = (stored: string): string => saidAgain('steps', stored)

/** The step that an open job is at, with how far it is, e.g. `Hashing 43 %`. */
export function describeJobStep(job: Job): string {
  if (job.status === 'queued') return say('waiting')
  if (job.status === 'paused') return say('isPaused')
  return say('stepAt', { step: describeStep(job.step), percent: Math.floor(job.progress * 100) })
}
