import { Terminal } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import { usePendingGrantStore } from '../../stores/pendingGrantStore'
import styles from './PendingFilesNote.module.css'

const say = messagesOf('library')

/** Says that files were named on the command line and wait for a case. */
export function PendingFilesNote() {
  const grants = usePendingGrantStore((state) => state.grants)
  if (grants.length === 0) return null
  return (
    <div role="status" className={styles['note']}>
      <Terminal aria-hidden className={styles['icon']} />
      <div className={styles['words']}>
        <p>{say('filesWaiting', { count: grants.length })}</p>
        <p className={styles['names']}>{grants.map((grant) => grant.fileName).join(' · ')}</p>
      </div>
    </div>
  )
}
