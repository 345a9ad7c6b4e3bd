import { useEffect } from 'react'
import { create } from 'zustand'
import type { ReportId } from '#shared/model/ids'
import type { Report, ReportText } from '#shared/model/report'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../app/connection'
import { useCaseStore } from './caseStore'
import { problemOf } from './problemOf'

export type ReportTextState =
  { status: 'none' | 'loading' } | { status: 'ready'; text: ReportText } | { status: 'failed'; problem: Problem }

/** What of a report tells its texts apart. */
type TextSource = Pick<Report, 'id' | 'sha256' | 'extractorVersion'>

interface ReportTextCache {
  /** By the hash of the file and the version of its reader: what one version read out of one file never changes. */
  texts: ReadonlyMap<string, ReportTextState>
  /** Asks the core for the present text of a report, unless it is here or on its way. */
  load: (report: TextSource) => Promise<void>
}

const none: ReportTextState = { status: 'none' }

export const useReportTextStore = create<ReportTextCache>()((set, get) => {
  const put = (key: string, state: ReportTextState) => set({ texts: new Map(get().texts).set(key, state) })
  return {
    texts: new Map(),
    load: async (report) => {
      const key = keyOf(report)
      const known = get().texts.get(key)
      if (known?.status === 'loading' || known?.status === 'ready') return
      put(key, { status: 'loading' })
      try {
        put(key, { status: 'ready', text: await connection().client.reports.text({ reportId: report.id, sha256: report.sha256 }) })
      } catch (error) {
        put(key, { status: 'failed', problem: problemOf(error) })
      }
    }
  }
})

// Two cases may hold the same file.
const keyOf = ({ id, sha256, extractorVersion }: TextSource) => `${id} ${sha256} ${extractorVersion ?? 'first'}`

/** The present text of a report, asked for once; `none` where there is no report. After a failure, `load` tries again. */
export function useReportText(reportId: ReportId | null): ReportTextState {
  const report = useCaseStore((store) => (reportId === null ? undefined : store.reports.get(reportId)))
  const state = useReportTextStore((store) => (report === undefined ? none : (store.texts.get(keyOf(report)) ?? none)))
  useEffect(() => {
    if (report !== undefined && state.status === 'none') void useReportTextStore.getState().load(report)
  }, [report, state.status])
  return state
}
