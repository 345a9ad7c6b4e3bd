import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case } from '#shared/model/case'
import { usePendingGrantStore } from '../../stores/pendingGrantStore'
import { useSessionStore } from '../../stores/sessionStore'
import { classNames } from '../../ui/classNames'
import styles from './CaseQueue.module.css'
import { queueColumns, type QueueColumn, type QueueOrder, type QueueRow } from './planQueue'
import { planRowMove } from './planRowMove'
import { QueueRowLine } from './QueueRowLine'

const say = messagesOf('library')
const guessedRowPx = 74

const columnNames = {
  incident: 'columnIncident',
  place: 'columnPlace',
  date: 'columnDate',
  due: 'columnDue',
  watched: 'columnWatched',
  differences: 'columnDifferences',
  notCompared: 'columnNotCompared'
} as const satisfies Record<QueueColumn, string>

const directions = ['ascending', 'descending'] as const

const numberColumns: ReadonlySet<QueueColumn> = new Set(['differences', 'notCompared'])

interface CaseQueueProps {
  rows: readonly QueueRow[]
  order: QueueOrder
  scroller: RefObject<HTMLElement | null>
  /** Receives the way to put the focus on the row that the Tab key comes to. */
  focusRef: RefObject<(() => void) | null>
  onOrder: (order: QueueOrder) => void
  onEdit: (target: Case) => void
  onWithdraw: (target: Case) => void
}

/** The cases in order, drawn only where they are in sight: arrows, Home and End move, Enter opens. */
export function CaseQueue({ rows, order, scroller, focusRef, onOrder, onEdit, onWithdraw }: CaseQueueProps) {
  const list = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const [offsetPx, setOffsetPx] = useState(0)
  const buttons = useRef(new Map<number, HTMLButtonElement>())
  const wanted = useRef<number | null>(null)
  const at = Math.min(current, rows.length - 1)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessedRowPx,
    getItemKey: (index) => rows[index]?.case.id ?? index,
    scrollMargin: offsetPx,
    overscan: 6
  })
  // What stands above the rows grows and shrinks with filters and notes.
  useLayoutEffect(() => {
    const side = scroller.current
    if (list.current === null || side === null) return
    setOffsetPx(Math.round(list.current.getBoundingClientRect().top - side.getBoundingClientRect().top + side.scrollTop))
  }, [rows, scroller])

  const focusRow = (index: number) => {
    setCurrent(index)
    const button = buttons.current.get(index)
    virtualizer.scrollToIndex(index, { align: 'auto' })
    if (button !== undefined) button.focus({ preventScroll: true })
    // It takes the focus once it is drawn.
    else wanted.current = index
  }
  useLayoutEffect(() => {
    focusRef.current = () => focusRow(at)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const next = planRowMove(event.key, at, rows.length)
    if (next === null) return
    event.preventDefault()
    focusRow(next)
  }
  const open = ({ case: of, footageCount, reportCount }: QueueRow) => {
    // An empty case, or one that files wait for, has nothing to watch yet.
    const isSetup = footageCount + reportCount === 0 || usePendingGrantStore.getState().grants.length > 0
    useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: isSetup ? 'setup' : 'workbench' })
  }
  return (
    <div role="table" aria-label={say('queue')} aria-rowcount={rows.length + 1} className={styles['table']}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={classNames(styles['row'], styles['head'])}>
          <span role="columnheader">
            <span className={styles['hidden']}>{say('columnCover')}</span>
          </span>
          {queueColumns.map((column) => (
            <ColumnHead key={column} column={column} order={order} onOrder={onOrder} />
          ))}
          <span role="columnheader">
            <span className={styles['hidden']}>{say('columnMore')}</span>
          </span>
        </div>
      </div>
      <div ref={list} role="rowgroup" className={styles['list']} style={{ height: virtualizer.getTotalSize() }} onKeyDown={onKeyDown}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              className={classNames(styles['row'], styles['line'])}
              style={{ transform: `translateY(${start - offsetPx}px)` }}
            >
              <QueueRowLine
                row={row}
                isCurrent={index === at}
                openRef={(button) => {
                  if (button === null) buttons.current.delete(index)
                  else buttons.current.set(index, button)
                  if (button !== null && wanted.current === index) {
                    wanted.current = null
                    button.focus({ preventScroll: true })
                  }
                }}
                onOpen={() => open(row)}
                onFocus={() => setCurrent(index)}
                onEdit={() => onEdit(row.case)}
                onWithdraw={() => onWithdraw(row.case)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function ColumnHead({ column, order, onOrder }: { column: QueueColumn } & Pick<CaseQueueProps, 'order' | 'onOrder'>) {
  const isSorted = order.by === column
  const Icon = order.isDescending ? ArrowDown : ArrowUp
  return (
    <span
      role="columnheader"
      aria-sort={isSorted ? directions[Number(order.isDescending)] : 'none'}
      className={classNames(numberColumns.has(column) && styles['number'])}
    >
      <button
        type="button"
        className={classNames(styles['sort'], isSorted && styles['sorted'])}
        onClick={() => onOrder({ by: column, isDescending: isSorted ? !order.isDescending : false })}
      >
        {say(columnNames[column])}
        {isSorted && <Icon aria-hidden className={styles['sign']} />}
      </button>
    </span>
  )
}
