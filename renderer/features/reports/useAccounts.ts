import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Report } from '#shared/model/report'
import { useCaseStore } from '../../stores/caseStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { planAccounts } from './planAccounts'

/** The two accounts of the open case: all reports by the time they were written, the one shown, what is tied to it, and its passages without a certain place. */
export function useAccounts() {
  const records = useCaseStore(
    useShallow((store) => ({
      tags: store.tags,
      footage: store.footage,
      passages: store.passages,
      statements: store.statements,
      links: store.links,
      absences: store.absences,
      reports: store.reports
    }))
  )
  const wantedId = useSelectionStore((selection) => selection.reportId)
  const reports = useMemo(
    () => [...records.reports.values()].filter((report) => report.withdrawn === null).sort((a, b) => timeOf(a).localeCompare(timeOf(b))),
    [records.reports]
  )
  const report = reports.find((one) => one.id === wantedId) ?? mostInvolved(reports)
  const reportId = report?.id ?? null
  const accounts = useMemo(() => planAccounts(records, reportId), [records, reportId])
  const uncertain = useMemo(
    () =>
      [...records.passages.values()]
        .filter((passage) => passage.withdrawn === null && passage.reportId === reportId && passage.refinding !== undefined)
        .sort((a, b) => a.anchor.start - b.anchor.start || a.id.localeCompare(b.id)),
    [records.passages, reportId]
  )
  return { ...accounts, reports, report, uncertain }
}

/** Before the reviewer chose: the account of who was in it, else the first that was written. */
const mostInvolved = (reports: readonly Report[]) => reports.find((one) => one.capacity === 'involved-officer') ?? reports[0] ?? null

const timeOf = (report: Report) => report.writtenAt ?? report.createdAt
