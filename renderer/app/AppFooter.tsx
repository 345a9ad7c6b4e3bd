import { JobsIndicator } from '../features/diagnostics/JobsIndicator'
import { useCaseStore } from '../stores/caseStore'
import { useSessionStore } from '../stores/sessionStore'
import styles from './AppFooter.module.css'

/** What the line colours mean, who works here, and how far the ledger is. */
export function AppFooter() {
  const user = useSessionStore((state) => state.user)
  const isInCase = useSessionStore((state) => state.route.screen === 'case')
  const sequence = useCaseStore((state) => state.sequence)
  return (
    <footer className={styles['footer']}>
      {isInCase && (
        <ul className={styles['legend']} aria-label="Judgements of a link">
          <li className={styles['agrees']}>agrees</li>
          <li className={styles['differs']}>differs</li>
          <li className={styles['contradicts']}>contradicts</li>
        </ul>
      )}
      <span className={styles['space']} />
      <JobsIndicator />
      {user !== null && (
        <span className={styles['user']} title={user.roles.join(', ')}>
          {user.name}
        </span>
      )}
      {isInCase && sequence > 0 && <span className={styles['ledger']}>ledger {sequence.toLocaleString('en')}</span>}
    </footer>
  )
}
