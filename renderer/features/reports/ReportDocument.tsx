import { messagesOf } from '#shared/messages/messagesOf'
import { useEffect, useMemo, useRef, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Difference } from '#shared/model/comparison'
import type { PassageSpan, ReportText } from '#shared/model/report'
import { useCaseStore } from '../../stores/caseStore'
import { fixedKeys } from '../../ui/fixedKeys'
import { Kbd } from '../../ui/Kbd'
import { DifferenceNote } from './DifferenceNote'
import type { PassageMark } from './planAccounts'
import { planBlocks } from '#shared/domain/planBlocks'
import { planNotes } from './planNotes'
import { ReadingNotes } from './ReadingNotes'
import { ReportBlock } from './ReportBlock'
import styles from './ReportDocument.module.css'
import { spanOfSelection } from './spanOfSelection'
import { useSpanKeys } from './useSpanKeys'

const say = messagesOf('reports')

interface ReportDocumentProps {
  scroller: RefObject<HTMLDivElement | null>
  text: ReportText
  /** What of the report's file is not in its text. */
  readingNotes: readonly string[]
  marks: readonly PassageMark[]
  differences: readonly Difference[]
  codebook: Codebook
  span: PassageSpan | null
  selectedPassageId: string | null
  onSpan: (span: PassageSpan | null) => void
  onPassage: (passageIds: string[]) => void
  onDifference: (difference: Difference) => void
  /** Shown above the text. */
  banner?: ReactNode
  /** Shown at the selected words. */
  bar: ReactNode
}

/** A report's text as it was written: to read, to select words in, and with what is tied to it. */
export function ReportDocument({ scroller, text, marks, differences, codebook, span, onSpan, onPassage, ...rest }: ReportDocumentProps) {
  const page = useRef<HTMLDivElement>(null)
  const blocks = useMemo(() => planBlocks(text.text, text.pages), [text])
  const passages = useCaseStore((store) => store.passages)
  const notes = useMemo(() => planNotes(differences, text.reportId, passages, blocks), [differences, text, passages, blocks])
  const marksOfBlock = useMemo(
    () => blocks.map((block) => marks.filter((mark) => mark.start < block.end && mark.end > block.start)),
    [blocks, marks]
  )
  const pages = Math.max(1, text.pages.length)
  const moveSpan = useSpanKeys(text, span, onSpan)

  // The pointer may be let go outside the text.
  const isSelecting = useRef(false)
  useEffect(() => {
    const onPointerUp = () => {
      if (!isSelecting.current || page.current === null) return
      isSelecting.current = false
      const selected = spanOfSelection(page.current, text.text)
      if (selected === null) return
      document.getSelection()?.removeAllRanges()
      onSpan({ reportId: text.reportId, ...selected })
    }
    document.addEventListener('pointerup', onPointerUp)
    return () => document.removeEventListener('pointerup', onPointerUp)
  }, [text, onSpan])

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const passages = passagesAt(event.target)
    if (passages !== null && span === null) onPassage(passages)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // The bar and the notes have controls of their own.
    if (event.target !== event.currentTarget && passagesAt(event.target) === null && event.key !== 'Escape') return
    const passages = passagesAt(event.target)
    if (passages !== null && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      event.stopPropagation()
      onPassage(passages)
      return
    }
    if (event.key === 'Escape' && span !== null) {
      event.stopPropagation()
      onSpan(null)
      return
    }
    if (moveSpan(event)) requestAnimationFrame(() => page.current?.querySelector('[data-pending]')?.scrollIntoView({ block: 'nearest' }))
  }
  const onCopy = (event: ClipboardEvent<HTMLDivElement>) => {
    if (span === null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', text.text.slice(span.start, span.end))
  }

  return (
    <div ref={scroller} className={styles['scroller']}>
      <div
        ref={page}
        className={styles['page']}
        role="document"
        aria-label={say('reportText')}
        tabIndex={0}
        data-testid="report-text"
        onPointerDown={(event) => {
          if (event.button !== 0) return
          isSelecting.current = true
          onSpan(null)
        }}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
      >
        {rest.banner}
        {rest.readingNotes.length > 0 && <ReadingNotes notes={rest.readingNotes} />}
        {blocks.map((block, index) => {
          const own = notes.byBlock.get(index)
          const isPending = span !== null && span.start < block.end && span.end > block.start
          return (
            <div key={block.start}>
              {block.gap === 'page' && (
                <p className={styles['pageMark']}>
                  {say('pageMark', { n: block.pageNumber, all: pages })}
                  {index === 0 && (
                    <>
                      {' '}
                      {say('selectWords')} <Kbd keys={fixedKeys.sentence} /> {say('and')} <Kbd keys={fixedKeys.moreWords} />
                    </>
                  )}
                </p>
              )}
              <ReportBlock
                text={text.text}
                block={block}
                marks={marksOfBlock[index] ?? []}
                pending={isPending ? span : null}
                selectedPassageId={
                  marksOfBlock[index]?.some((mark) => mark.passage.id === rest.selectedPassageId) ? rest.selectedPassageId : null
                }
              />
              {own !== undefined && <DifferenceNote differences={own} codebook={codebook} onOpen={rest.onDifference} />}
            </div>
          )
        })}
        {notes.whole.length > 0 && (
          <div className={styles['whole']}>
            <h4 className={styles['pageMark']}>{say('ofWhole')}</h4>
            <DifferenceNote differences={notes.whole} codebook={codebook} onOpen={rest.onDifference} />
          </div>
        )}
        {rest.bar}
      </div>
    </div>
  )
}

function passagesAt(target: EventTarget): string[] | null {
  const mark = target instanceof Element ? target.closest<HTMLElement>('[data-passages]') : null
  return mark === null ? null : (mark.dataset['passages'] ?? '').split(' ')
}
