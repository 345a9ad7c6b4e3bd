import { create } from 'zustand'
import type { FootageId } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import type { CoreEvent } from '#shared/rpc/events'

interface JobState {
  jobs: ReadonlyMap<string, Job>
  /** Failures that the reviewer has seen and put away. */
  dismissed: ReadonlySet<string>
  replace: (jobs: readonly Job[]) => void
  receive: (event: CoreEvent) => void
  dismiss: (jobId: string) => void
}

/** Long work, as the core last said it. */
export const useJobStore = create<JobState>()((set, get) => ({
  jobs: new Map(),
  dismissed: new Set(),
  replace: (jobs) => set({ jobs: new Map(jobs.map((job) => [job.id, job])) }),
  receive: (event) => {
    if (event.type === 'job') set({ jobs: new Map(get().jobs).set(event.job.id, event.job) })
  },
  dismiss: (jobId) => set({ dismissed: new Set(get().dismissed).add(jobId) })
}))

/** The last job that makes a playable copy of a footage, or null. */
export function proxyJobOf(jobs: ReadonlyMap<string, Job>, footageId: FootageId): Job | null {
  return [...jobs.values()].findLast((job) => job.kind === 'make-proxy' && job.subjectId === footageId) ?? null
}
