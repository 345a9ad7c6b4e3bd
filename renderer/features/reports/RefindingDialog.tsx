import { useEffect, useRef, useState } from 'react'
import { needsALook } from '#shared/domain/reportVersions'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Passage, PassageSpan, Report, ReportText } from '#shared/model/report'
import { useCaseStore } from '../../stores/caseStore'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Kbd } from '../../ui/Kbd'
import type { PassageMark } from './planAccounts'
import styles from './RefindingDialog.module.css'
import { refindingWords } from './refindingWords'
import { confirmPassage, markPassageLost } from './reportActions'
import { ReportDocument } from './ReportDocument'
import { WordDiff } from './WordDiff'

interface RefindingDialogProps {
  report: Report
  text: ReportText
  /** Passages whose place in the text is not certain, in the order of the former text. */
  passages: readonly Passage[]
  /** Passages that have their place, to be seen in the text. */
  marks: readonly PassageMark[]
  codebook: Codebook
  onClose: () => void
}

/** Goes through the passages of a replaced report: its old words, the new ones as a difference, and the text to choose others in. */
export function RefindingDialog({ report, text, passages, marks, codebook, onClose }: RefindingDialogProps) {
  const [chosenId, setChosenId] = useState(passages.find(needsALook)?.id ?? passages[0]?.id)
  const [isBusy, setBusy] = useState(false)
  const passage = passages.find(({ id }) => id === chosenId) ?? passages[0]
  const place = passage === undefined ? -1 : passages.indexOf(passage)
  const proposed = passage === undefined ? null : proposalOf(passage)
  // Words that were chosen hold for the passage that they were chosen for.
  const [choice, setChoice] = useState<{ passageId: string; span: PassageSpan | null } | null>(null)
  const span = choice !== null && choice.passageId === passage?.id ? choice.span : proposed
  const isProposal = span !== null && span.start === proposed?.start && span.end === proposed.end
  const scroller = useRef<HTMLDivElement>(null)

  useEffect(() => {
    // After the dialog has taken the focus: the arrow keys then choose words.
    const frame = requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>('[role=document]')?.focus({ preventScroll: true })
      const words = scroller.current?.querySelector('[data-pending]')
      if (words) words.scrollIntoView({ block: 'center' })
      else scroller.current?.scrollTo({ top: 0 })
    })
    return () => cancelAnimationFrame(frame)
  }, [passage?.id])

  const settle = async (run: (passage: Passage) => Promise<boolean>) => {
    if (passage === undefined || isBusy) return
    const next = passages.find((one, at) => at > place && needsALook(one)) ?? passages.find((one) => one !== passage && needsALook(one))
    setBusy(true)
    const isDone = await run(passage)
    setBusy(false)
    if (!isDone) return
    if (next === undefined) onClose()
    else setChosenId(next.id)
  }
  const confirm = () => {
    if (span !== null) void settle(({ id }) => confirmPassage(id, span))
  }
  const lose = () => void settle(({ id }) => markPassageLost(id))
  const step = (by: number) => {
    const next = passages[place + by]
    if (next !== undefined) setChosenId(next.id)
  }
  const chooseOthers = () => {
    if (passage !== undefined) setChoice({ passageId: passage.id, span: null })
    scroller.current?.querySelector<HTMLElement>('[role=document]')?.focus()
  }

  const statements = useCaseStore(
    (store) => [...store.statements.values()].filter((one) => one.withdrawn === null && one.passageId === passage?.id).length
  )
  const now = useRef({ confirm, lose, step, chooseOthers })
  useEffect(() => {
    now.current = { confirm, lose, step, chooseOthers }
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const isOnButton = event.target instanceof Element && event.target.closest('button') !== null
      if (event.key === 'Enter' && !isOnButton) now.current.confirm()
      else if (event.key === 'l') now.current.lose()
      else if (event.key === 'o') now.current.chooseOthers()
      else if (event.key === 'n') now.current.step(1)
      else if (event.key === 'p') now.current.step(-1)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  if (passage?.refinding === undefined) return null
  const { refinding, anchor } = passage
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={`Passages of ${report.fileName}`}
      description="The report was replaced by a corrected version. Say where each passage stands now; until then it is not compared."
      width="page"
      footer={
        <div className={styles['footer']}>
          <Button variant="quiet" keyHint="p" disabled={place <= 0} onClick={() => step(-1)}>
            Previous
          </Button>
          <Button variant="quiet" keyHint="n" disabled={place >= passages.length - 1} onClick={() => step(1)}>
            Next
          </Button>
          <span className={styles['space']} />
          <Button keyHint="l" disabled={isBusy || !needsALook(passage)} onClick={lose}>
            No longer in the report
          </Button>
          <Button keyHint="o" disabled={isBusy} onClick={chooseOthers}>
            Choose other words
          </Button>
          <Button variant="primary" keyHint="Enter" disabled={isBusy || span === null} onClick={confirm}>
            {isProposal ? 'Confirm these words' : 'Use the words chosen'}
          </Button>
        </div>
      }
    >
      <div className={styles['columns']}>
        <section className={styles['passage']} aria-live="polite" aria-label={`Passage ${place + 1} of ${passages.length}`}>
          <p className={styles['state']}>
            <Badge tone="need">{refinding.state === 'lost' ? 'not found' : 'found with changes'}</Badge>
            <span className={styles['count']}>
              {place + 1} of {passages.length}
            </span>
          </p>
          <p>{refindingWords(refinding)}</p>
          {statements > 0 && (
            <p>
              {statements === 1 ? 'A statement was' : `${statements} statements were`} marked on the old words. Look at{' '}
              {statements === 1 ? 'it' : 'them'} again where the words are others now: a statement is kept as it is.
            </p>
          )}
          <h3 className={styles['heading']}>In the former version</h3>
          <blockquote className={styles['quote']}>
            <span className={styles['around']}>…{anchor.prefix}</span>
            <b>{anchor.exact}</b>
            <span className={styles['around']}>{anchor.suffix}…</span>
          </blockquote>
          {refinding.state === 'changed' && isProposal && (
            <>
              <h3 className={styles['heading']}>From the old words to the new</h3>
              <div className={styles['quote']}>
                <WordDiff runs={refinding.runs} />
              </div>
            </>
          )}
          {!isProposal && (
            <>
              <h3 className={styles['heading']}>The words chosen</h3>
              {span === null ? (
                <p className={styles['hint']}>
                  None. Select words in the text: drag, or <Kbd keys="ArrowDown" /> and <Kbd keys="Shift+ArrowRight" />.
                </p>
              ) : (
                <blockquote className={styles['quote']}>
                  <b>{text.text.slice(span.start, span.end)}</b>
                </blockquote>
              )}
            </>
          )}
        </section>
        <section className={styles['text']} aria-label="The corrected version">
          <ReportDocument
            scroller={scroller}
            text={text}
            readingNotes={[]}
            marks={marks}
            differences={[]}
            codebook={codebook}
            span={span}
            selectedPassageId={null}
            onSpan={(next) => {
              // A press on the text alone does not take the proposal away; words that are dragged over do.
              if (next !== null) setChoice({ passageId: passage.id, span: next })
            }}
            onPassage={() => undefined}
            onDifference={() => undefined}
            bar={null}
          />
        </section>
      </div>
    </Dialog>
  )
}

function proposalOf({ reportId, refinding }: Passage): PassageSpan | null {
  return refinding?.state === 'changed' ? { reportId, start: refinding.start, end: refinding.end } : null
}
