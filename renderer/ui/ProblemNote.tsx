import { TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { inOwnWords, type Problem } from '#shared/rpc/problem'
import { IconButton } from './IconButton'
import styles from './ProblemNote.module.css'

const say = messagesOf('ui')

interface ProblemNoteProps {
  problem: Problem
  onDismiss?: () => void
  action?: ReactNode
}

/** What went wrong, what was kept, and what to do. */
export function ProblemNote({ problem, onDismiss, action }: ProblemNoteProps) {
  const { what, kept, todo } = inOwnWords(problem)
  return (
    <div role="alert" className={styles['note']}>
      <TriangleAlert aria-hidden className={styles['icon']} />
      <div className={styles['words']}>
        <p className={styles['what']}>{what}</p>
        {kept !== '' && <p>{kept}</p>}
        {todo !== '' && <p className={styles['todo']}>{todo}</p>}
        {action !== undefined && <div className={styles['action']}>{action}</div>}
      </div>
      {onDismiss !== undefined && <IconButton icon={X} label={say('dismiss')} size="small" onClick={onDismiss} />}
    </div>
  )
}
