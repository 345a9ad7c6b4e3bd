import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { LedgerVerdict } from '#shared/model/ledger'
import { saidAgain } from '#shared/messages/readBack'
import { connection } from '../../app/connection'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/classNames'
import styles from './VerifyLedger.module.css'

const shownProblems = 5

/** Checks the whole ledger, of all cases, and says how it stands. */
export function VerifyLedger() {
  const [verdict, setVerdict] = useState<LedgerVerdict | null>(null)
  const [isBusy, setBusy] = useState(false)
  const verify = async () => {
    setBusy(true)
    setVerdict(await useSessionStore.getState().write(() => connection().client.ledger.verify()))
    setBusy(false)
  }
  return (
    <>
      <Button icon={ShieldCheck} disabled={isBusy} onClick={() => void verify()}>
        {isBusy ? 'Verifying…' : 'Verify ledger'}
      </Button>
      {verdict !== null && <Verdict verdict={verdict} />}
    </>
  )
}

function Verdict({ verdict }: { verdict: LedgerVerdict }) {
  const Icon = verdict.isIntact ? ShieldCheck : ShieldAlert
  return (
    <div role="status" className={classNames(styles['verdict'], verdict.isIntact ? styles['intact'] : styles['broken'])}>
      <Icon aria-hidden className={styles['icon']} />
      <div className={styles['words']}>
        <p>
          {verdict.isIntact
            ? `Intact: all ${verdict.entryCount.toLocaleString('en')} entries follow from one another, and every record is what the ledger says.`
            : `Not intact: ${verdict.problems.length} of the checks failed. Keep the data folder as it is, and restore a backup beside it.`}
        </p>
        {verdict.problems.slice(0, shownProblems).map((problem, index) => (
          <p key={index}>
            {problem.sequence === null ? '' : `Entry ${problem.sequence}: `}
            {saidAgain('verdicts', problem.what)}
          </p>
        ))}
        {verdict.problems.length > shownProblems && <p>…and {verdict.problems.length - shownProblems} more.</p>}
        <p className={styles['hash']} title={verdict.lastHash}>
          last entry {verdict.lastHash}
        </p>
      </div>
    </div>
  )
}
