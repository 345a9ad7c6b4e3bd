import type { Job } from '#shared/model/job'
import { useJobStore } from '../../stores/jobStore'
import { useSessionStore } from '../../stores/sessionStore'

/** Starts a job and keeps it; null where it was refused. */
export async function startJob(start: () => Promise<Job>): Promise<Job | null> {
  const started = await useSessionStore.getState().write(start)
  if (started === null) return null
  // The event of a quick job can come before this answer does; the later of the two is kept.
  if (!useJobStore.getState().jobs.has(started.id)) useJobStore.getState().receive({ type: 'job', job: started })
  return started
}
