import { messagesOf } from '#shared/messages/messagesOf'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Case } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Difference } from '#shared/model/comparison'
import type { ReportId, TagId } from '#shared/model/ids'
import type { PassageSpan, Statement } from '#shared/model/report'
import { describeTag } from '#shared/domain/records'
import type { Suggestion } from '#shared/domain/suggestions/suggestLinks'
import { recordAbsences, takeBackAbsence } from '../../stores/absenceActions'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { useDifferences } from '../../stores/differences'
import { useReadStatements } from '../../stores/readStatementStore'
import { useReportText } from '../../stores/reportTextStore'
import { useReportViewStore } from '../../stores/reportViewStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { showTag } from '../../stores/showTag'
import { reportLine } from '../../ui/reportLine'
import { describeStatement } from '../../ui/statementWords'
import { tagTime } from '#shared/domain/tagWords'
import { AccountsHeader } from './AccountsHeader'
import { FinishComparing } from './FinishComparing'
import { FootageColumn, type FootageColumnHandle } from './FootageColumn'
import { BetweenAccounts } from './BetweenAccounts'
import { OlderReadingBanner } from './OlderReadingBanner'
import { PassagePopover } from './PassagePopover'
import type { AccountCard, PassageMark } from './planAccounts'
import { planSuggestions } from './planSuggestions'
import type { Extent } from './planLinkCurves'
import { linkWords, markStatement, updateLink, updateStatement } from './reportActions'
import { RefindingBanner } from './RefindingBanner'
import { RefindingDialog } from './RefindingDialog'
import { ReportColumn } from './ReportColumn'
import { SpanBar, type TagChoice } from './SpanBar'
import { StatementPanel } from './StatementPanel'
import styles from './TwoAccounts.module.css'
import { WithdrawDialog, type Withdrawn } from './WithdrawDialog'
import { useAccounts } from './useAccounts'
import { useAccountShare } from './useAccountShare'
import { useAccountWalk } from './useAccountWalk'
import { useEventRows } from './useEventRows'
import { useFollowing } from './useFollowing'
import { useReportCommands } from './useReportCommands'

const say = messagesOf('reports')

/** What lies over the two accounts: one thing at a time. */
type Overlay =
  | { show: 'passages'; passageIds: readonly string[] }
  | { show: 'statement'; span: PassageSpan; statement: Statement | null }
  | { show: 'finish' }
  | { show: 'refinding' }
  | Withdrawn

const showReport = (reportId: ReportId) => useSelectionStore.getState().select({ reportId, span: null, passageId: null, linkId: null })

