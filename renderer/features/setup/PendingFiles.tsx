import { Terminal } from 'lucide-react'
import type { Grant } from '#shared/rpc/hostContract'
import { usePendingGrantStore } from '../../stores/pendingGrantStore'
import { Button } from '../../ui/Button'
import styles from './PendingFiles.module.css'

/** The files named on the command line, with a button that takes them into this case. */
export function PendingFiles({ onLoad }: { onLoad: (grants: readonly Grant[]) => void }) {
  const grants = usePendingGrantStore((state) => state.grants)
  const remove = usePendingGrantStore((state) => state.remove)
  if (grants.length === 0) return null
  return (
    <section className={styles['note']} aria-label="Files from the command line">
      <Terminal aria-hidden className={styles['icon']} />
      <div className={styles['words']}>
        <p>{grants.length === 1 ? '1 file was named' : `${grants.length} files were named`} on the command line.</p>
        <p className={styles['names']}>{grants.map((grant) => grant.fileName).join(' · ')}</p>
      </div>
      <Button variant="quiet" onClick={() => remove(grants.map((grant) => grant.grantId))}>
        Leave out
      </Button>
      <Button variant="primary" onClick={() => onLoad(grants)}>
        Load into this case
      </Button>
    </section>
  )
}
