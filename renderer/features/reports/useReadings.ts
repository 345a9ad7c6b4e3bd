import { useEffect, useState } from 'react'
import type { PassageSpan, ReadStatement } from '#shared/model/report'
import { connection } from '../../app/connection'
import { problemOf } from '../../stores/problemOf'

/** What the reader finds in the words of a span, as far as it is known. */
export type Readings = { status: 'asking' } | { status: 'read'; found: readonly ReadStatement[] } | { status: 'failed'; what: string }

const asking: Readings = { status: 'asking' }

/** Asks the core what it reads in the words of a span, anew for each span; null where there is no span. `span` must be stable. */
export function useReadings(span: PassageSpan | null): Readings | null {
  const [answer, setAnswer] = useState<{ span: PassageSpan; readings: Readings } | null>(null)
  useEffect(() => {
    if (span === null) return
    let isCurrent = true
    const ask = async () => {
      const readings = await readSpan(span)
      if (isCurrent) setAnswer({ span, readings })
    }
    void ask()
    return () => {
      isCurrent = false
    }
  }, [span])
  if (span === null) return null
  return answer?.span === span ? answer.readings : asking
}

async function readSpan(span: PassageSpan): Promise<Readings> {
  try {
    return { status: 'read', found: await connection().client.statements.read({ span }) }
  } catch (error) {
    return { status: 'failed', what: problemOf(error).what }
  }
}
