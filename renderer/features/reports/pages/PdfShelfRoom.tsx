import { useEffect, useState, type ReactNode } from 'react'
import { createPdfShelf, PdfShelfContext } from './pdfShelf'

/** Keeps the files of reports whose pages are shown inside it open for as long as it is there itself. */
export function PdfShelfRoom({ children }: { children: ReactNode }) {
  const [shelf] = useState(() => createPdfShelf())
  useEffect(() => () => shelf.close(), [shelf])
  return <PdfShelfContext value={shelf}>{children}</PdfShelfContext>
}
