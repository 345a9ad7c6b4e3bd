import { messagesOf } from '#shared/messages/messagesOf'
import { FileText } from 'lucide-react'
import { useCaseStore } from '../../stores/caseStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ProblemNote } from '../../ui/ProblemNote'
import { AccountsOfCase } from './AccountsOfCase'
import type { AccountsPart } from './planAccounts'
import styles from './TwoAccounts.module.css'

const say = messagesOf('reports')

/** What footage shows and what a report says, side by side with the links between them; or one of the two, where the other is in another window. */
export function TwoAccounts({ part }: { part: AccountsPart }) {
  const status = useCaseStore((store) => store.status)
  const problem = useCaseStore((store) => store.problem)
  const of = useCaseStore((store) => store.case)
  const reload = useCaseStore((store) => store.reload)
  const codebook = useSessionStore((session) => session.codebook)
  if (of !== null) return <AccountsOfCase key={of.id} of={of} codebook={codebook} part={part} />
  return (
    <div className={styles['alone']}>
      {status === 'failed' && problem !== null ? (
        <ProblemNote problem={problem} action={<Button onClick={() => void reload()}>{say('tryAgain')}</Button>} />
      ) : (
        <EmptyState icon={FileText} title={status === 'loading' ? say('openingCase') : say('noCase')} />
      )}
    </div>
  )
}
