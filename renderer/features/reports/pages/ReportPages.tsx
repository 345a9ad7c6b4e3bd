import { messagesOf } from '#shared/messages/messagesOf'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ClipboardEvent, ComponentProps, KeyboardEvent, MouseEvent } from 'react'
import type { PassageSpan, Report } from '#shared/model/report'
import { useCaseStore } from '../../../stores/caseStore'
import { useReportViewStore } from '../../../stores/reportViewStore'
import { Button } from '../../../ui/Button'
import { ProblemNote } from '../../../ui/ProblemNote'
import { Waiting } from '../../../ui/Waiting'
import { DifferenceNote } from '../DifferenceNote'
import { planNotes } from '../planNotes'
import type { ReportDocument } from '../ReportDocument'
import type { PageWords } from './DrawnPage'
import { PagesBar } from './PagesBar'
import { PdfPage } from './PdfPage'
import { planScale, planScroll, zoomForKey } from './planZoom'
import styles from './ReportPages.module.css'
import { spanOnPages } from './spanOnPages'
import { useNearPages } from './useNearPages'
import { usePdf } from './usePdf'
import { useTextDrag } from './useTextDrag'
import { useSpanKeys } from '../useSpanKeys'

const say = messagesOf('reports')

type ReportPagesProps = Omit<ComponentProps<typeof ReportDocument>, 'readingNotes'> & { report: Report }

const nothingPending: readonly PassageSpan[] = []

