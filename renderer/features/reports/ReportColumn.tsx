import { FileText } from 'lucide-react'
import type { ComponentProps } from 'react'
import type { Case } from '#shared/model/case'
import type { Report } from '#shared/model/report'
import { useReportTextStore, type ReportTextState } from '../../stores/reportTextStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ProblemNote } from '../../ui/ProblemNote'
import { Waiting } from '../../ui/Waiting'
import { ReportDocument } from './ReportDocument'
import styles from './TwoAccounts.module.css'

type ReportColumnProps = Omit<ComponentProps<typeof ReportDocument>, 'text' | 'readingNotes'> & {
  of: Case
  report: Report | null
  text: ReportTextState
}

/** The report shown, or why none is. */
export function ReportColumn({ of, report, text, ...rest }: ReportColumnProps) {
  if (report === null) {
    return (
      <EmptyState
        icon={FileText}
        title="No reports yet"
        action={
          <Button onClick={() => useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: 'setup' })}>Add a report</Button>
        }
      >
        Load the written reports (PDF, DOCX, RTF, text, HTML or e-mail) to lay them beside the footage.
      </EmptyState>
    )
  }
  if (text.status === 'failed') {
    return (
      <div className={styles['alone']}>
        <ProblemNote
          problem={text.problem}
          action={
            <Button size="small" onClick={() => void useReportTextStore.getState().load(report.id, report.sha256)}>
              Try again
            </Button>
          }
        />
      </div>
    )
  }
  if (text.status !== 'ready') return <Waiting>Reading the report…</Waiting>
  return <ReportDocument key={text.text.id} text={text.text} readingNotes={report.readingNotes ?? []} {...rest} />
}
