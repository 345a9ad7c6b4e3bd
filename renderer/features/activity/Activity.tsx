import { ScrollText } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case } from '#shared/model/case'
import type { LedgerLine } from '#shared/model/ledger'
import { useCaseStore } from '../../stores/caseStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ProblemNote } from '../../ui/ProblemNote'
import { Waiting } from '../../ui/Waiting'
import styles from './Activity.module.css'
import { ActivityFilters } from './ActivityFilters'
import { EntryDetail } from './EntryDetail'
import { foldViewings } from './foldViewings'
import { LedgerList } from './LedgerList'
import { openEntry } from './openEntry'
import { planActivity, planOpening, planUndoing, type ActivityFilter, type Known } from './planActivity'
import { useLedgerLines } from './useLedgerLines'
import { VerifyLedger } from './VerifyLedger'

const say = messagesOf('activity')
const everything: ActivityFilter = { topic: null, actorId: null, personId: null }

/** Everything that was done and looked at in the open case: who, when, what. */
export function Activity() {
  const opened = useCaseStore((state) => state.case)
  return opened === null ? null : <ActivityOfCase key={opened.id} of={opened} />
}

function ActivityOfCase({ of }: { of: Case }) {
  const [filter, setFilter] = useState(everything)
  const isFiltered = Object.values(filter).some((wanted) => wanted !== null)
  const { lines, hasMore, problem, loadMore, retry } = useLedgerLines(of.id, isFiltered)
  return (
    <div className={styles['screen']}>
      <div className={styles['head']}>
        <div className={styles['words']}>
          <h1 className={styles['title']}>{say('title')}</h1>
          <p className={styles['hint']}>{say('hint')}</p>
        </div>
        <VerifyLedger />
      </div>
      {problem !== null && (
        <ProblemNote
          problem={problem}
          action={
            <Button size="small" onClick={retry}>
              {say('tryAgain')}
            </Button>
          }
        />
      )}
      {lines === null && problem === null && <Waiting>{say('loading')}</Waiting>}
      {lines !== null && lines.length === 0 && <EmptyState icon={ScrollText} title={say('empty')} />}
      {lines !== null && lines.length > 0 && (
        <Entries of={of} lines={lines} hasMore={hasMore} onLoadMore={loadMore} filter={filter} onFilter={setFilter} />
      )}
    </div>
  )
}

interface EntriesProps {
  of: Case
  lines: readonly LedgerLine[]
  hasMore: boolean
  onLoadMore: () => void
  filter: ActivityFilter
  onFilter: (filter: ActivityFilter) => void
}

function Entries({ of, lines, hasMore, onLoadMore, filter, onFilter }: EntriesProps) {
  const known = useKnown()
  const user = useSessionStore((state) => state.user)
  const [wanted, setWanted] = useState<number | null>(null)
  const folded = useMemo(() => foldViewings(lines), [lines])
  const rows = useMemo(() => planActivity(folded, filter, known, of.timeZone), [folded, filter, known, of.timeZone])
  const shownLines = rows.flatMap((row) => (row.type === 'line' ? [row.line] : []))
  const shown = shownLines.find(({ sequence }) => sequence === wanted) ?? shownLines[0] ?? null
  const opening = shown === null ? null : planOpening(shown, known)
  const isReading = hasMore && filter !== everything && Object.values(filter).some((one) => one !== null)
  return (
    <>
      <ActivityFilters filter={filter} lines={lines} onFilter={onFilter}>
        <span role="status" className={styles['count']}>
          {say(isReading ? 'countMore' : 'count', { count: shownLines.length })}
        </span>
      </ActivityFilters>
      {shown === null ? (
        <EmptyState
          icon={ScrollText}
          title={say('noneTitle')}
          action={<Button onClick={() => onFilter(everything)}>{say('clear')}</Button>}
        />
      ) : (
        <div className={styles['body']}>
          <LedgerList
            rows={rows}
            shown={shown}
            timeZone={of.timeZone}
            hasMore={hasMore}
            onLoadMore={onLoadMore}
            onShow={setWanted}
            onOpen={() => opening !== null && openEntry(of.id, opening)}
          />
          <EntryDetail
            line={shown}
            timeZone={of.timeZone}
            undoing={user === null ? 'other' : planUndoing(shown, lines, user.id)}
            {...(opening === null ? {} : { onOpen: () => openEntry(of.id, opening) })}
          />
        </div>
      )}
    </>
  )
}

const useKnown = (): Known =>
  useCaseStore(
    useShallow((state) => ({
      people: state.people,
      footage: state.footage,
      tags: state.tags,
      reports: state.reports,
      passages: state.passages,
      statements: state.statements,
      links: state.links,
      absences: state.absences,
      enteredDifferences: state.enteredDifferences,
      dispositions: state.dispositions,
      fileChecks: state.fileChecks
    }))
  )
