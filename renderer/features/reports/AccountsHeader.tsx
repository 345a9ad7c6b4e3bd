import { messagesOf } from '#shared/messages/messagesOf'
import { ListChecks } from 'lucide-react'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { ReportId } from '#shared/model/ids'
import type { Report } from '#shared/model/report'
import { Button } from '../../ui/Button'
import { ReportChooser } from './ReportChooser'
import { ReportViewSwitch } from './ReportViewSwitch'
import type { AccountsPart } from './planAccounts'
import styles from './TwoAccounts.module.css'
import { WideSwitch } from './WideSwitch'

const say = messagesOf('reports')

interface AccountsHeaderProps {
  part: AccountsPart
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

/** Names what is shown of the two sides. */
export function AccountsHeader({
  part,
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
      {part !== 'reports' && (
        <div className={styles['footageHead']}>
          <h3 className={styles['heading']}>
            {say('onFootage')} <span className={styles['count']}>{tagCount}</span>
          </h3>
          {report !== null && tagCount > 0 && (
            <Button size="small" variant="quiet" icon={ListChecks} disabled={notComparedCount === 0} onClick={onFinish}>
              {notComparedCount === 0 ? (
                say('allCompared')
              ) : (
                <>
                  {say('finish')} <span className={styles['ifRoom']}>{say('finishRest')} </span>({notComparedCount})
                </>
              )}
            </Button>
          )}
        </div>
      )}
      {part === 'events' ? null : report === null ? (
        <h3 className={styles['heading']}>{say('inReports')}</h3>
      ) : (
        <div className={styles['reportHead']}>
          <ReportChooser reports={reports} shown={report} of={of} people={people} codebook={codebook} onChoose={onChoose} />
          <ReportViewSwitch report={report} />
          {part === 'both' && <WideSwitch />}
        </div>
      )}
    </header>
  )
}
