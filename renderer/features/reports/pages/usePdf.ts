import { use, useEffect, useState } from 'react'
import type { Report } from '#shared/model/report'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../../../app/connection'
import { problemOf } from '../../../stores/problemOf'
import { openPdf, type OpenPdf } from './openPdf'
import { PdfShelfContext } from './pdfShelf'

export type PdfState = { status: 'loading' } | { status: 'ready'; pdf: OpenPdf } | { status: 'failed'; problem: Problem }

/** A report's file, open for as long as its pages are shown, or as the shelf is there that it is taken from; `again` tries once more after a failure. */
export function usePdf({ mediaId, fileName }: Report): { state: PdfState; again: () => void } {
  const shelf = use(PdfShelfContext)
  const [state, setState] = useState<PdfState>(() => {
    const pdf = shelf?.opened(connection().shell.mediaUrl(mediaId)) ?? null
    return pdf === null ? { status: 'loading' } : { status: 'ready', pdf }
  })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const giveUp = new AbortController()
    const url = connection().shell.mediaUrl(mediaId)
    const opening = shelf === null ? openPdf(url, fileName, giveUp.signal) : shelf.take(url, fileName)
    opening
      .then((pdf) => {
        if (!giveUp.signal.aborted)
          setState((before) => (before.status === 'ready' && before.pdf === pdf ? before : { status: 'ready', pdf }))
      })
      .catch((error: unknown) => {
        if (!giveUp.signal.aborted) setState({ status: 'failed', problem: problemOf(error) })
      })
    return () => {
      giveUp.abort()
      if (shelf !== null) return
      opening.then(
        (pdf) => pdf.close(),
        () => null
      )
    }
  }, [shelf, mediaId, fileName, attempt])
  return {
    state,
    again: () => {
      setState({ status: 'loading' })
      setAttempt(attempt + 1)
    }
  }
}
