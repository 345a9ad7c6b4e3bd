import { messagesOf } from '#shared/messages/messagesOf'
import { useEffect, useMemo, useRef, useState } from 'react'
import { needsALook } from '#shared/domain/reportVersions'
import type { Case } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { StatementId } from '#shared/model/ids'
import type { Passage, PassageSpan, Report, ReportText } from '#shared/model/report'
import { useCaseStore } from '../../stores/caseStore'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/classNames'
import { Dialog } from '../../ui/Dialog'
import { fixedKeys } from '../../ui/fixedKeys'
import { Kbd } from '../../ui/Kbd'
import type { PassageMark } from './planAccounts'
import { ReadAnewList } from './ReadAnewList'
import styles from './RefindingDialog.module.css'
import { becauseOf, refindingWords } from './refindingWords'
import { confirmPassage, markPassageLost } from './reportActions'
import { ReportDocument } from './ReportDocument'
import { useReadAnew } from './useReadAnew'
import { WordDiff } from './WordDiff'

const say = messagesOf('reports')

/** The dialog's own keys, while it is open: the page's commands rest meanwhile. */
const keys = { lose: 'l', chooseOthers: 'o', takeNearest: 'm', readAnew: 'r', next: 'n', previous: 'p' } as const

interface RefindingDialogProps {
  of: Case
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
export function RefindingDialog({ of, report, text, passages, marks, codebook, onClose }: RefindingDialogProps) {
  const [chosenId, setChosenId] = useState(passages.find(needsALook)?.id ?? passages[0]?.id)
  const [isBusy, setBusy] = useState(false)
  const passage = passages.find(({ id }) => id === chosenId) ?? passages[0]
  const place = passage === undefined ? -1 : passages.indexOf(passage)
  const proposed = useMemo(() => (passage === undefined ? null : proposalOf(passage)), [passage])
  // Words that were chosen hold for the passage that they were chosen for.
  const [choice, setChoice] = useState<{ passageId: string; span: PassageSpan | null } | null>(null)
  const span = choice !== null && choice.passageId === passage?.id ? choice.span : proposed
  const isProposal = span !== null && span.start === proposed?.start && span.end === proposed.end
  const nearest = passage?.refinding?.state === 'lost' ? passage.refinding.nearest : undefined
  const scroller = useRef<HTMLDivElement>(null)
  const people = useCaseStore((store) => store.people)
  const statements = useReadAnew(of, report, passage, span)
  // What was taken of a reading holds for the words that it was shown for.
  const readKey = `${passage?.id ?? ''} ${span?.start ?? ''}-${span?.end ?? ''}`
  const [takenOf, setTakenOf] = useState<{ key: string; ids: ReadonlySet<StatementId> }>({ key: '', ids: new Set() })
  const taken = takenOf.key === readKey ? takenOf.ids : new Set<StatementId>()

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
    const readAnew = statements.flatMap(({ statement, anew }) =>
      anew?.state === 'other' && taken.has(statement.id) ? [anew.readAnew] : []
    )
    if (span !== null) void settle(({ id }) => confirmPassage(id, span, readAnew))
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

  const takeNearest = () => {
    if (passage === undefined || nearest === undefined) return
    setChoice({ passageId: passage.id, span: { reportId: report.id, start: nearest.start, end: nearest.end } })
    requestAnimationFrame(() => scroller.current?.querySelector('[data-pending]')?.scrollIntoView({ block: 'center' }))
  }
  const offered = statements.flatMap(({ statement, anew }) => (anew?.state === 'other' ? [statement.id] : []))
  const readAllAnew = () => {
    const isAll = offered.every((id) => taken.has(id))
    setTakenOf({ key: readKey, ids: new Set(isAll ? [] : offered) })
  }

  const now = useRef({ confirm, lose, step, chooseOthers, takeNearest, readAllAnew })
  useEffect(() => {
    now.current = { confirm, lose, step, chooseOthers, takeNearest, readAllAnew }
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const isOnButton = event.target instanceof Element && event.target.closest('button') !== null
      if (event.key === fixedKeys.confirm && !isOnButton) now.current.confirm()
      else if (event.key === keys.lose) now.current.lose()
      else if (event.key === keys.chooseOthers) now.current.chooseOthers()
      else if (event.key === keys.takeNearest) now.current.takeNearest()
      else if (event.key === keys.readAnew) now.current.readAllAnew()
      else if (event.key === keys.next) now.current.step(1)
      else if (event.key === keys.previous) now.current.step(-1)
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
      title={say('passagesOf', { file: report.fileName })}
      description={say('refindingText', { because: becauseOf(passages, report) })}
      width="page"
      footer={
        <div className={styles['footer']}>
          <Button variant="quiet" keyHint={keys.previous} disabled={place <= 0} onClick={() => step(-1)}>
            {say('previous')}
          </Button>
          <Button variant="quiet" keyHint={keys.next} disabled={place >= passages.length - 1} onClick={() => step(1)}>
            {say('next')}
          </Button>
          <span className={styles['space']} />
          <Button keyHint={keys.lose} disabled={isBusy || !needsALook(passage)} onClick={lose}>
            {say('noLonger')}
          </Button>
          <Button keyHint={keys.chooseOthers} disabled={isBusy} onClick={chooseOthers}>
            {say('chooseOther')}
          </Button>
          <Button variant="primary" keyHint={fixedKeys.confirm} disabled={isBusy || span === null} onClick={confirm}>
            {isProposal ? say('confirmWords') : say('useWords')}
          </Button>
        </div>
      }
    >
      <div className={styles['columns']}>
        <section className={styles['passage']} aria-live="polite" aria-label={say('passageOf', { n: place + 1, all: passages.length })}>
          <p className={styles['state']}>
            <Badge tone="need">{refinding.state === 'lost' ? say('notFound') : say('foundChanged')}</Badge>
            <span className={styles['count']}>{say('placeOf', { n: place + 1, all: passages.length })}</span>
          </p>
          <p>{refindingWords(refinding)}</p>
          <h3 className={styles['heading']}>{say('inFormer')}</h3>
          <blockquote className={styles['quote']}>
            <span className={styles['around']}>…{anchor.prefix.replace(/\s+/gu, ' ')}</span>
            <b>{anchor.exact}</b>
            <span className={styles['around']}>{anchor.suffix.replace(/\s+/gu, ' ')}…</span>
          </blockquote>
          {refinding.state === 'changed' && isProposal && (
            <>
              <h3 className={styles['heading']}>{say('oldToNew')}</h3>
              <div className={styles['quote']}>
                <WordDiff runs={refinding.runs} />
              </div>
            </>
          )}
          {refinding.state === 'lost' && refinding.nearest !== undefined && span === null && (
            <>
              <h3 className={styles['heading']}>{say('nearest')}</h3>
              <div className={styles['quote']}>
                <WordDiff runs={refinding.nearest.runs} />
              </div>
              <p className={styles['nearest']}>
                <Button size="small" keyHint={keys.takeNearest} disabled={isBusy} onClick={takeNearest}>
                  {say('chooseThese')}
                </Button>
                <span className={styles['hint']}>{say('nothingTied')}</span>
              </p>
            </>
          )}
          {!isProposal && (
            <>
              <h3 className={styles['heading']}>{say('wordsChosen')}</h3>
              {span === null ? (
                <p className={styles['hint']}>
                  {say('noneSelectWords')} <Kbd keys={fixedKeys.sentence} /> {say('and')} <Kbd keys={fixedKeys.moreWords} />
                </p>
              ) : (
                <blockquote className={styles['quote']}>
                  <b>{text.text.slice(span.start, span.end)}</b>
                </blockquote>
              )}
            </>
          )}
          {statements.length > 0 && span !== null && (
            <>
              <h3 className={classNames(styles['heading'], styles['state'])}>
                {say('statementsOnWords', { count: statements.length })}
                {offered.length > 0 && <Kbd keys={keys.readAnew} />}
              </h3>
              <ReadAnewList
                statements={statements}
                taken={taken}
                onTake={(id, isTaken) => {
                  const ids = new Set(taken)
                  if (isTaken) ids.add(id)
                  else ids.delete(id)
                  setTakenOf({ key: readKey, ids })
                }}
                of={of}
                people={people}
                codebook={codebook}
              />
            </>
          )}
        </section>
        <section className={styles['text']} aria-label={say('presentText')}>
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
