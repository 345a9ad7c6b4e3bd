import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { LedgerVerdict } from '#shared/model/ledger'
import { saidAgain } from '#shared/messages/readBack'
import { connection } from '../../app/connection'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/classNames'
import styles from './VerifyLedger.module.css'

const say = messagesOf('activity')
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
        {say(isBusy ? 'verifying' : 'verify')}
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
        <p>{verdict.isIntact ? say('intact', { count: verdict.entryCount }) : say('broken', { count: verdict.problems.length })}</p>
        {verdict.problems.slice(0, shownProblems).map((problem, index) => (
          <p key={index}>{faultWords(problem)}</p>
        ))}
        {verdict.problems.length > shownProblems && <p>{say('more', { count: verdict.problems.length - shownProblems })}</p>}
        <p className={styles['hash']} title={verdict.lastHash}>
          {say('lastEntry', { hash: verdict.lastHash })}
        </p>
      </div>
    </div>
  )
}

function faultWords({ sequence, what }: LedgerVerdict['problems'][number]): string {
  const said = saidAgain('verdicts', what)
  return sequence === null ? said : say('problemAt', { number: sequence, what: said })
}
