import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { TextRange } from '#shared/domain/planBlocks'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Report, ReportText } from '#shared/model/report'
import { Button } from '../../../ui/Button'
import { ProblemNote } from '../../../ui/ProblemNote'
import { Waiting } from '../../../ui/Waiting'
import type { PageWords } from './DrawnPage'
import styles from './PassagePages.module.css'
import { PdfPage } from './PdfPage'
import { useNearPages } from './useNearPages'
import { usePdf } from './usePdf'

const say = messagesOf('comparison')

const noMarks: readonly never[] = []
/** How far down the words stand once they are brought into sight, as a share of what is seen. */
const placeShare = 0.3

/** The pages of a report to read, as wide as their place, with words of it lit up and brought into sight. */
export function PassagePages({ report, text, ranges }: { report: Report; text: ReportText; ranges: readonly TextRange[] }) {
  const { state, again } = usePdf(report)
  const scroller = useRef<HTMLDivElement>(null)
  const [widthPx, setWidthPx] = useState(0)
  const pdf = state.status === 'ready' ? state.pdf : null
  const scale = pdf === null ? 0 : widthPx / pdf.firstSize.widthPt
  const { near } = useNearPages(scroller, pdf !== null && widthPx > 0)
  const pages = useMemo(
    () =>
      Array.from({ length: pdf?.document.numPages ?? 0 }, (_, index) => {
        const range = text.pages.find((page) => page.number === index + 1) ?? { start: 0, end: 0 }
        return { number: index + 1, range, pending: ranges.filter(({ start, end }) => start < range.end && end > range.start) }
      }),
    [pdf, text, ranges]
  )

  useLayoutEffect(() => {
    const side = scroller.current
    if (side === null) return
    const sizes = new ResizeObserver(() => setWidthPx(Math.floor(side.clientWidth)))
    sizes.observe(side)
    return () => sizes.disconnect()
  }, [])

  // First to about where the words are, and once their page is drawn to the words themselves; then the reader scrolls.
  const isAwaited = useRef(true)
  const bringIntoSight = useCallback(() => {
    const side = scroller.current
    const sign = side?.querySelector('[data-pending]')
    if (side == null || sign == null || !isAwaited.current) return
    if (!sign.hasAttribute('data-awaited')) isAwaited.current = false
    const top = sign.getBoundingClientRect().top - side.getBoundingClientRect().top
    side.scrollTo({ top: side.scrollTop + top - side.clientHeight * placeShare })
  }, [])
  useEffect(() => {
    isAwaited.current = true
    if (scale > 0) bringIntoSight()
  }, [scale, ranges, bringIntoSight])
  const onWords = useCallback(
    (_: number, words: PageWords | null) => {
      // The marks are drawn with the words, a moment after this is told.
      if (words !== null) requestAnimationFrame(bringIntoSight)
    },
    [bringIntoSight]
  )

  return (
    <div
      ref={scroller}
      className={styles['pages']}
      role="region"
      aria-label={say('wholeReport')}
      tabIndex={0}
      onWheel={() => (isAwaited.current = false)}
      onKeyDown={() => (isAwaited.current = false)}
    >
      {state.status === 'loading' && <Waiting>{say('openingPages')}</Waiting>}
      {state.status === 'failed' && (
        <ProblemNote
          problem={state.problem}
          action={
            <Button size="small" onClick={again}>
              {say('tryAgain')}
            </Button>
          }
        />
      )}
      {pdf !== null &&
        scale > 0 &&
        pages.map(({ number, range, pending }) => (
          <PdfPage
            key={number}
            pdf={pdf}
            number={number}
            scale={scale}
            isNear={near.has(number)}
            text={text.text}
            range={range}
            marks={noMarks}
            pending={pending}
            selectedPassageId={null}
            onWords={onWords}
          />
        ))}
    </div>
  )
}
