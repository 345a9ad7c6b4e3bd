import { useCallback, useEffect, useState } from 'react'
import type { CaseSummary } from '#shared/model/caseSummary'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../../app/connection'
import { problemOf } from '../../stores/problemOf'

interface CaseList {
  /** Cases that were not withdrawn; null while they are loading. */
  cases: readonly CaseSummary[] | null
  problem: Problem | null
  reload: () => Promise<void>
}

/** The cases with their counts, asked anew when the core came back. */
export function useCaseList(): CaseList {
  const [cases, setCases] = useState<readonly CaseSummary[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  const reload = useCallback(async () => {
    try {
      setCases(await connection().client.cases.list())
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

  return { cases, problem, reload }
}
