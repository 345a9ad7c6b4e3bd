import { useCallback, useEffect, useState } from 'react'
import type { FootageId } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import type { Overview } from '#shared/model/overview'
import { connection } from '../../app/connection'
import { useJobStore } from '../../stores/jobStore'
import { useSessionStore } from '../../stores/sessionStore'

/** What is new is fetched at most this often while it is made. */
const refreshMs = 400

const isOfOverview = (job: Job, footageId: FootageId) =>
  job.subjectId === footageId && (job.kind === 'make-filmstrip' || job.kind === 'read-waveform')

/** The overview of a footage as far as it is made, followed while it grows. Null until it is known. */
export function useOverview(footageId: FootageId): { overview: Overview | null; makeAgain: () => void } {
  const [overview, setOverview] = useState<Overview | null>(null)
  const isConnected = useSessionStore((state) => state.core !== 'lost')

  useEffect(() => {
    if (!isConnected) return
    let isCurrent = true
    let timer: ReturnType<typeof setTimeout> | null = null
    const fetchNow = async () => {
      // While the core is away nothing is new; it is asked again when it is back.
      const answer = await connection()
        .client.footage.overview({ footageId })
        .catch(() => null)
      if (isCurrent && answer !== null) setOverview(answer)
    }
    const fetchSoon = () => {
      timer ??= setTimeout(() => {
        timer = null
        void fetchNow()
      }, refreshMs)
    }
    const unsubscribe = useJobStore.subscribe(({ jobs }, before) => {
      for (const [id, job] of jobs) if (before.jobs.get(id) !== job && isOfOverview(job, footageId)) fetchSoon()
    })
    connection()
      .client.jobs.prioritize({ subjectIds: [footageId] })
      .catch(() => undefined)
    void fetchNow()
    return () => {
      isCurrent = false
      unsubscribe()
      if (timer !== null) clearTimeout(timer)
    }
  }, [footageId, isConnected])

  const makeAgain = useCallback(
    () => void useSessionStore.getState().write(() => connection().client.footage.makeOverview({ footageId })),
    [footageId]
  )
  return { overview, makeAgain }
}

/** How far the work on one half of the overview is, 0 to 1; null where none runs. */
export function useOverviewProgress(footageId: FootageId, kind: 'make-filmstrip' | 'read-waveform'): number | null {
  return useJobStore((state) => {
    const job = [...state.jobs.values()].findLast((one) => one.kind === kind && one.subjectId === footageId)
    return job?.status === 'running' ? job.progress : null
  })
}
