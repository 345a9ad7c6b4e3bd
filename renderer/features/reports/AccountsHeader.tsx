import { CircleQuestionMark, ListChecks } from 'lucide-react'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import { judgementSchema } from '#shared/model/comparison'
import type { ReportId } from '#shared/model/ids'
import type { Report } from '#shared/model/report'
import { Button } from '../../ui/Button'
import { judgementLook } from '../../ui/judgementLook'
import { ReportChooser } from './ReportChooser'
import styles from './TwoAccounts.module.css'

interface AccountsHeaderProps {
  of: Case
  people: ReadonlyMap<string, Person>
  codebook: Codebook
  reports: readonly Report[]
  report: Report | null
  tagCount: number
  notComparedCount: number
  onChoose: (reportId: ReportId) => void
  onFinish: () => void
}

/** Names both sides, and says what the lines between them mean. */
export function AccountsHeader({
  of,
  people,
  codebook,
  reports,
  report,
  tagCount,
  notComparedCount,
  onChoose,
  onFinish
}: AccountsHeaderProps) {
  return (
    <header className={styles['head']}>
      <h3 className={styles['heading']}>
        On footage <span className={styles['count']}>· {tagCount === 1 ? '1 tag' : `${tagCount} tags`}</span>
      </h3>
      <span />
      {report === null ? (
        <h3 className={styles['heading']}>In the reports</h3>
      ) : (
        <ReportChooser reports={reports} shown={report} of={of} people={people} codebook={codebook} onChoose={onChoose} />
      )}
      <div className={styles['legend']}>
        {judgementSchema.options.map((judgement) => {
          const { icon: Icon, label, tone } = judgementLook[judgement]
          return (
            <span key={judgement} className={styles['key']} data-tone={tone}>
              <Icon aria-hidden className={styles['keyIcon']} />
              {label.toLowerCase()}
            </span>
          )
        })}
        <span className={styles['key']} data-tone="context">
          <CircleQuestionMark aria-hidden className={styles['keyIcon']} />
          statement only
        </span>
        <span className={styles['finish']}>
          {report !== null && tagCount > 0 && (
            <Button size="small" variant="quiet" icon={ListChecks} disabled={notComparedCount === 0} onClick={onFinish}>
              {notComparedCount === 0 ? 'All compared with this report' : `Finish comparing (${notComparedCount})`}
            </Button>
          )}
        </span>
      </div>
    </header>
  )
}
