import { Terminal } from 'lucide-react'
import { usePendingGrantStore } from '../../stores/pendingGrantStore'
import styles from './PendingFilesNote.module.css'

/** Says that files were named on the command line and wait for a case. */
export function PendingFilesNote() {
  const grants = usePendingGrantStore((state) => state.grants)
  if (grants.length === 0) return null
  const count = grants.length === 1 ? '1 file was' : `${grants.length} files were`
  return (
    <div role="status" className={styles['note']}>
      <Terminal aria-hidden className={styles['icon']} />
      <div className={styles['words']}>
        <p>
          {count} named on the command line: choose a case to load {grants.length === 1 ? 'it' : 'them'} into, under People &amp; files.
        </p>
        <p className={styles['names']}>{grants.map((grant) => grant.fileName).join(' · ')}</p>
      </div>
    </div>
  )
}
