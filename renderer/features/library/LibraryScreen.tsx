import { FolderPlus, Play } from 'lucide-react'
import { useState } from 'react'
import type { Case } from '#shared/model/case'
import { Button } from '../../ui/Button'
import { Page } from '../../ui/Page'
import { ProblemNote } from '../../ui/ProblemNote'
import { Waiting } from '../../ui/Waiting'
import { CaseDialog } from './CaseDialog'
import { CaseTable } from './CaseTable'
import { DemonstrationCard } from './DemonstrationCard'
import { FirstStart } from './FirstStart'
import { PendingFilesNote } from './PendingFilesNote'
import { useCaseList } from './useCaseList'
import { useDemonstration } from './useDemonstration'
import { WithdrawCaseDialog } from './WithdrawCaseDialog'

type Overlay = { kind: 'new' } | { kind: 'edit'; case: Case } | { kind: 'withdraw'; case: Case } | null

/** The first screen: every case, a new one, and the demonstration. */
export function LibraryScreen() {
  const { rows, problem, reload } = useCaseList()
  const demonstration = useDemonstration(reload)
  const [overlay, setOverlay] = useState<Overlay>(null)
  const close = () => setOverlay(null)
  const newCase = () => setOverlay({ kind: 'new' })
  const openDemonstration = () => void demonstration.start()
  const hasNone = rows !== null && rows.length === 0

  return (
    <Page
      title="Cases"
      actions={
        !hasNone && (
          <>
            <Button icon={Play} disabled={demonstration.isRunning} onClick={openDemonstration}>
              Open the demonstration case
            </Button>
            <Button variant="primary" icon={FolderPlus} onClick={newCase}>
              New case
            </Button>
          </>
        )
      }
    >
      <PendingFilesNote />
      <DemonstrationCard job={demonstration.job} onDismiss={demonstration.dismiss} />
      {problem !== null && (
        <ProblemNote
          problem={problem}
          action={
            <Button size="small" onClick={() => void reload()}>
              Try again
            </Button>
          }
        />
      )}
      {rows === null && problem === null && <Waiting>Loading the cases…</Waiting>}
      {hasNone && <FirstStart isDemonstrationRunning={demonstration.isRunning} onDemonstration={openDemonstration} onNewCase={newCase} />}
      {rows !== null && rows.length > 0 && (
        <CaseTable
          rows={rows}
          onEdit={(one) => setOverlay({ kind: 'edit', case: one })}
          onWithdraw={(one) => setOverlay({ kind: 'withdraw', case: one })}
        />
      )}
      {overlay?.kind === 'new' && <CaseDialog onClose={close} onSaved={() => void reload()} />}
      {overlay?.kind === 'edit' && <CaseDialog existing={overlay.case} onClose={close} onSaved={() => void reload()} />}
      {overlay?.kind === 'withdraw' && <WithdrawCaseDialog target={overlay.case} onClose={close} onDone={() => void reload()} />}
    </Page>
  )
}
