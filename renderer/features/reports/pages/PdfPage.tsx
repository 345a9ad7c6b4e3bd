import { memo, useState } from 'react'
import { DrawnPage, type PageContents, type PageWords } from './DrawnPage'
import type { OpenPdf } from './openPdf'
import { AwaitedMarks } from './PageMarks'
import styles from './PdfPage.module.css'

interface PdfPageProps extends PageContents {
  pdf: OpenPdf
  number: number
  /** CSS pixels per point. */
  scale: number
  /** Whether it is in sight or near it; a page far away is blank paper. */
  isNear: boolean
  onWords: (number: number, words: PageWords | null) => void
}

/** One sheet of a report, white in every theme. */
export const PdfPage = memo(function PdfPage({ pdf, number, scale, isNear, onWords, ...contents }: PdfPageProps) {
  const [size, setSize] = useState(pdf.firstSize)
  return (
    <section
      // The colours of marks are those that can be told apart on white.
      data-theme="light"
      data-page={number}
      aria-label={`Page ${number}`}
      className={styles['sheet']}
      style={{ width: size.widthPt * scale, height: size.heightPt * scale }}
      ref={(sheet) => sheet?.style.setProperty('--total-scale-factor', String(scale))}
    >
      {isNear ? (
        <DrawnPage pdf={pdf} number={number} scale={scale} onSize={setSize} onWords={onWords} {...contents} />
      ) : (
        <AwaitedMarks {...contents} />
      )}
    </section>
  )
})
