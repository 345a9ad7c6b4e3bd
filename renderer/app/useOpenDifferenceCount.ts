import { useEffect, useState } from 'react'
import { useCaseStore } from '../stores/caseStore'
import { useSessionStore } from '../stores/sessionStore'
import { connection } from './connection'

const quietMs = 300

/** How many differences of the open case are open, or null while nobody knows. Asked anew after each change. */
export function useOpenDifferenceCount(): number | null {
  const caseId = useCaseStore((state) => state.case?.id)
  const sequence = useCaseStore((state) => state.sequence)
  const core = useSessionStore((state) => state.core)
  const [known, setKnown] = useState<{ caseId: string; count: number } | null>(null)

  useEffect(() => {
    if (caseId === undefined || core !== 'connected') return
    let isStale = false
    const timer = setTimeout(() => {
      connection()
        .client.differences.list({ caseId })
        .then(
          ({ differences }) => {
            if (!isStale) setKnown({ caseId, count: differences.filter((difference) => difference.status === 'open').length })
          },
          // The desk itself shows what went wrong; the header then shows no number rather than an old one.
          () => {
            if (!isStale) setKnown(null)
          }
        )
    }, quietMs)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [caseId, sequence, core])

  return known !== null && known.caseId === caseId ? known.count : null
}
