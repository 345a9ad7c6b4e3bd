import { useCallback, useEffect, useState } from 'react'
import { caseIdSchema } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import { connection } from '../../app/connection'
import { useJobStore } from '../../stores/jobStore'
import { useSessionStore } from '../../stores/sessionStore'

interface Demonstration {
  /** The job as it stands, or null when none was started here. */
  job: Job | null
  isRunning: boolean
  start: () => Promise<void>
  dismiss: () => void
}

/** Makes or finds the demonstration case, and opens it when it is there. */
export function useDemonstration(reload: () => Promise<void>): Demonstration {
  const [started, setStarted] = useState<Job | null>(null)
  const latest = useJobStore((state) => (started === null ? undefined : state.jobs.get(started.id)))
  // One that was started before this screen was left, and still runs.
  const running = useJobStore((state) => [...state.jobs.values()].find((one) => one.kind === 'demonstration' && isOpen(one)))
  const go = useSessionStore((state) => state.go)
  const job = latest ?? started ?? running ?? null
  const runningId = running?.id

  const start = useCallback(async () => {
    const answer = await useSessionStore.getState().write(() => connection().client.app.openDemonstration())
    if (answer !== null) setStarted(answer)
  }, [])

  useEffect(() => {
    if (runningId === undefined) return
    return () => void reload()
  }, [runningId, reload])

  useEffect(() => {
    if (job?.status !== 'done') return
    const caseId = job.caseId ?? caseIdSchema.safeParse(job.resultId).data
    if (caseId === undefined) void reload()
    else go({ screen: 'case', caseId, view: 'workbench' })
  }, [job, go, reload])

  return {
    job,
    isRunning: job !== null && isOpen(job),
    start,
    dismiss: () => setStarted(null)
  }
}

const isOpen = (job: Job) => job.status === 'queued' || job.status === 'running'
