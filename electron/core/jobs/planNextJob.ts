import type { Job } from '#shared/model/job'

/** As many at once; work for later never takes more than its share, so that what a person asks for need not wait for it. */
export const jobLimits = { running: 2, background: 1 }

/**
 * Which waiting job begins next: first what is on screen, in the order of `onScreen`, then what a person asked for, then the rest; each in the order it came.
 * Null where none waits or the limits are reached.
 */
export function planNextJob(jobs: Iterable<Job>, onScreen: ReadonlySet<string>): Job | null {
  const all = [...jobs]
  const places = new Map([...onScreen].map((id, index) => [id, index - onScreen.size]))
  const rank = (job: Job) => places.get(job.subjectId ?? '') ?? (job.priority === 'asked' ? 1 : 2)
  const running = all.filter((job) => job.status === 'running')
  if (running.length >= jobLimits.running) return null
  const isBackgroundFull = running.filter((job) => rank(job) === 2).length >= jobLimits.background
  const waiting = all.filter((job) => job.status === 'queued' && !(isBackgroundFull && rank(job) === 2))
  return waiting.toSorted((one, other) => rank(one) - rank(other) || one.id.localeCompare(other.id))[0] ?? null
}
