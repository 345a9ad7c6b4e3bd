import { ScrollText } from 'lucide-react'
import { useCaseStore } from '../../stores/caseStore'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ProblemNote } from '../../ui/ProblemNote'
import { Waiting } from '../../ui/Waiting'
import styles from './Activity.module.css'
import { foldViewings } from './foldViewings'
import { LedgerList } from './LedgerList'
import { useLedgerLines } from './useLedgerLines'
import { VerifyLedger } from './VerifyLedger'

/** Everything that was done and looked at in the open case: who, when, what. */
export function Activity() {
  const opened = useCaseStore((state) => state.case)
  const { lines, hasMore, problem, loadMore, retry } = useLedgerLines(opened?.id ?? null)
  if (opened === null) return null
  return (
    <div className={styles['screen']}>
      <div className={styles['head']}>
        <div className={styles['words']}>
          <h1 className={styles['title']}>Activity</h1>
          <p className={styles['hint']}>Every change and every viewing of this case, newest first. Nothing here can be altered.</p>
        </div>
        <VerifyLedger />
      </div>
      {problem !== null && (
        <ProblemNote
          problem={problem}
          action={
            <Button size="small" onClick={retry}>
              Try again
            </Button>
          }
        />
      )}
      {lines === null && problem === null && <Waiting>Loading the ledger…</Waiting>}
      {lines !== null && lines.length === 0 && <EmptyState icon={ScrollText} title="Nothing was done in this case yet" />}
      {lines !== null && lines.length > 0 && (
        <LedgerList lines={foldViewings(lines)} timeZone={opened.timeZone} hasMore={hasMore} onLoadMore={loadMore} />
      )}
    </div>
  )
}
