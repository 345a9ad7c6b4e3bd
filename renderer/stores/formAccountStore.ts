import { useEffect } from 'react'
import { create } from 'zustand'
import type { FormAccount } from '#shared/model/comparison'
import type { CaseId } from '#shared/model/ids'
import type { Report } from '#shared/model/report'
import { connection } from '../app/connection'
import { useCaseStore } from './caseStore'
import { problemOf } from './problemOf'

interface FormAccountCache {
  /** The reports that were asked about last. */
  reports: ReadonlyMap<string, Report> | null
  accounts: readonly FormAccount[]
  /** Asks the core what the forms among these reports say, unless that is here or on its way. */
  load: (caseId: CaseId, reports: ReadonlyMap<string, Report>) => Promise<void>
}

const none: readonly FormAccount[] = []

export const useFormAccountStore = create<FormAccountCache>()((set, get) => ({
  reports: null,
  accounts: none,
  load: async (caseId, reports) => {
    if (get().reports === reports) return
    set({ reports })
    try {
      const accounts = await connection().client.differences.forms({ caseId })
      if (get().reports === reports) set({ accounts })
    } catch (error) {
      useCaseStore.setState({ problem: problemOf(error) })
    }
  }
}))

/** What the forms of the open case say; of its reports as they were until the core has answered about those of now. */
export function useFormAccounts(): readonly FormAccount[] {
  const caseId = useCaseStore((store) => store.case?.id ?? null)
  const reports = useCaseStore((store) => store.reports)
  const accounts = useFormAccountStore((store) => store.accounts)
  useEffect(() => {
    if (caseId !== null && reports.size > 0) void useFormAccountStore.getState().load(caseId, reports)
  }, [caseId, reports])
  return accounts
}
