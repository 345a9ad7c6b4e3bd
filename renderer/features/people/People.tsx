import { ChevronLeft, ChevronRight, UserPlus, UsersRound } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { planPeople, type PersonPlan } from '#shared/domain/planPeople'
import { isActive } from '#shared/domain/records'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case, Person } from '#shared/model/case'
import { useCommands, useKeyHint, type Command } from '../../app/commands'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { useComparison } from '../../stores/differences'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import styles from './People.module.css'
import { usePeopleViewStore } from '../../stores/peopleViewStore'
import { PersonDetail } from './PersonDetail'
import { PersonList } from './PersonList'

const say = messagesOf('people')

interface PeopleProps {
  /** The form that changes a person, or adds one where none is given. */
  editor: (existing: Person | null, onClose: () => void) => ReactNode
}

/** What is recorded of each person of the open case: a list of them, and all of one. */
export function People({ editor }: PeopleProps) {
  const opened = useCaseStore((state) => state.case)
  return opened === null ? null : <PeopleOfCase key={opened.id} of={opened} editor={editor} />
}

function PeopleOfCase({ of, editor }: PeopleProps & { of: Case }) {
  const plans = usePlans()
  const withdrawnCount = useCaseStore((state) => [...state.people.values()].filter((person) => !isActive(person)).length)
  const wantedId = usePeopleViewStore((view) => view.personId)
  const show = usePeopleViewStore((view) => view.show)
  const [edited, setEdited] = useState<'new' | Person | null>(null)
  const shown = plans.find(({ person }) => person.id === wantedId) ?? plans[0] ?? null

  const detail = useRef<HTMLElement>(null)
  useEffect(() => {
    detail.current?.scrollTo({ top: 0 })
  }, [shown?.person.id])

  const now = useRef({ plans, shown })
  useLayoutEffect(() => {
    now.current = { plans, shown }
  })
  const commands = useMemo((): readonly Command[] => {
    const move = (by: number) => {
      const index = now.current.plans.findIndex(({ person }) => person.id === now.current.shown?.person.id)
      const next = now.current.plans[index + by]
      if (next !== undefined) show(next.person.id)
    }
    return [
      { id: 'people.next', run: () => move(1) },
      { id: 'people.previous', run: () => move(-1) },
      { id: 'people.change', run: () => setEdited(now.current.shown?.person ?? null) },
      { id: 'people.add', run: () => setEdited('new') }
    ]
  }, [show])
  useCommands(commands)
  const run = (id: string) => void commands.find((command) => command.id === id)?.run()

  const previousKey = useKeyHint('people.previous')
  const nextKey = useKeyHint('people.next')

  const add = (
    <Button icon={UserPlus} {...useKeyHint('people.add')} onClick={() => setEdited('new')}>
      {say('add')}
    </Button>
  )
  return (
    <>
      {shown === null ? (
        <EmptyState icon={UsersRound} title={say('nobodyTitle')} action={add}>
          {say('nobody')}
        </EmptyState>
      ) : (
        <div className={styles['screen']}>
          <nav className={styles['side']} aria-label={say('title')}>
            <div className={styles['tools']}>{add}</div>
            <PersonList plans={plans} shownId={shown.person.id} onShow={show} />
            {withdrawnCount > 0 && <p className={styles['note']}>{say('withdrawn', { count: withdrawnCount })}</p>}
          </nav>
          <section ref={detail} className={styles['main']} aria-label={say('shown')}>
            <div className={styles['bar']}>
              <Button size="small" icon={ChevronLeft} {...previousKey} onClick={() => run('people.previous')}>
                {say('previous')}
              </Button>
              <Button size="small" icon={ChevronRight} {...nextKey} onClick={() => run('people.next')}>
                {say('next')}
              </Button>
              <span className={styles['muted']} role="status">
                {say('place', { index: plans.indexOf(shown) + 1, count: plans.length })} · {shown.person.name}
              </span>
            </div>
            <PersonDetail key={shown.person.id} of={of} plan={shown} onChange={() => setEdited(shown.person)} />
          </section>
        </div>
      )}
      {edited !== null && editor(edited === 'new' ? null : edited, () => setEdited(null))}
    </>
  )
}

function usePlans(): readonly PersonPlan[] {
  const { people, footage, tags, reports, passages, statements } = useRecords()
  const clock = useCaseClock()
  const duty = useComparison()?.matrix.duty
  return useMemo(
    () =>
      planPeople({
        people: people.values(),
        footage: footage.values(),
        tags: tags.values(),
        reports: reports.values(),
        passages: passages.values(),
        statements: statements.values(),
        clock,
        duty: duty ?? []
      }),
    [people, footage, tags, reports, passages, statements, clock, duty]
  )
}

const useRecords = () => ({
  people: useCaseStore((state) => state.people),
  footage: useCaseStore((state) => state.footage),
  tags: useCaseStore((state) => state.tags),
  reports: useCaseStore((state) => state.reports),
  passages: useCaseStore((state) => state.passages),
  statements: useCaseStore((state) => state.statements)
})
