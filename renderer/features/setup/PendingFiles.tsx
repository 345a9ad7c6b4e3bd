import { Terminal } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Grant } from '#shared/rpc/hostContract'
import { usePendingGrantStore } from '../../stores/pendingGrantStore'
import { Button } from '../../ui/Button'
import styles from './PendingFiles.module.css'

const say = messagesOf('setup')

/** The files named on the command line, with a button that takes them into this case. */
export function PendingFiles({ onLoad }: { onLoad: (grants: readonly Grant[]) => void }) {
  const grants = usePendingGrantStore((state) => state.grants)
  const remove = usePendingGrantStore((state) => state.remove)
  if (grants.length === 0) return null
  return (
    <section className={styles['note']} aria-label={say('fromCommandLine')}>
      <Terminal aria-hidden className={styles['icon']} />
      <div className={styles['words']}>
        <p>{say('namedCount', { count: grants.length })}</p>
        <p className={styles['names']}>{grants.map((grant) => grant.fileName).join(' · ')}</p>
      </div>
      <Button variant="quiet" onClick={() => remove(grants.map((grant) => grant.grantId))}>
        {say('leaveOut')}
      </Button>
      <Button variant="primary" onClick={() => onLoad(grants)}>
        {say('loadHere')}
      </Button>
    </section>
  )
}