/** A report as it looks: its pages, with their words to select and what is tied to them. */
export function ReportPages({ report, scroller, text, marks, differences, codebook, span, onSpan, onPassage, ...rest }: ReportPagesProps) {
  const { state, again } = usePdf(report)
  const zoom = useReportViewStore((store) => store.zoom)
  const setZoom = useReportViewStore((store) => store.setZoom)
  const showAs = useReportViewStore((store) => store.show)
  const moved = useReportViewStore((store) => store.moved)
  const passages = useCaseStore((store) => store.passages)
  const content = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ widthPx: 0, heightPx: 0 })
  const [isUnplaced, setUnplaced] = useState(false)
  const words = useRef(new Map<number, PageWords>())
  const pdf = state.status === 'ready' ? state.pdf : null
  const { near, current } = useNearPages(scroller, pdf !== null && room.widthPx > 0)
  const notes = useMemo(() => planNotes(differences, report.id, passages, text.pages), [differences, report.id, passages, text])
  const sheets = useMemo(() => {
    return Array.from({ length: pdf?.document.numPages ?? 0 }, (_, index) => {
      const range = text.pages.find((page) => page.number === index + 1) ?? { start: 0, end: 0 }
      return { number: index + 1, range, marks: marks.filter((mark) => mark.start < range.end && mark.end > range.start) }
    })
  }, [pdf, text, marks])
  const pending = useMemo(() => (span === null ? nothingPending : [span]), [span])
  const scale = pdf === null ? 0 : planScale(zoom, pdf.firstSize, room)

  useLayoutEffect(() => {
    const [side, box] = [scroller.current, content.current]
    if (side === null || box === null) return
    const measure = () => {
      const { paddingLeft, paddingRight, paddingTop } = getComputedStyle(box)
      const [left, right, top] = [paddingLeft, paddingRight, paddingTop].map(Number.parseFloat)
      const widthPx = Math.floor(box.clientWidth - (left ?? 0) - (right ?? 0))
      const heightPx = Math.floor(side.clientHeight - 2 * (top ?? 0))
      setRoom((before) => (before.widthPx === widthPx && before.heightPx === heightPx ? before : { widthPx, heightPx }))
    }
    const sizes = new ResizeObserver(measure)
    sizes.observe(side)
    sizes.observe(box)
    return () => sizes.disconnect()
  }, [scroller])

  const scaleBefore = useRef(scale)
  useLayoutEffect(() => {
    const side = scroller.current
    const before = scaleBefore.current
    scaleBefore.current = scale
    if (side === null || before === 0 || scale === before) return
    const scrolled = { left: side.scrollLeft, top: side.scrollTop }
    side.scrollTo(planScroll(scrolled, { width: side.clientWidth, height: side.clientHeight }, side.scrollWidth, scale / before))
    moved()
  }, [scale, scroller, moved])

  // A page that is not drawn yet knows only about where its words are: once it is, the passage is brought into sight itself.
  const awaited = useRef<string | null>(null)
  const settle = useCallback(() => {
    const side = scroller.current
    if (side === null || awaited.current === null) return
    const sign = side.querySelector(awaited.current)
    if (sign === null || sign.hasAttribute('data-awaited')) return
    awaited.current = null
    const { top, bottom } = sign.getBoundingClientRect()
    const frame = side.getBoundingClientRect()
    if (top < frame.top || bottom > frame.bottom) sign.scrollIntoView({ block: 'center' })
  }, [scroller])
  const wanted = span !== null ? '[data-pending]' : rest.selectedPassageId === null ? null : `[data-passages~="${rest.selectedPassageId}"]`
  const isShown = scale > 0
  useEffect(() => {
    if (wanted === null || !isShown) return
    awaited.current = wanted
    const sign = scroller.current?.querySelector(wanted)
    if (sign?.hasAttribute('data-awaited') === true) sign.scrollIntoView({ block: 'center' })
    settle()
    // Other words have the same sign, and are to be brought into sight too.
  }, [wanted, span?.start, span?.end, isShown, scroller, settle])
  const onWords = useCallback(
    (number: number, onPage: PageWords | null) => {
      if (onPage === null) words.current.delete(number)
      else words.current.set(number, onPage)
      moved()
      settle()
    },
    [moved, settle]
  )

  const onSelected = useCallback(() => {
    const selected = spanOnPages(words.current)
    if (selected === null) return
    document.getSelection()?.removeAllRanges()
    setUnplaced(selected === 'unplaced')
    if (selected !== 'unplaced') onSpan({ reportId: report.id, ...selected })
  }, [report.id, onSpan])
  const startDrag = useTextDrag(content, onSelected)

  const moveSpan = useSpanKeys(text, span, onSpan, () => text.pages[current - 1]?.start ?? 0)

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const found = passagesUnder(event)
    if (found !== null && span === null) onPassage(found)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    awaited.current = null
    const sign = event.target instanceof HTMLElement ? event.target.dataset['passages'] : undefined
    if (sign !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      event.stopPropagation()
      onPassage(sign.split(' '))
      return
    }
    if (event.key === 'Escape' && span !== null) {
      event.stopPropagation()
      onSpan(null)
      return
    }
    // The bar and the notes have controls of their own.
    if (event.target !== event.currentTarget && sign === undefined) return
    if (moveSpan(event)) return
    const nextSize = event.ctrlKey || event.metaKey || event.altKey ? null : zoomForKey(event.key, zoom, scale)
    if (nextSize !== null) {
      event.preventDefault()
      event.stopPropagation()
      setZoom(nextSize)
    } else if (/^(Page|Home|End)/.test(event.key)) {
      // These scroll the pages, and do not move the footage.
      event.stopPropagation()
    }
  }
  const onCopy = (event: ClipboardEvent<HTMLDivElement>) => {
    if (span === null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', text.text.slice(span.start, span.end))
  }

  return (
    <div className={styles['frame']}>
      <div ref={scroller} className={styles['scroller']} onWheel={() => (awaited.current = null)}>
        <div
          ref={content}
          className={styles['content']}
          role="document"
          aria-label={say('reportPages')}
          tabIndex={0}
          data-testid="report-pages"
          onPointerDown={(event) => {
            if (event.button !== 0) return
            awaited.current = null
            setUnplaced(false)
            onSpan(null)
            startDrag()
          }}
          onPointerMove={(event) => event.currentTarget.toggleAttribute('data-over', span === null && passagesUnder(event) !== null)}
          onClick={onClick}
          onKeyDown={onKeyDown}
          onCopy={onCopy}
        >
          {state.status === 'loading' && <Waiting>{say('openingPages')}</Waiting>}
          {state.status === 'failed' && (
            <ProblemNote
              problem={state.problem}
              action={
                <>
                  <Button size="small" onClick={again}>
                    {say('tryAgain')}
                  </Button>
                  <Button size="small" onClick={() => showAs('text')}>
                    {say('showAsText')}
                  </Button>
                </>
              }
            />
          )}
          {pdf !== null &&
            isShown &&
            sheets.map((sheet) => {
              const own = notes.byBlock.get(sheet.number - 1)
              const isPending = span !== null && span.start < sheet.range.end && span.end > sheet.range.start
              return (
                <div key={sheet.number} className={styles['page']}>
                  <PdfPage
                    pdf={pdf}
                    number={sheet.number}
                    scale={scale}
                    isNear={near.has(sheet.number)}
                    text={text.text}
                    range={sheet.range}
                    marks={sheet.marks}
                    pending={isPending ? pending : nothingPending}
                    selectedPassageId={
                      sheet.marks.some((mark) => mark.passage.id === rest.selectedPassageId) ? rest.selectedPassageId : null
                    }
                    onWords={onWords}
                  />
                  {own !== undefined && <DifferenceNote differences={own} codebook={codebook} onOpen={rest.onDifference} />}
                </div>
              )
            })}
          {notes.whole.length > 0 && pdf !== null && (
            <div className={styles['whole']}>
              <h4 className={styles['heading']}>{say('ofWhole')}</h4>
              <DifferenceNote differences={notes.whole} codebook={codebook} onOpen={rest.onDifference} />
            </div>
          )}
          {rest.bar}
        </div>
      </div>
      {pdf !== null && isShown && (
        <PagesBar
          current={current}
          count={pdf.document.numPages}
          scale={scale}
          isUnplaced={isUnplaced}
          onDismiss={() => setUnplaced(false)}
        />
      )}
    </div>
  )
}

/** The passages under the mouse; words lie over them, so that they can be selected. */
function passagesUnder({ clientX, clientY }: { clientX: number; clientY: number }): string[] | null {
  const found = document.elementsFromPoint(clientX, clientY).flatMap((element) => {
    const passages = element instanceof HTMLElement ? element.dataset['passages'] : undefined
    return passages === undefined ? [] : passages.split(' ')
  })
  return found.length === 0 ? null : [...new Set(found)]
}
