import { useCallback, useEffect, useRef, useState } from 'react'
import type { CaseId } from '#shared/model/ids'
import type { LedgerLine } from '#shared/model/ledger'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../../app/connection'
import { useCaseStore } from '../../stores/caseStore'
import { problemOf } from '../../stores/problemOf'
import { mergeLedgerLines } from './mergeLedgerLines'

const pageSize = 500

interface LedgerLines {
  /** Newest first; null while the first page is on its way. */
  lines: readonly LedgerLine[] | null
  hasMore: boolean
  problem: Problem | null
  loadMore: () => void
  retry: () => void
}

/** The ledger of a case, page by page; the newest page is read again after each change. `wantsAll` has the older ones read too. */
export function useLedgerLines(caseId: CaseId | null, wantsAll: boolean): LedgerLines {
  const sequence = useCaseStore((state) => state.sequence)
  const [lines, setLines] = useState<readonly LedgerLine[] | null>(null)
  const [hasMore, setHasMore] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isLoading = useRef(false)

  const read = useCallback(
    async (beforeSequence: number | null) => {
      if (caseId === null) return
      try {
        const page = await connection().client.ledger.list({ caseId, beforeSequence, limit: pageSize })
        setLines((known) => {
          // Only the first page and an older one can say whether there is more below.
          if (known === null || beforeSequence !== null) setHasMore(page.length === pageSize)
          return mergeLedgerLines(known ?? [], page)
        })
        setProblem(null)
      } catch (error) {
        setProblem(problemOf(error))
      }
    },
    [caseId]
  )

  useEffect(() => {
    const timer = setTimeout(() => void read(null))
    return () => clearTimeout(timer)
  }, [read, sequence])

  const oldest = lines?.at(-1)?.sequence ?? null
  const loadMore = useCallback(() => {
    if (isLoading.current || oldest === null) return
    isLoading.current = true
    void read(oldest).finally(() => {
      isLoading.current = false
    })
  }, [read, oldest])

  useEffect(() => {
    if (!wantsAll || !hasMore || problem !== null) return
    // After the page before has been told to be over.
    const timer = setTimeout(loadMore)
    return () => clearTimeout(timer)
  }, [wantsAll, hasMore, problem, loadMore])

  return { lines, hasMore, problem, loadMore, retry: () => void read(null) }
}
