import type { Job, JobKind } from '#shared/model/job'

const kindWords: Record<JobKind, string> = {
  'load-footage': 'Load footage',
  'load-report': 'Load report',
  'replace-report': 'Replace report',
  'reread-report': 'Read report again',
  'verify-footage': 'Verify footage',
  'verify-report': 'Verify report',
  'relink-footage': 'Find footage again',
  'make-proxy': 'Make a playable copy',
  'make-filmstrip': 'Make the filmstrip',
  'read-waveform': 'Read the waveform',
  'align-footage': 'Align cameras by sound',
  'write-clip': 'Write a clip',
  findings: 'Write findings',
  demonstration: 'Make the demonstration case'
}

/** What a kind of long work is called. */
export const describeJobKind = (kind: JobKind): string => kindWords[kind]

/** The step that an open job is at, with how far it is, e.g. `Hashing 43 %`. */
export function describeJobStep(job: Job): string {
  if (job.status === 'queued') return 'Waiting for its turn'
  if (job.status === 'paused') return 'Paused'
  return `${job.step} ${Math.floor(job.progress * 100)} %`
}
