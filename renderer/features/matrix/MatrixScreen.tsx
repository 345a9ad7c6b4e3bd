import { messagesOf } from '#shared/messages/messagesOf'
import { Grid3x3, ListFilter } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Matrix } from '#shared/domain/matrix/runningMatrix'
import type { Case } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import { useCommands, type Command } from '../../app/commands'
import { recordAbsences } from '../../stores/absenceActions'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { useComparison } from '../../stores/differences'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { BothWaysPanel } from './BothWaysPanel'
import { CellDetail } from './CellDetail'
import { DutyPanel } from './DutyPanel'
import { absencesOf, openCell, openDifference, type CellOf } from './matrixActions'
import { MatrixBar } from './MatrixBar'
import { MatrixGrid } from './MatrixGrid'
import { MatrixLegend } from './MatrixLegend'
import styles from './MatrixScreen.module.css'
import { freshView, useMatrixViewStore } from './matrixViewStore'
import type { WordSources } from '#shared/domain/matrix/matrixWords'
import { planShownRows } from './planShownRows'

const say = messagesOf('matrix')

/** Events down, accounts across: where the accounts of the open case agree, differ, are silent, or have not been compared. */
export function MatrixScreen() {
  const of = useCaseStore((store) => store.case)
  const codebook = useSessionStore((session) => session.codebook)
  const matrix = useComparison()?.matrix
  if (of === null || matrix === undefined) return <EmptyState icon={Grid3x3} title={say('noCaseOpen')} />
  return <MatrixOfCase key={of.id} of={of} matrix={matrix} codebook={codebook} />
}

function MatrixOfCase({ of, matrix, codebook }: { of: Case; matrix: Matrix; codebook: Codebook }) {
  const people = useCaseStore((store) => store.people)
  const clock = useCaseClock()
  const words = useMemo((): WordSources => ({ of, people, codebook, clock }), [of, people, codebook, clock])
  const tab = useMatrixViewStore((view) => view.tab)
  useEffect(() => {
    const view = useMatrixViewStore.getState()
    if (view.caseId !== of.id) view.show({ ...freshView, caseId: of.id })
  }, [of.id])
  if (matrix.rows.length === 0) return <NothingYet of={of} />
  return (
    <div className={styles['screen']}>
      <MatrixBar matrix={matrix} codebook={codebook} />
      {tab === 'matrix' && <EventsOfCase of={of} matrix={matrix} words={words} />}
      {tab === 'both-ways' && <BothWaysPanel matrix={matrix} words={words} />}
      {tab === 'duty' && <DutyPanel matrix={matrix} words={words} />}
    </div>
  )
}

function NothingYet({ of }: { of: Case }) {
  return (
    <EmptyState
      icon={Grid3x3}
      title={say('noEvents')}
      action={
        <Button onClick={() => useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: 'workbench' })}>
          {say('openWorkbench')}
        </Button>
      }
    >
      {say('noEventsHint')}
    </EmptyState>
  )
}

function EventsOfCase({ of, matrix, words }: { of: Case; matrix: Matrix; words: WordSources }) {
  const { filter, state, eventKey, column, show } = useMatrixViewStore()
  const rows = useMemo(() => planShownRows(matrix.rows, filter, state), [matrix, filter, state])
  const found = rows.findIndex(({ event }) => event.key === eventKey)
  const place = { row: Math.max(0, found), column: Math.min(column, matrix.accounts.length) }
  const selected = cellAt(matrix, rows, place)

  const screen = useRef<HTMLDivElement>(null)
  const details = useRef<HTMLDivElement>(null)
  const now = useRef(selected)
  useLayoutEffect(() => {
    now.current = selected
  })
  const commands = useMemo((): Command[] => {
    const cell = () => now.current
    return [
      {
        id: 'matrix.open',
        isEnabled: () => cell() !== null,
        run: () => {
          const one = cell()
          if (one !== null) openCell(of.id, one)
        }
      },
      {
        id: 'matrix.details',
        run: () => {
          const isInside = details.current?.contains(document.activeElement) === true
          if (isInside) screen.current?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus()
          else details.current?.querySelector<HTMLElement>('section')?.focus()
        }
      },
      {
        id: 'matrix.difference',
        isEnabled: () => (cell()?.cell.differences.length ?? 0) > 0,
        run: () => {
          const key = cell()?.cell.differences[0]?.key
          if (key !== undefined) openDifference(of.id, key)
        }
      },
      {
        id: 'matrix.not-mentioned',
        isEnabled: () => {
          const one = cell()
          return one !== null && absencesOf(one).length > 0
        },
        run: async () => {
          const one = cell()
          if (one !== null) await recordAbsences(of.id, absencesOf(one))
        }
      }
    ]
  }, [of.id])
  useCommands(commands)

  if (rows.length === 0) {
    return (
      <EmptyState
        icon={ListFilter}
        title={say('noEventFits')}
        action={<Button onClick={() => show({ filter: 'all', state: null })}>{say('showAll')}</Button>}
      >
        {say('noEventFitsHint', { count: matrix.rows.length })}
      </EmptyState>
    )
  }
  return (
    <div ref={screen} className={styles['events']}>
      <MatrixGrid
        accounts={matrix.accounts}
        rows={rows}
        place={place}
        words={words}
        onPlace={(to) => show({ eventKey: rows[to.row]?.event.key ?? null, column: to.column })}
        onOpen={() => selected !== null && openCell(of.id, selected)}
      />
      <div ref={details}>{selected !== null && <CellDetail selected={selected} words={words} />}</div>
      <MatrixLegend />
    </div>
  )
}

/** The cell at a place of the grid; the event itself, in its first column, stands for the account that tells of it. */
function cellAt(matrix: Matrix, rows: Matrix['rows'], { row, column }: { row: number; column: number }): CellOf | null {
  const shown = rows[row]
  if (shown === undefined) return null
  const at =
    column === 0
      ? Math.max(
          0,
          shown.cells.findIndex(({ state }) => state === 'told')
        )
      : column - 1
  const [account, cell] = [matrix.accounts[at], shown.cells[at]]
  return account === undefined || cell === undefined ? null : { row: shown, account, cell }
}
