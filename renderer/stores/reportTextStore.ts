import { useEffect } from 'react'
import { create } from 'zustand'
import type { ReportId } from '#shared/model/ids'
import type { ReportText } from '#shared/model/report'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../app/connection'
import { problemOf } from './problemOf'

export type ReportTextState =
  { status: 'none' | 'loading' } | { status: 'ready'; text: ReportText } | { status: 'failed'; problem: Problem }

interface ReportTextCache {
  /** By report id. A report's file never changes, so neither does its text. */
  texts: ReadonlyMap<string, ReportTextState>
  /** Asks the core for a text, unless it is here or on its way. */
  load: (reportId: ReportId) => Promise<void>
}

const none: ReportTextState = { status: 'none' }

export const useReportTextStore = create<ReportTextCache>()((set, get) => {
  const put = (reportId: ReportId, state: ReportTextState) => set({ texts: new Map(get().texts).set(reportId, state) })
  return {
    texts: new Map(),
    load: async (reportId) => {
      const known = get().texts.get(reportId)
      if (known?.status === 'loading' || known?.status === 'ready') return
      put(reportId, { status: 'loading' })
      try {
        put(reportId, { status: 'ready', text: await connection().client.reports.text({ reportId }) })
      } catch (error) {
        put(reportId, { status: 'failed', problem: problemOf(error) })
      }
    }
  }
})

/** The text of a report, asked for once; `none` where there is no report. After a failure, `load` tries again. */
export function useReportText(reportId: ReportId | null): ReportTextState {
  const state = useReportTextStore((store) => (reportId === null ? none : (store.texts.get(reportId) ?? none)))
  useEffect(() => {
    if (reportId !== null && state.status === 'none') void useReportTextStore.getState().load(reportId)
  }, [reportId, state.status])
  return state
}
