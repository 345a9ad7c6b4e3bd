import { messagesOf } from '#shared/messages/messagesOf'
import type { Job, JobKind } from '#shared/model/job'

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

/** The steps that the core names, in its words. */
const stepKeys = {
  Hashing: 'hashing',
  'Comparing the frames': 'comparingFrames',
  Comparing: 'comparing',
  'Drawing the footage': 'drawing',
  'Hashing the source again': 'hashingSource',
  'Hashing what was written': 'hashingWritten',
  'Loading the footage': 'loadingFootage',
  'Loading the reports': 'loadingReports',
  'Making a playable copy': 'makingCopy',
  'Making the filmstrip': 'makingFilmstrip',
  'Reading the container': 'readingContainer',
  'Reading the frames': 'readingFrames',
  'Reading the range': 'readingRange',
  'Reading the sound': 'readingSound',
  'Reading the text': 'readingText',
  Recording: 'recording',
  Tagging: 'tagging',
  'Taking stills': 'takingStills',
  'Writing the clip': 'writingClip',
  Writing: 'writing',
  Waiting: 'waiting',
  Paused: 'isPaused'
} as const

/** What a kind of long work is called. */
export const describeJobKind = (kind: JobKind): string => say(kindKeys[kind])

/** A step as the core names it, in the language on screen; as it stands where it is a step of another name. */
export const describeStep = (step: string): string => (isKnownStep(step) ? say(stepKeys[step]) : step)

const isKnownStep = (step: string): step is keyof typeof stepKeys => Object.hasOwn(stepKeys, step)

/** The step that an open job is at, with how far it is, e.g. `Hashing 43 %`. */
export function describeJobStep(job: Job): string {
  if (job.status === 'queued') return say('waiting')
  if (job.status === 'paused') return say('isPaused')
  return say('stepAt', { step: describeStep(job.step), percent: Math.floor(job.progress * 100) })
}
