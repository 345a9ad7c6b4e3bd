import { ChevronLeft, ChevronRight, Grid3x3, Plus, Scale } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Difference, DispositionStatus } from '#shared/model/comparison'
import { connection } from '../../app/connection'
import { useCommands, useKeyHint, type Command } from '../../app/commands'
import { useCaseStore } from '../../stores/caseStore'
import { useDifferences } from '../../stores/differences'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { IconButton } from '../../ui/IconButton'
import { ProgressBar } from '../../ui/ProgressBar'
import { Select } from '../../ui/Select'
import { DeskList } from './DeskList'
import { DifferenceDetail } from './DifferenceDetail'
import styles from './DifferenceDesk.module.css'
import { EnterDifference } from './EnterDifference'
import { NotComparedDetail } from './NotComparedDetail'
import { neighbourItem, nextOpenItem, planDesk, type KindFilter } from './planDesk'
import { useDescribe } from './useDescribe'
import { useEvidenceViewStore } from './evidenceViewStore'
import { useUndone } from './useUndone'

const say = messagesOf('comparison')

/** Every difference of the open case, one at a time with its evidence, and what nobody has compared. */
export function DifferenceDesk() {
  const of = useCaseStore((store) => store.case)
  const codebook = useSessionStore((session) => session.codebook)
  return of === null ? <EmptyState icon={Scale} title={say('noCaseOpen')} /> : <DeskOfCase key={of.id} of={of} codebook={codebook} />
}

