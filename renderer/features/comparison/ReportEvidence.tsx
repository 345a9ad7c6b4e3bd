import { SquareArrowOutUpRight } from 'lucide-react'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { PassageId, ReportId } from '#shared/model/ids'
import type { Passage } from '#shared/model/report'
import { joinWrappedLines, planBlocks } from '#shared/domain/planBlocks'
import { useCaseStore } from '../../stores/caseStore'
import { useReportText } from '../../stores/reportTextStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { ProblemNote } from '../../ui/ProblemNote'
import { reportLine } from '../../ui/reportLine'
import styles from './Evidence.module.css'
import { planExcerpt } from './planExcerpt'

interface ReportEvidenceProps {
  of: Case
  reportId: ReportId | null
  passageIds: readonly PassageId[]
  /** Where the report says it, of what is no passage; UTF-16 units of its text. */
  spans: readonly { start: number; end: number }[]
  people: ReadonlyMap<string, Person>
  codebook: Codebook
}

/** What reports say: each passage or span in what stands around it, or the whole report where it has neither. */
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
  const quotes = [
    ...passages.map(({ anchor }) => anchor),
    ...(text.status === 'ready' ? spans.map(({ start, end }) => ({ start, end, exact: text.text.text.slice(start, end) })) : [])
  ]
  const openInWorkbench = () => {
    const [span] = passages.length === 0 ? spans : []
    useSelectionStore
      .getState()
      .select({ reportId, passageId: passages[0]?.id ?? null, linkId: null, span: span === undefined ? null : { reportId, ...span } })
    useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: 'workbench' })
  }
  return (
    <>
      {report !== undefined && <p className={styles['source']}>{reportLine(report, of, people, codebook)}</p>}
      {text.status === 'failed' && <ProblemNote problem={text.problem} />}
      {quotes.map(({ start, end, exact }) => {
        const excerpt = text.status === 'ready' ? planExcerpt(text.text, { start, end, exact }) : null
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
      })}
      {quotes.length === 0 && text.status === 'ready' && (
        <div className={styles['whole']} tabIndex={0} role="region" aria-label="The whole report">
          {joinWrappedLines(text.text.text, planBlocks(text.text.text, text.text.pages))}
        </div>
      )}
      <Button icon={SquareArrowOutUpRight} onClick={openInWorkbench}>
        Open in workbench
      </Button>
    </>
  )
}
