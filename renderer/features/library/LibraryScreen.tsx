import { FilterX, FolderPlus, Play } from 'lucide-react'
import { useMemo, useRef, useState, type ComponentType, type ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case } from '#shared/model/case'
import type { CaseId } from '#shared/model/ids'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ProblemNote } from '../../ui/ProblemNote'
import { Waiting } from '../../ui/Waiting'
import { CaseDialog } from './CaseDialog'
import { CaseQueue } from './CaseQueue'
import { DemonstrationCard } from './DemonstrationCard'
import { FirstStart } from './FirstStart'
import styles from './LibraryScreen.module.css'
import { PendingFilesNote } from './PendingFilesNote'
import { filterQueue, queueRowsOf, sortQueue, type QueueFilter, type QueueOrder } from './planQueue'
import { QueueFilters } from './QueueFilters'
import { useCaseList } from './useCaseList'
import { useDemonstration } from './useDemonstration'
import { WithdrawCaseDialog } from './WithdrawCaseDialog'

const say = messagesOf('library')

type Overlay = { kind: 'new' } | { kind: 'edit'; case: Case } | { kind: 'withdraw'; case: Case } | null

/** What searching in the library needs: the cases to search in, what stands under the box, and what while nothing is searched for. */
export interface LibrarySearch {
  caseIds: readonly CaseId[] | null
  between: ReactNode
  idle: ReactNode
  onLeaveDown: () => void
}

/** The first screen: every case in the order in which it is due, a box to search in all of them, a new one, and the demonstration. */
export function LibraryScreen({ Search }: { Search: ComponentType<LibrarySearch> }) {
  const { cases, problem, reload } = useCaseList()
  const demonstration = useDemonstration(reload)
  const userId = useSessionStore((state) => state.user?.id)
  const [overlay, setOverlay] = useState<Overlay>(null)
  const [order, setOrder] = useState<QueueOrder>({ by: 'due', isDescending: false })
  const [chosen, setChosen] = useState<ReadonlySet<QueueFilter>>(new Set())
  const scroller = useRef<HTMLDivElement>(null)
  const focusQueue = useRef<(() => void) | null>(null)
  const all = useMemo(() => queueRowsOf(cases ?? [], userId, new Date().toISOString()), [cases, userId])
  const { rows, counts } = useMemo(() => filterQueue(all, chosen), [all, chosen])
  const sorted = useMemo(() => sortQueue(rows, order), [rows, order])
  const caseIds = useMemo(() => (chosen.size === 0 ? null : rows.map((row) => row.case.id)), [chosen, rows])
  const close = () => setOverlay(null)
  const newCase = () => setOverlay({ kind: 'new' })
  const openDemonstration = () => void demonstration.start()
  const hasNone = cases !== null && cases.length === 0

  return (
    <div ref={scroller} className={styles['screen']}>
      <div className={styles['page']}>
        <div className={styles['head']}>
          <h1 className={styles['title']}>{say('title')}</h1>
          {!hasNone && (
            <>
              <Button icon={Play} disabled={demonstration.isRunning} onClick={openDemonstration}>
                {say('openDemonstration')}
              </Button>
              <Button variant="primary" icon={FolderPlus} onClick={newCase}>
                {say('newCase')}
              </Button>
            </>
          )}
        </div>
        <PendingFilesNote />
        <DemonstrationCard job={demonstration.job} onDismiss={demonstration.dismiss} />
        {problem !== null && (
          <ProblemNote
            problem={problem}
            action={
              <Button size="small" onClick={() => void reload()}>
                {say('tryAgain')}
              </Button>
            }
          />
        )}
        {cases === null && problem === null && <Waiting>{say('loading')}</Waiting>}
        {hasNone && <FirstStart isDemonstrationRunning={demonstration.isRunning} onDemonstration={openDemonstration} onNewCase={newCase} />}
        {cases !== null && !hasNone && (
          <Search
            caseIds={caseIds}
            onLeaveDown={() => focusQueue.current?.()}
            between={<QueueFilters chosen={chosen} counts={counts} shownCount={rows.length} allCount={all.length} onChange={setChosen} />}
            idle={
              rows.length === 0 ? (
                <EmptyState
                  icon={FilterX}
                  title={say('noneLeft')}
                  action={<Button onClick={() => setChosen(new Set())}>{say('clearFilters')}</Button>}
                >
                  {say('noneLeftHint')}
                </EmptyState>
              ) : (
                <CaseQueue
                  rows={sorted}
                  order={order}
                  scroller={scroller}
                  focusRef={focusQueue}
                  onOrder={setOrder}
                  onEdit={(one) => setOverlay({ kind: 'edit', case: one })}
                  onWithdraw={(one) => setOverlay({ kind: 'withdraw', case: one })}
                />
              )
            }
          />
        )}
        {overlay?.kind === 'new' && <CaseDialog onClose={close} onSaved={() => void reload()} />}
        {overlay?.kind === 'edit' && <CaseDialog existing={overlay.case} onClose={close} onSaved={() => void reload()} />}
        {overlay?.kind === 'withdraw' && <WithdrawCaseDialog target={overlay.case} onClose={close} onDone={() => void reload()} />}
      </div>
    </div>
  )
}
