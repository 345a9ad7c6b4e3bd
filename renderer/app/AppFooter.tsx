import { CircleQuestionMark } from 'lucide-react'
import { judgementSchema } from '#shared/model/comparison'
import { JobsIndicator } from '../features/diagnostics/JobsIndicator'
import { useCaseStore } from '../stores/caseStore'
import { useSessionStore } from '../stores/sessionStore'
import { classNames } from '../ui/classNames'
import { judgementLook } from '../ui/judgementLook'
import styles from './AppFooter.module.css'

/** What the lines and marks mean, who works here, and how far the ledger is. */
export function AppFooter() {
  const user = useSessionStore((state) => state.user)
  const isInCase = useSessionStore((state) => state.route.screen === 'case')
  const hasLinks = useSessionStore((state) => state.route.screen === 'case' && state.route.view === 'workbench')
  const sequence = useCaseStore((state) => state.sequence)
  return (
    <footer className={styles['footer']}>
      {hasLinks && (
        <ul className={styles['legend']} aria-label="Marks on words and lines">
          {judgementSchema.options.map((judgement) => {
            const { icon: Icon, label, tone } = judgementLook[judgement]
            return (
              <li key={judgement} className={classNames(styles['line'], styles[judgement])} data-tone={tone}>
                <Icon aria-hidden className={styles['icon']} />
                {label.toLowerCase()}
              </li>
            )
          })}
          <li data-tone="context">
            <CircleQuestionMark aria-hidden className={styles['icon']} />
            statement only
          </li>
        </ul>
      )}
      <span className={styles['space']} />
      <JobsIndicator />
      {user !== null && (
        <span className={styles['user']} title={user.roles.join(', ')}>
          reviewer {user.name}
        </span>
      )}
      {isInCase && sequence > 0 && <span className={styles['ledger']}>ledger {sequence.toLocaleString('en')}</span>}
    </footer>
  )
}
