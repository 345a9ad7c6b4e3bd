import { messagesOf } from '#shared/messages/messagesOf'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { TextRange } from '#shared/domain/planBlocks'
import type { PassageMark } from '../planAccounts'
import { drawPage } from './drawPage'
import type { OpenPdf } from './openPdf'
import { AwaitedMarks, PageMarks } from './PageMarks'
import styles from './PdfPage.module.css'
import { lettersOf, type Letters } from './placeLetters'
import { planPageMarks } from './planPageMarks'
import { Sheet, type SheetSize } from './Sheet'
import { boxesOf, layText, type DrawnText } from './textLayer'
import { UnplacedMarks } from './UnplacedMarks'

const say = messagesOf('reports')

/** One page's words, as drawn and as read out of the file. */
export interface PageWords {
  drawn: DrawnText
  read: Letters
}

export interface PageContents {
  /** The report's whole text, and the page's stretch of it. */
  text: string
  range: TextRange
  marks: readonly PassageMark[]
  /** Words that are lit up; a stable list. */
  pending: readonly TextRange[]
  selectedPassageId: string | null
}

interface DrawnPageProps extends PageContents {
  pdf: OpenPdf
  number: number
  /** CSS pixels per point. */
  scale: number
  size: SheetSize
  onSize: (size: SheetSize) => void
  /** Told when the page's words are laid out, and with null when they go. */
  onWords: (number: number, words: PageWords | null) => void
}

/** Between two sizes the old picture is stretched; only the size that somebody stays at is drawn. */
const settleMs = 120

/** A picture takes some megabytes: so many are kept of a file. */
const mostPictures = 6

function keepPicture({ pictures }: OpenPdf, number: number, canvas: HTMLCanvasElement): void {
  pictures.delete(number)
  pictures.set(number, canvas)
  const [oldest] = pictures.keys()
  if (pictures.size > mostPictures && oldest !== undefined) pictures.delete(oldest)
}

/** A page that is in sight or near it: its picture, its words to select, and what is tied to them. */
export function DrawnPage({ pdf, number, scale, size, onSize, onWords, ...contents }: DrawnPageProps) {
  const { text, range, marks, pending } = contents
  const picture = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const [page, setPage] = useState<PDFPageProxy | null>(null)
  const [drawn, setDrawn] = useState<DrawnText | null>(null)
  const [hasFailed, setFailed] = useState(false)

  useEffect(() => {
    let isGone = false
    let opened: PDFPageProxy | null = null
    pdf.document.getPage(number).then(
      (next) => {
        opened = next
        if (isGone) return
        const { width, height } = next.getViewport({ scale: 1 })
        onSize({ widthPt: width, heightPt: height })
        setPage(next)
      },
      () => !isGone && setFailed(true)
    )
    return () => {
      isGone = true
      opened?.cleanup()
    }
  }, [pdf, number, onSize])

  // The old picture until the new one is there; one that another view shows stays there.
  useLayoutEffect(() => {
    const before = pdf.pictures.get(number)
    if (before !== undefined && !before.isConnected) picture.current?.replaceChildren(before)
  }, [pdf, number])

  useEffect(() => {
    const holder = picture.current
    if (page === null || holder === null) return
    const giveUp = new AbortController()
    const timer = setTimeout(
      () => {
        drawPage(page, scale, giveUp.signal).then(
          (canvas) => {
            if (giveUp.signal.aborted) return
            holder.replaceChildren(canvas)
            keepPicture(pdf, number, canvas)
            setFailed(false)
          },
          () => giveUp.signal.aborted || setFailed(true)
        )
      },
      holder.firstChild === null ? 0 : settleMs
    )
    return () => {
      clearTimeout(timer)
      giveUp.abort()
    }
  }, [pdf, number, page, scale])

  useEffect(() => {
    const element = layer.current
    if (page === null || element === null) return
    const giveUp = new AbortController()
    const filler = document.createElement('div')
    filler.dataset['filler'] = ''
    layText(pdf.library, page, element, giveUp.signal).then(
      (words) => {
        if (giveUp.signal.aborted) return
        element.append(filler)
        setDrawn(words)
      },
      () => giveUp.signal.aborted || setFailed(true)
    )
    return () => {
      giveUp.abort()
      element.replaceChildren()
    }
  }, [pdf, page])

  const read = useMemo(() => lettersOf(text, range), [text, range])
  useEffect(() => {
    onWords(number, drawn === null ? null : { drawn, read })
    return () => onWords(number, null)
  }, [number, drawn, read, onWords])
  const placed = useMemo(() => {
    if (drawn === null) return null
    const place = <Mark extends TextRange>(ranges: readonly Mark[]) =>
      planPageMarks(ranges, range, read, drawn.letters).map(({ mark, places }) => ({
        mark,
        boxes: places === null ? [] : boxesOf(drawn, places)
      }))
    return { marks: place(marks), pending: place(pending) }
  }, [drawn, range, read, marks, pending])

  return (
    <>
      <div className={styles['notes']}>
        {placed !== null && (
          <UnplacedMarks marks={placed.marks} pending={placed.pending} text={text} selectedPassageId={contents.selectedPassageId} />
        )}
        {hasFailed && (
          <p role="alert" className={styles['note']}>
            {say('pageNotDrawn')}
          </p>
        )}
        {drawn !== null && drawn.letters.letters === '' && (
          <p className={styles['note']}>{read.letters === '' ? say('pageNoWords') : say('pageFromPicture')}</p>
        )}
      </div>
      <Sheet size={size} scale={scale}>
        <div ref={picture} className={styles['picture']} />
        {placed === null ? (
          <AwaitedMarks {...contents} />
        ) : (
          <PageMarks marks={placed.marks} pending={placed.pending} selectedPassageId={contents.selectedPassageId} />
        )}
        <div ref={layer} className={styles['words']} />
      </Sheet>
    </>
  )
}
