import { useEffect, useState } from 'react'
import type { Report } from '#shared/model/report'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../../../app/connection'
import { problemOf } from '../../../stores/problemOf'
import { openPdf, type OpenPdf } from './openPdf'

export type PdfState = { status: 'loading' } | { status: 'ready'; pdf: OpenPdf } | { status: 'failed'; problem: Problem }

/** A report's file, open for as long as its pages are shown; `again` tries once more after a failure. */
export function usePdf({ mediaId, fileName }: Report): { state: PdfState; again: () => void } {
  const [state, setState] = useState<PdfState>({ status: 'loading' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const giveUp = new AbortController()
    const opening = openPdf(connection().shell.mediaUrl(mediaId), fileName, giveUp.signal)
    opening
      .then((pdf) => setState({ status: 'ready', pdf }))
      .catch((error: unknown) => {
        if (!giveUp.signal.aborted) setState({ status: 'failed', problem: problemOf(error) })
      })
    return () => {
      giveUp.abort()
      opening.then(
        (pdf) => pdf.close(),
        () => null
      )
    }
  }, [mediaId, fileName, attempt])
  return {
    state,
    again: () => {
      setState({ status: 'loading' })
      setAttempt(attempt + 1)
    }
  }
}
