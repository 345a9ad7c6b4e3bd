import { useEffect, useState, type ReactNode } from 'react'
import { createPdfShelf, PdfShelfContext, type PdfShelf } from './pdfShelf'

/** Keeps the files of reports whose pages are shown inside it open for as long as it is there itself. */
export function PdfShelfRoom({ children }: { children: ReactNode }) {
  const [shelf, setShelf] = useState<PdfShelf | null>(null)
  useEffect(() => {
    const made = createPdfShelf()
    setShelf(made)
    return () => made.close()
  }, [])
  return shelf === null ? null : <PdfShelfContext value={shelf}>{children}</PdfShelfContext>
}
