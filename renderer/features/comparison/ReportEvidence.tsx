import { SquareArrowOutUpRight } from 'lucide-react'
import { use, useMemo } from 'react'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { PassageId, ReportId } from '#shared/model/ids'
import type { Passage, Report, ReportText } from '#shared/model/report'
import { joinWrappedLines, planBlocks, type TextRange } from '#shared/domain/planBlocks'
import { messagesOf } from '#shared/messages/messagesOf'
import { useCaseStore } from '../../stores/caseStore'
import { useReportText } from '../../stores/reportTextStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { ProblemNote } from '../../ui/ProblemNote'
import { reportLine } from '../../ui/reportLine'
import { SegmentedControl } from '../../ui/SegmentedControl'
import styles from './Evidence.module.css'
import { useEvidenceViewStore } from './evidenceViewStore'
import { PassageDrawing } from './passageDrawing'
import { planExcerpt } from './planExcerpt'

const say = messagesOf('comparison')

interface ReportEvidenceProps {
  of: Case
  reportId: ReportId | null
  passageIds: readonly PassageId[]
  /** Where the report says it, of what is no passage; UTF-16 units of its text. */
  spans: readonly TextRange[]
  people: ReadonlyMap<string, Person>
  codebook: Codebook
}

/** What reports say: each passage or span on its page or in what stands around it, or the whole report where it has neither. */
export function ReportEvidence({ of, reportId, passageIds, spans, people, codebook }: ReportEvidenceProps) {
  const allPassages = useCaseStore((store) => store.passages)
  const passages = passageIds.flatMap((id) => allPassages.get(id) ?? [])
  const bySpan = [
    ...new Map(passages.map((passage) => [`${passage.reportId} ${passage.anchor.start} ${passage.anchor.end}`, passage])).values()
  ]
  const reportIds = [...new Set([...bySpan.map((passage) => passage.reportId), ...(reportId === null ? [] : [reportId])])]
  return reportIds.map((id) => (
    <OneReport
      key={id}
      of={of}
      reportId={id}
      passages={bySpan.filter((passage) => passage.reportId === id)}
      spans={id === reportId ? spans : []}
      people={people}
      codebook={codebook}
    />
  ))
}

function OneReport({
  of,
  reportId,
  passages,
  spans,
  people,
  codebook
}: Omit<ReportEvidenceProps, 'reportId' | 'passageIds'> & { reportId: ReportId; passages: readonly Passage[] }) {
  const report = useCaseStore((store) => store.reports.get(reportId))
  const text = useReportText(reportId)
  const { view, show } = useEvidenceViewStore()
  const canDraw = use(PassageDrawing) !== null && report?.format === 'pdf'
  const ranges = [...passages.map(({ anchor }) => anchor), ...spans].map(({ start, end }) => ({ start, end }))
  const isDrawn = canDraw && text.status === 'ready' && view === 'pages'
  const openInWorkbench = () => {
    const [span] = passages.length === 0 ? spans : []
    useSelectionStore
      .getState()
      .select({ reportId, passageId: passages[0]?.id ?? null, linkId: null, span: span === undefined ? null : { reportId, ...span } })
    useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: 'workbench' })
  }
  return (
    <>
      <div className={styles['reportBar']}>
        {report !== undefined && <p className={styles['source']}>{reportLine(report, of, people, codebook)}</p>}
        {canDraw && (
          <SegmentedControl
            label={say('showReportAs')}
            size="small"
            value={view}
            onValueChange={show}
            options={[
              { value: 'pages', label: say('asPages') },
              { value: 'text', label: say('asText') }
            ]}
          />
        )}
      </div>
      {text.status === 'failed' && <ProblemNote problem={text.problem} />}
      {isDrawn ? (
        <DrawnPassages report={report} text={text.text} ranges={ranges} />
      ) : (
        <WrittenPassages text={text.status === 'ready' ? text.text : null} passages={passages} spans={spans} />
      )}
      <Button size="small" icon={SquareArrowOutUpRight} onClick={openInWorkbench}>
        {say('openInWorkbench')}
      </Button>
    </>
  )
}

/** The passages on the pages of their report, as it looks. */
function DrawnPassages({ report, text, ranges }: { report: Report; text: ReportText; ranges: readonly TextRange[] }) {
  const draw = use(PassageDrawing)
  // The same words are the same list, so that the pages stay where the reader scrolled them.
  const named = ranges.map(({ start, end }) => `${start}-${end}`).join(' ')
  const stable = useMemo(
    () =>
      named.split(' ').flatMap((one) => {
        const [start, end] = one.split('-').map(Number)
        return start === undefined || end === undefined ? [] : [{ start, end }]
      }),
    [named]
  )
  return <div className={styles['pages']}>{draw?.({ report, text, ranges: stable })}</div>
}

/** The passages as text, in what stands around them. */
function WrittenPassages({
  text,
  passages,
  spans
}: {
  text: ReportText | null
  passages: readonly Passage[]
  spans: readonly TextRange[]
}) {
  const quotes = [
    ...passages.map(({ anchor }) => anchor),
    ...(text === null ? [] : spans.map(({ start, end }) => ({ start, end, exact: text.text.slice(start, end) })))
  ]
  if (quotes.length === 0) {
    return text === null ? null : (
      <div className={styles['whole']} tabIndex={0} role="region" aria-label={say('wholeReport')}>
        {joinWrappedLines(text.text, planBlocks(text.text, text.pages))}
      </div>
    )
  }
  return quotes.map(({ start, end, exact }) => {
    const excerpt = text === null ? null : planExcerpt(text, { start, end, exact })
    return (
      <blockquote key={`${start} ${end}`} className={styles['excerpt']}>
        {excerpt === null ? (
          <mark className={styles['quoted']}>{exact}</mark>
        ) : (
          <>
            {excerpt.isCutBefore && '… '}
            {excerpt.before}
            <mark className={styles['quoted']}>{excerpt.exact}</mark>
            {excerpt.after}
            {excerpt.isCutAfter && ' …'}
          </>
        )}
      </blockquote>
    )
  })
}
