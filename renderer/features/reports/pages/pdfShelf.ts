import { createContext } from 'react'
import { openPdf, type OpenPdf } from './openPdf'

/** Files of reports that stay open from one difference to the next, until all are closed. */
export interface PdfShelf {
  /** The file at an address, opened the first time that it is asked for; throws what opening it threw, and then tries anew. */
  take: (url: string, fileName: string) => Promise<OpenPdf>
  /** The file at an address where it is open already. */
  opened: (url: string) => OpenPdf | null
  close: () => void
}

/** The shelf that pages take their files from; without one each opens its own for as long as it is shown. */
export const PdfShelfContext = createContext<PdfShelf | null>(null)

/** A shelf without any file. `open` opens one. */
export function createPdfShelf(open: typeof openPdf = openPdf): PdfShelf {
  const giveUp = new AbortController()
  const taken = new Map<string, Promise<OpenPdf>>()
  const ready = new Map<string, OpenPdf>()
  return {
    take: (url, fileName) => {
      const before = taken.get(url)
      if (before !== undefined) return before
      const opening = open(url, fileName, giveUp.signal)
      taken.set(url, opening)
      opening.then(
        (pdf) => (giveUp.signal.aborted ? pdf.close() : ready.set(url, pdf)),
        () => taken.delete(url)
      )
      return opening
    },
    opened: (url) => ready.get(url) ?? null,
    close: () => {
      giveUp.abort()
      for (const pdf of ready.values()) pdf.close()
      ready.clear()
      taken.clear()
    }
  }
}
