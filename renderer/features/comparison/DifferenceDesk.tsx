import { ChevronLeft, ChevronRight, Plus, Scale } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Difference, DispositionStatus } from '#shared/model/comparison'
import { describeTag } from '#shared/domain/records'
import { connection } from '../../app/connection'
import { useCommands, type Command } from '../../app/commands'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { useDifferences } from '../../stores/differences'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { IconButton } from '../../ui/IconButton'
import { reportLine } from '../../ui/reportLine'
import { Select } from '../../ui/Select'
import { describeStatement } from '../../ui/statementWords'
import { tagTime } from '#shared/domain/tagWords'
import { DeskList } from './DeskList'
import { DifferenceDetail } from './DifferenceDetail'
import styles from './DifferenceDesk.module.css'
import { dispositionLabels } from './DispositionForm'
import { EnterDifference } from './EnterDifference'
import { NotComparedDetail } from './NotComparedDetail'
import { neighbourItem, nextOpenItem, planDesk, type DeskItem, type KindFilter } from './planDesk'

/** Every difference of the open case, one at a time with its evidence, and what nobody has compared. */
export function DifferenceDesk() {
  const of = useCaseStore((store) => store.case)
  const codebook = useSessionStore((session) => session.codebook)
  return of === null ? <EmptyState icon={Scale} title="No case is open" /> : <DeskOfCase key={of.id} of={of} codebook={codebook} />
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
  const labelOf = (kind: string) => codebook.differenceKinds.find(({ id }) => id === kind)?.label ?? kind

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
      { id: 'comparison.next', label: 'Next difference', group: 'Comparison', keys: ['j', 'ArrowDown'], run: () => move(1) },
      { id: 'comparison.previous', label: 'Previous difference', group: 'Comparison', keys: ['k', 'ArrowUp'], run: () => move(-1) },
      {
        id: 'comparison.enter',
        label: 'Enter a difference',
        group: 'Comparison',
        keys: ['Shift+D'],
        run: () => select({ differenceDraft: { tagIds: [], span: null } })
      },
      {
        id: 'comparison.reason',
        label: 'Write the reason of the disposition',
        group: 'Comparison',
        keys: ['r'],
        run: () => detail.current?.querySelector<HTMLElement>('textarea')?.focus()
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
  const goOn = (key: string, from: typeof groups) => {
    const next = nextOpenItem(from, key) ?? neighbourItem(items, key, 1)
    if (next !== null) select({ differenceKey: next.key })
  }
  const counts = codebook.differenceKinds.map(({ id, label }) => ({
    id,
    label,
    count: differences.filter(({ kind }) => kind === id).length
  }))

  return (
    <div className={styles['desk']}>
      <nav className={styles['side']} aria-label="Differences">
        <div className={styles['tools']}>
          <Select<KindFilter>
            label="Kind of difference"
            isLabelHidden
            value={filter}
            onValueChange={setFilter}
            options={[
              { value: 'all', label: `All kinds (${differences.length})` },
              ...counts
                .filter(({ count, id }) => count > 0 || id === filter)
                .map(({ id, label, count }) => ({ value: id, label: `${label} (${count})` }))
            ]}
          />
          <IconButton
            icon={Plus}
            label="Enter a difference"
            keyHint="Shift+D"
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
      <section ref={detail} className={styles['main']} aria-label="Difference shown">
        {shown === null ? (
          <EmptyState
            icon={Scale}
            title="Nothing to compare yet"
            action={
              <Button onClick={() => useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: 'workbench' })}>
                Open the workbench
              </Button>
            }
          >
            Tag the footage, load the reports, and link the words of a report to the moments that they tell of. Where the two accounts
            differ, it shows here.
          </EmptyState>
        ) : (
          <>
            <div className={styles['bar']}>
              <Button size="small" icon={ChevronLeft} keyHint="k" onClick={() => run('comparison.previous')}>
                Previous
              </Button>
              <Button size="small" icon={ChevronRight} keyHint="j" onClick={() => run('comparison.next')}>
                Next
              </Button>
              <span className={styles['place']}>
                {items.indexOf(shown) + 1} of {items.length}
                {shown.type === 'difference' && ` · ${labelOf(shown.difference.kind)} · ${dispositionLabels[shown.difference.status]}`}
              </span>
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
                onNext={() => goOn(shown.key, groups)}
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
      {draft !== null && <EnterDifference of={of} codebook={codebook} initial={draft} onClose={() => select({ differenceDraft: null })} />}
    </div>
  )
}

/** Puts each item of the list into words. */
function useDescribe(of: Case, people: ReadonlyMap<string, Person>, codebook: Codebook) {
  const tags = useCaseStore((store) => store.tags)
  const clock = useCaseClock()
  const reports = useCaseStore((store) => store.reports)
  const statements = useCaseStore((store) => store.statements)
  return (item: DeskItem): { title: string; text: string; status: string } => {
    if (item.type === 'difference') {
      const { kind, summary, status, isReopened, sides } = item.difference
      const tag = sides.flatMap((side) => side.tagIds).flatMap((id) => tags.get(id) ?? [])[0]
      const when = tag === undefined ? '' : tagTime(tag, clock, of)
      const title = codebook.differenceKinds.find(({ id }) => id === kind)?.label ?? kind
      return { title, text: summary, status: isReopened ? 'Opened again' : status === 'open' ? when : dispositionLabels[status] }
    }
    if (item.pair.kind === 'tag-in-report') {
      const tag = tags.get(item.pair.tagId)
      const report = reports.get(item.pair.reportId)
      const title = tag === undefined ? 'A tag' : `${describeTag(tag, codebook)} · ${tagTime(tag, clock, of)}`
      return { title, text: report === undefined ? '' : reportLine(report, of, people, codebook), status: '' }
    }
    const statement = statements.get(item.pair.statementId)
    const report = statement === undefined ? undefined : reports.get(statement.reportId)
    return {
      title: statement === undefined ? 'A statement' : describeStatement(statement, of, people, codebook),
      text: report === undefined ? '' : reportLine(report, of, people, codebook),
      status: item.pair.waitsFor === undefined ? '' : 'Needs a look'
    }
  }
}
