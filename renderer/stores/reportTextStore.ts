import { useEffect } from 'react'
import { create } from 'zustand'
import type { ReportId } from '#shared/model/ids'
import type { ReportText } from '#shared/model/report'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../app/connection'
import { useCaseStore } from './caseStore'
import { problemOf } from './problemOf'

export type ReportTextState =
  { status: 'none' | 'loading' } | { status: 'ready'; text: ReportText } | { status: 'failed'; problem: Problem }

interface ReportTextCache {
  /** By the hash of the file, which never changes, and neither does its text. */
  texts: ReadonlyMap<string, ReportTextState>
  /** Asks the core for the text of a report's file, unless it is here or on its way. */
  load: (reportId: ReportId, sha256: string) => Promise<void>
}

const none: ReportTextState = { status: 'none' }

export const useReportTextStore = create<ReportTextCache>()((set, get) => {
  const put = (key: string, state: ReportTextState) => set({ texts: new Map(get().texts).set(key, state) })
  return {
    texts: new Map(),
    load: async (reportId, sha256) => {
      const key = keyOf(reportId, sha256)
      const known = get().texts.get(key)
      if (known?.status === 'loading' || known?.status === 'ready') return
      put(key, { status: 'loading' })
      try {
        put(key, { status: 'ready', text: await connection().client.reports.text({ reportId, sha256 }) })
      } catch (error) {
        put(key, { status: 'failed', problem: problemOf(error) })
      }
    }
  }
})

// Two cases may hold the same file.
const keyOf = (reportId: ReportId, sha256: string) => `${reportId} ${sha256}`

/** The text of a report's present file, asked for once; `none` where there is no report. After a failure, `load` tries again. */
export function useReportText(reportId: ReportId | null): ReportTextState {
  const sha256 = useCaseStore((store) => (reportId === null ? undefined : store.reports.get(reportId)?.sha256))
  const state = useReportTextStore((store) =>
    reportId === null || sha256 === undefined ? none : (store.texts.get(keyOf(reportId, sha256)) ?? none)
  )
  useEffect(() => {
    if (reportId !== null && sha256 !== undefined && state.status === 'none') void useReportTextStore.getState().load(reportId, sha256)
  }, [reportId, sha256, state.status])
  return state
}
