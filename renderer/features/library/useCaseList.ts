import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '#shared/rpc/problem'
import { connection, type Client } from '../../app/connection'
import { problemOf } from '../../stores/problemOf'

export type CaseRow = Awaited<ReturnType<Client['cases']['list']>>[number]

interface CaseList {
  /** Cases that were not withdrawn, newest incident first; null while they are loading. */
  rows: readonly CaseRow[] | null
  problem: Problem | null
  reload: () => Promise<void>
}

/** The cases with their counts, asked anew when the core came back. */
export function useCaseList(): CaseList {
  const [rows, setRows] = useState<readonly CaseRow[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  const reload = useCallback(async () => {
    try {
      const all = await connection().client.cases.list()
      const shown = all.filter((row) => row.case.withdrawn === null)
      setRows(shown.toSorted((one, other) => other.case.startsAt.localeCompare(one.case.startsAt)))
      setProblem(null)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }, [])

  useEffect(() => {
    const stop = connection().shell.onCoreRestarted(() => void reload())
    const timer = setTimeout(() => void reload())
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [reload])

  return { rows, problem, reload }
}
