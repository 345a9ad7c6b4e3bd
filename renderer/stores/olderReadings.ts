import { useEffect } from 'react'
import { create } from 'zustand'
import type { CaseId, JobId, ReportId } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import type { OlderReading, Report } from '#shared/model/report'
import { connection } from '../app/connection'
import { useCaseStore } from './caseStore'
import { useJobStore } from './jobStore'
import { problemOf } from './problemOf'
import { useSessionStore } from './sessionStore'

interface OlderReadingCache {
  /** The reports that were asked about last. */
  reports: ReadonlyMap<string, Report> | null
  readings: readonly OlderReading[]
  /** Asks the core which of these reports an older reader read, unless that is here or on its way. */
  load: (caseId: CaseId, reports: ReadonlyMap<string, Report>) => Promise<void>
}

const useOlderReadingStore = create<OlderReadingCache>()((set, get) => ({
  reports: null,
  readings: [],
  load: async (caseId, reports) => {
    if (get().reports === reports) return
    set({ reports })
    try {
      const readings = await connection().client.reports.olderReadings({ caseId })
      if (get().reports === reports) set({ readings })
    } catch (error) {
      useCaseStore.setState({ problem: problemOf(error) })
    }
  }
}))

/** The versions, where an older reader than the app has now made the text of this report; null where none did, or until it is known. */
export function useOlderReading(reportId: ReportId | null): OlderReading | null {
  const caseId = useCaseStore((store) => store.case?.id ?? null)
  const reports = useCaseStore((store) => store.reports)
  useEffect(() => {
    if (caseId !== null && reports.size > 0) void useOlderReadingStore.getState().load(caseId, reports)
  }, [caseId, reports])
  return useOlderReadingStore((store) => store.readings.find((one) => one.reportId === reportId) ?? null)
}

/** The last time that this report was asked to be read again, as far as it has come; null where it never was. */
export function useRereadJob(reportId: ReportId | null): Job | null {
  return useJobStore(
    (store) => [...store.jobs.values()].findLast((job) => job.kind === 'reread-report' && job.subjectId === reportId) ?? null
  )
}

/** Lets the core read a report's file again. Answers with the job, or null where it was refused. */
export async function rereadReport(reportId: ReportId): Promise<JobId | null> {
  const job = await useSessionStore.getState().write(() => connection().client.reports.reread({ reportId }))
  return job?.id ?? null
}