function DeskOfCase({ of, codebook }: { of: Case; codebook: Codebook }) {
  const people = useCaseStore((store) => store.people)
  const { differences, notCompared } = useDifferences()
  const wantedKey = useSelectionStore((selection) => selection.differenceKey)
  const draft = useSelectionStore((selection) => selection.differenceDraft)
  const select = useSelectionStore((selection) => selection.select)
  const [filter, setFilter] = useState<KindFilter>('all')
  const groups = useMemo(() => planDesk(differences, notCompared, filter), [differences, notCompared, filter])
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups])
  const shown = items.find((item) => item.key === wantedKey) ?? items[0] ?? null
  const describe = useDescribe(of, people, codebook)
  const [told, setTold] = useState('')
  const settledCount = differences.filter(({ status }) => status !== 'open').length

  const detail = useRef<HTMLElement>(null)
  useEffect(() => {
    detail.current?.scrollTo({ top: 0 })
  }, [shown?.key])

  const now = useRef({ items, shown })
  useLayoutEffect(() => {
    now.current = { items, shown }
  })
  const commands = useMemo((): Command[] => {
    const move = (by: number) => {
      const item = neighbourItem(now.current.items, now.current.shown?.key ?? null, by)
      if (item !== null) select({ differenceKey: item.key })
    }
    return [
      { id: 'comparison.next', run: () => move(1) },
      { id: 'comparison.previous', run: () => move(-1) },
      { id: 'comparison.enter', run: () => select({ differenceDraft: { tagIds: [], span: null } }) },
      { id: 'comparison.reason', run: () => detail.current?.querySelector<HTMLElement>('textarea')?.focus() },
      {
        id: 'comparison.view',
        run: () => {
          const { view, show } = useEvidenceViewStore.getState()
          show(view === 'pages' ? 'text' : 'pages')
        }
      }
    ]
  }, [select])
  useCommands(commands)
  const run = (id: string) => void commands.find((command) => command.id === id)?.run()

  const save = async (difference: Difference, status: DispositionStatus, reason: string) => {
    // It leaves its group when it is settled; the reviewer stays with it until they move on.
    select({ differenceKey: difference.key })
    const { write } = useSessionStore.getState()
    return (await write(() => connection().client.differences.dispose({ caseId: of.id, key: difference.key, status, reason }))) !== null
  }
  const goOn = (difference: Difference, status: DispositionStatus, from: typeof groups) => {
    const open = nextOpenItem(from, difference.key)
    const next = open ?? neighbourItem(items, difference.key, 1)
    if (next !== null) select({ differenceKey: next.key })
    // The page's keys go on from here, and what is read aloud with them.
    detail.current?.focus({ preventScroll: true })
    const settled = settledCount + (difference.status === 'open' ? 1 : 0)
    const what = { status, summary: difference.summary, settled, total: differences.length }
    setTold(open === null ? say('settledAndDone', what) : say('settledAndNext', { ...what, next: describe(open).text }))
  }
  useUndone(differences, (difference) => {
    select({ differenceKey: difference.key })
    setTold(say('undone', { summary: difference.summary }))
  })
  const counts = codebook.differenceKinds.map(({ id, label }) => ({
    id,
    label,
    count: differences.filter(({ kind }) => kind === id).length
  }))

  const settledWords = say('settledOf', { settled: settledCount, total: differences.length })
  const [previousKey, nextKey, matrixKey] = [useKeyHint('comparison.previous'), useKeyHint('comparison.next'), useKeyHint('case.matrix')]

  return (
    <div className={styles['desk']}>
      <nav className={styles['side']} aria-label={say('differences')}>
        <div className={styles['tools']}>
          <Select<KindFilter>
            label={say('kindOfDifference')}
            isLabelHidden
            value={filter}
            onValueChange={setFilter}
            options={[
              { value: 'all', label: say('allKinds', { count: differences.length }) },
              ...counts
                .filter(({ count, id }) => count > 0 || id === filter)
                .map(({ id, label, count }) => ({ value: id, label: say('kindCount', { kind: label, count }) }))
            ]}
          />
          <IconButton
            icon={Plus}
            label={say('enterDifference')}
            {...useKeyHint('comparison.enter')}
            variant="secondary"
            onClick={() => run('comparison.enter')}
          />
        </div>
        <DeskList
          groups={groups}
          selectedKey={shown?.key ?? null}
          describe={describe}
          onSelect={(item) => select({ differenceKey: item.key })}
        />
      </nav>
      <section ref={detail} tabIndex={-1} className={styles['main']} aria-label={say('differenceShown')}>
        {shown === null ? (
          <EmptyState
            icon={Scale}
            title={say('nothingYet')}
            action={
              <Button onClick={() => useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: 'workbench' })}>
                {say('openWorkbench')}
              </Button>
            }
          >
            {say('nothingYetHint')}
          </EmptyState>
        ) : (
          <>
            <div className={styles['bar']}>
              <Button size="small" icon={ChevronLeft} {...previousKey} onClick={() => run('comparison.previous')}>
                {say('previous')}
              </Button>
              <Button size="small" icon={ChevronRight} {...nextKey} onClick={() => run('comparison.next')}>
                {say('next')}
              </Button>
              {differences.length > 0 && (
                <div className={styles['progress']}>
                  <ProgressBar value={settledCount / differences.length} label={settledWords} />
                  <span aria-hidden className={styles['place']}>
                    {settledWords}
                  </span>
                </div>
              )}
              {differences.length > 0 && settledCount === differences.length && (
                <Button
                  size="small"
                  icon={Grid3x3}
                  {...matrixKey}
                  onClick={() => useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: 'matrix' })}
                >
                  {say('seeMatrix')}
                </Button>
              )}
            </div>
            {shown.type === 'difference' ? (
              <DifferenceDetail
                // A new fingerprint means new evidence: what was half written of the old one is let go.
                key={`${shown.key} ${shown.difference.fingerprint} ${shown.difference.status}`}
                of={of}
                difference={shown.difference}
                people={people}
                codebook={codebook}
                onSave={(status, reason) => save(shown.difference, status, reason)}
                onNext={(status) => goOn(shown.difference, status, groups)}
                onLeaveField={() => detail.current?.focus({ preventScroll: true })}
              />
            ) : (
              <NotComparedDetail
                key={shown.key}
                of={of}
                pair={shown.pair}
                people={people}
                codebook={codebook}
                onNext={() => {
                  const next = neighbourItem(items, shown.key, 1)
                  if (next !== null) select({ differenceKey: next.key })
                }}
              />
            )}
          </>
        )}
      </section>
      <p role="status" className={styles['told']}>
        {told}
      </p>
      {draft !== null && <EnterDifference of={of} codebook={codebook} initial={draft} onClose={() => select({ differenceDraft: null })} />}
    </div>
  )
}
