import { messagesOf } from '#shared/messages/messagesOf'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { ReportId } from '#shared/model/ids'
import type { Report } from '#shared/model/report'
import { reportLine } from '../../ui/reportLine'
import { Select } from '../../ui/Select'
import styles from './TwoAccounts.module.css'

const say = messagesOf('reports')

interface ReportChooserProps {
  reports: readonly Report[]
  shown: Report
  of: Case
  people: ReadonlyMap<string, Person>
  codebook: Codebook
  onChoose: (reportId: ReportId) => void
}

/** Says which report is shown; a list where there are several. */
export function ReportChooser({ reports, shown, of, people, codebook, onChoose }: ReportChooserProps) {
  if (reports.length === 1) return <h3 className={styles['heading']}>{reportLine(shown, of, people, codebook)}</h3>
  return (
    <div className={styles['chooser']}>
      <Select
        label={say('reportShown')}
        isLabelHidden
        value={shown.id}
        onValueChange={onChoose}
        options={reports.map((report) => ({ value: report.id, label: reportLine(report, of, people, codebook) }))}
      />
    </div>
  )
}
