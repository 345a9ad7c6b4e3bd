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
  people: ReadonlyMap<string, Person>
  codebook: Codebook
}

/** What reports say: each passage in what stands around it, or the whole report where it has no passage to show. */
export function ReportEvidence({ of, reportId, passageIds, people, codebook }: ReportEvidenceProps) {
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
      people={people}
      codebook={codebook}
    />
  ))
}

function OneReport({
  of,
  reportId,
  passages,
  people,
  codebook
}: Omit<ReportEvidenceProps, 'reportId' | 'passageIds'> & { reportId: ReportId; passages: readonly Passage[] }) {
  const report = useCaseStore((store) => store.reports.get(reportId))
  const text = useReportText(reportId)
  const openInWorkbench = () => {
    useSelectionStore.getState().select({ reportId, passageId: passages[0]?.id ?? null, linkId: null, span: null })
    useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: 'workbench' })
  }
  return (
    <>
      {report !== undefined && <p className={styles['source']}>{reportLine(report, of, people, codebook)}</p>}
      {text.status === 'failed' && <ProblemNote problem={text.problem} />}
      {passages.map((passage) => {
        const excerpt = text.status === 'ready' ? planExcerpt(text.text, passage.anchor) : null
        return (
          <blockquote key={passage.id} className={styles['excerpt']}>
            {excerpt === null ? (
              <mark className={styles['quoted']}>{passage.anchor.exact}</mark>
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
      {passages.length === 0 && text.status === 'ready' && (
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
