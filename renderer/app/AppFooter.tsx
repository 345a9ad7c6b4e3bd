import { CircleQuestionMark } from 'lucide-react'
import { judgementSchema } from '#shared/model/comparison'
import { messagesOf } from '#shared/messages/messagesOf'
import { JobsIndicator } from '../features/diagnostics/JobsIndicator'
import { useCaseStore } from '../stores/caseStore'
import { useSessionStore } from '../stores/sessionStore'
import { classNames } from '../ui/classNames'
import { judgementLook } from '../ui/judgementLook'
import styles from './AppFooter.module.css'

const say = messagesOf('app')

/** What the lines and marks mean, who works here, and how far the ledger is. */
export function AppFooter() {
  const user = useSessionStore((state) => state.user)
  const isInCase = useSessionStore((state) => state.route.screen === 'case')
  const hasLinks = useSessionStore((state) => state.route.screen === 'case' && state.route.view === 'workbench')
  const sequence = useCaseStore((state) => state.sequence)
  return (
    <footer className={styles['footer']}>
      {hasLinks && (
        <ul className={styles['legend']} aria-label={say('legend')}>
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
            {say('statementOnly')}
          </li>
        </ul>
      )}
      <span className={styles['space']} />
      <JobsIndicator />
      {user !== null && (
        <span className={styles['user']} title={user.roles.join(', ')}>
          {say('reviewer', { name: user.name })}
        </span>
      )}
      {isInCase && sequence > 0 && <span className={styles['ledger']}>{say('ledger', { sequence })}</span>}
    </footer>
  )
}
