import { messagesOf } from '#shared/messages/messagesOf'
import { FileText } from 'lucide-react'
import { useEffect, type ComponentProps } from 'react'
import type { Case } from '#shared/model/case'
import type { Report } from '#shared/model/report'
import { useReportTextStore, type ReportTextState } from '../../stores/reportTextStore'
import { useReportViewStore } from '../../stores/reportViewStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ProblemNote } from '../../ui/ProblemNote'
import { Waiting } from '../../ui/Waiting'
import { ReportPages } from './pages/ReportPages'
import { ReportDocument } from './ReportDocument'
import { hasPages } from './ReportViewSwitch'
import styles from './TwoAccounts.module.css'

const say = messagesOf('reports')

type ReportColumnProps = Omit<ComponentProps<typeof ReportDocument>, 'text' | 'readingNotes'> & {
  of: Case
  report: Report | null
  text: ReportTextState
}

/** The report shown, or why none is. */
export function ReportColumn({ of, report, text, ...rest }: ReportColumnProps) {
  const view = useReportViewStore((store) => store.view)
  const { scroller } = rest
  // What was looked at in one view is looked at in the other. Pages bring it into sight themselves, once they are drawn.
  useEffect(() => {
    if (view === 'text') scroller.current?.querySelector('[data-pending], [data-selected]')?.scrollIntoView({ block: 'center' })
  }, [view, scroller])
  if (report === null) {
    return (
      <EmptyState
        icon={FileText}
        title={say('noReports')}
        action={
          <Button onClick={() => useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: 'setup' })}>
            {say('addReport')}
          </Button>
        }
      >
        {say('noReportsHint')}
      </EmptyState>
    )
  }
  if (text.status === 'failed') {
    return (
      <div className={styles['alone']}>
        <ProblemNote
          problem={text.problem}
          action={
            <Button size="small" onClick={() => void useReportTextStore.getState().load(report)}>
              {say('tryAgain')}
            </Button>
          }
        />
      </div>
    )
  }
  if (text.status !== 'ready') return <Waiting>{say('readingReport')}</Waiting>
  const { span } = rest
  const page = span === null ? undefined : text.text.pages.findLast(({ start }) => start <= span.start)
  return (
    <>
      {view === 'pages' && hasPages(report) ? (
        <ReportPages key={text.text.id} report={report} text={text.text} {...rest} />
      ) : (
        <ReportDocument key={text.text.id} text={text.text} readingNotes={report.readingNotes ?? []} {...rest} />
      )}
      <p role="status" className={styles['spoken']}>
        {span !== null &&
          say('selectedOnPage', { n: page?.number ?? 1, words: text.text.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ') })}
      </p>
    </>
  )
}
