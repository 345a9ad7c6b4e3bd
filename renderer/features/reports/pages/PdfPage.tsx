import { memo, useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { DrawnPage, type PageContents, type PageWords } from './DrawnPage'
import type { OpenPdf } from './openPdf'
import { AwaitedMarks } from './PageMarks'
import { Sheet } from './Sheet'

const say = messagesOf('reports')

interface PdfPageProps extends PageContents {
  pdf: OpenPdf
  number: number
  /** CSS pixels per point. */
  scale: number
  /** Whether it is in sight or near it; a page far away is blank paper. */
  isNear: boolean
  onWords: (number: number, words: PageWords | null) => void
}

/** One page of a report. */
export const PdfPage = memo(function PdfPage({ pdf, number, scale, isNear, onWords, ...contents }: PdfPageProps) {
  const [size, setSize] = useState(pdf.firstSize)
  return (
    <section data-page={number} aria-label={say('pageNumber', { number })}>
      {isNear ? (
        <DrawnPage pdf={pdf} number={number} scale={scale} size={size} onSize={setSize} onWords={onWords} {...contents} />
      ) : (
        <Sheet size={size} scale={scale}>
          <AwaitedMarks {...contents} />
        </Sheet>
      )}
    </section>
  )
})
