import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Report } from '#shared/model/report'
import { useCaseStore } from '../../stores/caseStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { planAccounts } from './planAccounts'

/** The two accounts of the open case: all reports by the time they were written, the one shown, and what is tied to it. */
export function useAccounts() {
  const records = useCaseStore(
    useShallow((store) => ({
      tags: store.tags,
      footage: store.footage,
      passages: store.passages,
      statements: store.statements,
      links: store.links,
      absences: store.absences
    }))
  )
  const reportRecords = useCaseStore((store) => store.reports)
  const wantedId = useSelectionStore((selection) => selection.reportId)
  const reports = useMemo(
    () => [...reportRecords.values()].filter((report) => report.withdrawn === null).sort((a, b) => timeOf(a).localeCompare(timeOf(b))),
    [reportRecords]
  )
  const report = reports.find((one) => one.id === wantedId) ?? mostInvolved(reports)
  const reportId = report?.id ?? null
  const accounts = useMemo(() => planAccounts(records, reportId), [records, reportId])
  return { ...accounts, reports, report }
}

/** Before the reviewer chose: the account of who was in it, else the first that was written. */
const mostInvolved = (reports: readonly Report[]) => reports.find((one) => one.capacity === 'involved-officer') ?? reports[0] ?? null

const timeOf = (report: Report) => report.writtenAt ?? report.createdAt