/** Both accounts of one open case. */
export function AccountsOfCase({ of, codebook }: { of: Case; codebook: Codebook }) {
  const people = useCaseStore((store) => store.people)
  const absences = useCaseStore((store) => store.absences)
  const clock = useCaseClock()
  const { cards, marks, reports, report, uncertain } = useAccounts()
  const { differences } = useDifferences()
  const reportText = useReportText(report?.id ?? null)
  const selection = useSelectionStore()
  const pagesLayout = useReportViewStore((store) => `${store.view} ${store.layout}`)
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const cardScroller = useRef<HTMLDivElement>(null)
  const reportScroller = useRef<HTMLDivElement>(null)
  const column = useRef<FootageColumnHandle>(null)
  const { tracks, separator } = useAccountShare()

  const span = selection.span !== null && selection.span.reportId === report?.id ? selection.span : null
  const events = useEventRows(cards, differences, clock, selection.tagId)
  const layoutKey = useMemo(() => ({ marks, pagesLayout, rows: events.rows }), [marks, pagesLayout, events.rows])
  const links = useMemo(() => {
    const listed = new Set(events.listed.map(({ tag }) => tag.id))
    return marks.flatMap((mark) => mark.links.filter((link) => listed.has(link.tagId)))
  }, [marks, events.listed])
  const looseTagIds = useMemo(
    () => events.rows.flatMap((row) => (row.kind === 'card' && row.card.comparison.state !== 'linked' ? [row.card.tag.id] : [])),
    [events.rows]
  )
  const loosePassageIds = useMemo(() => marks.flatMap((mark) => (mark.links.length === 0 ? [mark.passage.id] : [])), [marks])
  const choices = useMemo(
    () => cards.map(({ tag }): TagChoice => ({ id: tag.id, label: describeTag(tag, codebook), time: tagTime(tag, clock, of) })),
    [cards, clock, codebook, of]
  )
  const read = useReadStatements(reportText.status === 'ready' ? reportText.text : null)
  const suggestions = useMemo(() => {
    const tags = cards.map(({ tag }) => tag)
    const input = { case: of, codebook, clock, people, report: report ?? { authorId: null }, tags, statements: read }
    return planSuggestions(input, { tagId: selection.tagId, span }, { cards, marks })
  }, [of, codebook, clock, people, report, read, cards, marks, selection.tagId, span])
  const notCompared = choices.filter((_choice, index) => cards[index]?.comparison.state === 'not-compared')
  const readCards = useCallback(() => column.current?.readCards() ?? new Map<string, Extent>(), [])
  const close = useCallback(() => setOverlay(null), [])
  const onSpan = useCallback((next: PassageSpan | null) => {
    const { span: old, select } = useSelectionStore.getState()
    if (old === null && next === null) return
    select({ span: next })
    if (next !== null) setOverlay(null)
  }, [])
  const scrollToPassage = useFollowing(reportScroller, selection.passageId, reportText.status)
  const walk = useAccountWalk({
    ...{ events, cards, marks, codebook, column, reportScroller, scrollToPassage },
    timeOf: ({ tag }) => tagTime(tag, clock, of)
  })

  const selectCard = (card: AccountCard) => {
    // The second press opens what the first one chose.
    if (selection.tagId === card.tag.id) {
      selection.select({ editingTagId: card.tag.id })
      return
    }
    showTag(card.tag)
    const link = card.comparison.state === 'linked' ? card.comparison.links[0] : undefined
    selection.select({ linkId: link?.id ?? null, passageId: link?.passageId ?? null })
    if (link !== undefined) scrollToPassage(link.passageId)
  }
  const bringIntoView = useCallback(
    (linkId: string, side: 'card' | 'passage') => {
      const link = links.find(({ id }) => id === linkId)
      if (link === undefined) return
      if (side === 'card') column.current?.scrollToCard(link.tagId)
      else scrollToPassage(link.passageId)
    },
    [links, scrollToPassage]
  )
  const openPassages = (passageIds: string[]) => {
    const covering = passageIds
      .flatMap((id) => marks.find((mark) => mark.passage.id === id) ?? [])
      .sort((a, b) => a.end - a.start - (b.end - b.start))
    const [nearest] = covering
    if (nearest === undefined) return
    // The tag that is selected stays so where this passage is tied to it too.
    const link = nearest.links.find((one) => one.tagId === selection.tagId) ?? nearest.links[0]
    const card = cards.find((one) => one.tag.id === link?.tagId)
    if (card !== undefined) showTag(card.tag)
    selection.select({ passageId: nearest.passage.id, linkId: link?.id ?? null })
    setOverlay({ show: 'passages', passageIds: covering.map((mark) => mark.passage.id) })
  }
  const openDifference = (difference: Difference) => {
    selection.select({ differenceKey: difference.key })
    useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: 'differences' })
  }
  const takeSuggestion = ({ tag, statement }: Suggestion) => {
    // Words that are selected already are given the tag; otherwise the tag is given the words. How the two stand is for a person to say.
    if (span !== null && span.start < statement.end && span.end > statement.start) selection.select({ tagId: tag.id })
    else if (report !== null) onSpan({ reportId: report.id, start: statement.start, end: statement.end })
  }
  const notMentioned = (tagId: TagId) => {
    if (report !== null) void recordAbsences(of.id, [{ kind: 'tag-in-report', tagId, reportId: report.id }])
  }
  const enterDifference = () => {
    if (span === null) return
    const { tagId } = useSelectionStore.getState()
    selection.select({ span: null, differenceDraft: { tagIds: tagId === null ? [] : [tagId], span } })
    useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: 'differences' })
  }

  // Commands stay the same for as long as the screen is there; they look up what is shown when they run.
  const now = useRef({ notMentioned, enterDifference, notCompared, reports, report, span, cards, takeSuggestion, suggestions, uncertain })
  useLayoutEffect(() => {
    now.current = { notMentioned, enterDifference, notCompared, reports, report, span, cards, takeSuggestion, suggestions, uncertain }
  })
  useReportCommands(
    useMemo(
      () => ({
        link: (judgement) => {
          const { tagId } = useSelectionStore.getState()
          if (tagId !== null && now.current.span !== null) void linkWords(tagId, now.current.span, judgement)
        },
        markStatement: () => {
          if (now.current.span !== null) setOverlay({ show: 'statement', span: now.current.span, statement: null })
        },
        enterDifference: () => now.current.enterDifference(),
        notMentioned: () => {
          const card = now.current.cards.find((one) => one.tag.id === useSelectionStore.getState().tagId)
          if (card?.comparison.state === 'not-compared') now.current.notMentioned(card.tag.id)
        },
        takeSuggestion: () => {
          const { next } = now.current.suggestions
          if (next !== null) now.current.takeSuggestion(next)
          else useSessionStore.getState().notify(say('nothingSuggested'))
        },
        finishComparing: () => {
          if (now.current.report !== null && now.current.notCompared.length > 0) setOverlay({ show: 'finish' })
        },
        lookAtPassages: () => {
          if (now.current.uncertain.length > 0) setOverlay({ show: 'refinding' })
        },
        focusReport: () => reportScroller.current?.querySelector<HTMLElement>('[role=document]')?.focus(),
        showReportBy: (steps) => {
          const { reports, report } = now.current
          // From the last on to the first, so that one key goes through all of them.
          const next = reports.at((reports.findIndex(({ id }) => id === report?.id) + steps) % reports.length)
          if (next !== undefined) showReport(next.id)
        },
        dropWords: () => onSpan(null)
      }),
      [onSpan]
    )
  )

  const choiceOf = (tagId: TagId) => choices.find((choice) => choice.id === tagId)
  const absenceOf = (statement: Statement) =>
    [...absences.values()].find(
      ({ withdrawn, subject }) => withdrawn === null && subject.kind === 'statement-on-footage' && subject.statementId === statement.id
    ) ?? null
  const shownMarks =
    overlay?.show === 'passages' ? overlay.passageIds.flatMap((id) => marks.find((mark) => mark.passage.id === id) ?? []) : []
  const spanOf = (mark: PassageMark): PassageSpan => ({ reportId: mark.passage.reportId, start: mark.start, end: mark.end })

  return (
    <section className={styles['accounts']} aria-label={say('twoAccounts')} ref={tracks}>
      <AccountsHeader
        of={of}
        people={people}
        codebook={codebook}
        reports={reports}
        report={report}
        tagCount={cards.length}
        notComparedCount={notCompared.length}
        onChoose={showReport}
        onFinish={() => setOverlay({ show: 'finish' })}
      />
      <p role="status" className={styles['spoken']}>
        {walk.spoken}
      </p>
      <div className={styles['columns']} onKeyDownCapture={walk.onReportKeyDown}>
        <FootageColumn
          ref={column}
          scroller={cardScroller}
          cards={cards}
          events={events}
          onKeyDown={walk.onColumnKeyDown}
          of={of}
          people={people}
          codebook={codebook}
          selectedId={selection.tagId}
          hasReport={report !== null}
          suggestions={suggestions}
          onSuggestion={takeSuggestion}
          onSelect={selectCard}
          onNotMentioned={notMentioned}
          onTakeBack={(absenceId) => void takeBackAbsence(absenceId)}
        />
        {separator}
        <BetweenAccounts
          reportId={reportText.status === 'ready' ? (report?.id ?? null) : null}
          listed={events.listed}
          marks={marks}
          links={links}
          looseTagIds={looseTagIds}
          loosePassageIds={loosePassageIds}
          selectedTagId={selection.tagId}
          selectedPassageId={selection.passageId}
          cardScroller={cardScroller}
          reportScroller={reportScroller}
          readCards={readCards}
          layoutKey={layoutKey}
          onFar={bringIntoView}
          onCard={selectCard}
          onPassage={({ passage, links: [link] }) => {
            selection.select({ passageId: passage.id, linkId: link?.id ?? null })
            scrollToPassage(passage.id)
          }}
        />
        <div className={styles['reportSide']}>
          <ReportColumn
            of={of}
            scroller={reportScroller}
            report={report}
            text={reportText}
            marks={marks}
            differences={differences}
            codebook={codebook}
            span={span}
            selectedPassageId={selection.passageId}
            onSpan={onSpan}
            onPassage={openPassages}
            onDifference={openDifference}
            banner={
              report !== null && (
                <>
                  <OlderReadingBanner reportId={report.id} />
                  {uncertain.length > 0 && (
                    <RefindingBanner report={report} passages={uncertain} onOpen={() => setOverlay({ show: 'refinding' })} />
                  )}
                </>
              )
            }
            bar={
              span !== null && overlay === null ? (
                <SpanBar
                  spanKey={`${span.start}-${span.end} ${pagesLayout}`}
                  tags={choices}
                  selectedTagId={selection.tagId}
                  suggestions={suggestions.ofWords}
                  next={suggestions.next}
                  onTag={(tagId) => selection.select({ tagId })}
                  onLink={(judgement) => {
                    if (selection.tagId !== null) void linkWords(selection.tagId, span, judgement)
                  }}
                  onStatement={() => setOverlay({ show: 'statement', span, statement: null })}
                  onDifference={enterDifference}
                  onClose={() => onSpan(null)}
                />
              ) : null
            }
          />
        </div>
        {overlay?.show === 'statement' && report !== null && reportText.status === 'ready' && (
          <div className={styles['panel']}>
            <StatementPanel
              key={`${overlay.span.start}-${overlay.span.end}-${overlay.statement?.id ?? ''}`}
              of={of}
              report={report}
              people={[...people.values()]}
              codebook={codebook}
              span={overlay.span}
              quote={reportText.text.text.slice(overlay.span.start, overlay.span.end)}
              statement={overlay.statement}
              onSave={(draft, readAs) =>
                overlay.statement === null ? markStatement(overlay.span, draft, readAs) : updateStatement(overlay.statement.id, draft)
              }
              onClose={close}
            />
          </div>
        )}
      </div>
      {shownMarks.length > 0 && (
        <PassagePopover
          key={shownMarks[0]?.passage.id}
          marks={shownMarks}
          anchor={() =>
            reportScroller.current?.querySelector(`[data-passages~="${shownMarks[0]?.passage.id ?? ''}"]`)?.getBoundingClientRect() ??
            new DOMRect()
          }
          describeTag={(link) => {
            const card = cards.find((one) => one.tag.id === link.tagId)
            const choice = choiceOf(link.tagId)
            return card === undefined || choice === undefined ? null : { tag: card.tag, label: choice.label, time: choice.time }
          }}
          describeStatement={(statement) => describeStatement(statement, of, people, codebook)}
          absenceOf={absenceOf}
          onShow={showTag}
          onJudge={(link, judgement, note) => updateLink(link.id, judgement, note)}
          onWithdrawLink={(link) => setOverlay({ show: 'withdraw-link', link })}
          onEditStatement={(statement) => {
            const mark = shownMarks.find((one) => one.passage.id === statement.passageId)
            if (mark !== undefined) setOverlay({ show: 'statement', span: spanOf(mark), statement })
          }}
          onWithdrawStatement={(statement) => setOverlay({ show: 'withdraw-statement', statement })}
          onNotOnFootage={(statement) => void recordAbsences(of.id, [{ kind: 'statement-on-footage', statementId: statement.id }])}
          onTakeBack={(absence) => void takeBackAbsence(absence.id)}
          onSelectWords={(mark) => onSpan(spanOf(mark))}
          onClose={close}
        />
      )}
      {overlay?.show === 'refinding' && report !== null && reportText.status === 'ready' && (
        <RefindingDialog
          of={of}
          report={report}
          text={reportText.text}
          passages={uncertain}
          marks={marks}
          codebook={codebook}
          onClose={close}
        />
      )}
      {overlay?.show === 'finish' && report !== null && (
        <FinishComparing
          reportLabel={reportLine(report, of, people, codebook)}
          tags={notCompared}
          onConfirm={(tagIds) =>
            recordAbsences(
              of.id,
              tagIds.map((tagId) => ({ kind: 'tag-in-report', tagId, reportId: report.id }))
            )
          }
          onClose={close}
        />
      )}
      <WithdrawDialog what={overlay} onClose={close} />
    </section>
  )
}
