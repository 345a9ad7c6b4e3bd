import { messagesOf } from '#shared/messages/messagesOf'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { MatrixAccount, MatrixRow } from '#shared/domain/matrix/matrixRow'
import { MatrixLine } from './MatrixLine'
import styles from './MatrixGrid.module.css'
import { accountName, accountWords, type WordSources } from '#shared/domain/matrix/matrixWords'
import { planGridMove, type GridPlace } from './planGridMove'

const say = messagesOf('matrix')

interface MatrixGridProps {
  accounts: readonly MatrixAccount[]
  rows: readonly MatrixRow[]
  /** The selected cell; column 0 is the event itself. */
  place: GridPlace
  words: WordSources
  onPlace: (place: GridPlace) => void
  onOpen: () => void
}

const rowPx = 48
const headPx = 48
const eventPx = 300
const accountPx = 184

/** The table itself: it scrolls under its head and beside its first column, and only what is in sight is made. */
export function MatrixGrid({ accounts, rows, place, words, onPlace, onOpen }: MatrixGridProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => rows[index]?.event.key ?? index,
    scrollPaddingStart: headPx,
    overscan: 8,
    // The selected cell holds the focus, which must not be lost when it is scrolled away.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), place.row])].sort((a, b) => a - b)
  })
  const columns = accounts.length + 1
  const template = `${eventPx}px repeat(${accounts.length}, minmax(${accountPx}px, 1fr))`
  // The same for head and lines, so that their columns are: each is laid out by itself.
  const minWidth = eventPx + accounts.length * accountPx

  // Also at first, so that the arrow keys move at once.
  const isMoved = useRef(true)
  useEffect(() => {
    if (!isMoved.current) return
    virtualizer.scrollToIndex(place.row, { align: 'auto' })
    const cell = cellAt(scroller.current, place)
    // Not there yet before the grid knows its height; the next time it is drawn, it is.
    if (cell === null) return
    isMoved.current = false
    // The grid scrolls by itself, so that the head and the first column never cover the cell.
    cell.focus({ preventScroll: true })
    if (place.column > 0) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const move = (to: GridPlace) => {
    isMoved.current = true
    onPlace(to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey) return
    const pageRows = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headPx) / rowPx) - 1)
    const to = planGridMove(event.key, event.ctrlKey || event.metaKey, place, { rows: rows.length, columns, pageRows })
    if (to === null) return
    event.preventDefault()
    move(to)
  }

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={say('grid')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns}
      className={styles['grid']}
      style={{ scrollPadding: `${headPx}px 0 0 ${eventPx}px` }}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles['head']} style={{ minWidth }}>
        <div role="row" aria-rowindex={1} className={styles['headRow']} style={{ gridTemplateColumns: template, height: headPx }}>
          <div role="columnheader" className={styles['corner']}>
            {say('event')}
          </div>
          {accounts.map((account) => {
            const { name, detail } = accountWords(account, words)
            return (
              <div
                key={account.type === 'footage' ? 'footage' : account.report.id}
                role="columnheader"
                className={styles['account']}
                title={accountName(account, words)}
              >
                <b className={styles['name']}>{name}</b>
                <span className={styles['detail']}>{detail}</span>
              </div>
            )
          })}
        </div>
      </div>
      <div role="rowgroup" className={styles['body']} style={{ height: virtualizer.getTotalSize(), minWidth }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]
          return (
            row !== undefined && (
              <MatrixLine
                key={key}
                row={row}
                index={index}
                accounts={accounts}
                words={words}
                selectedColumn={index === place.row ? place.column : null}
                style={{ gridTemplateColumns: template, height: rowPx, transform: `translateY(${start}px)` }}
                onSelect={(column) => move({ row: index, column })}
                onOpen={onOpen}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

function cellAt(grid: HTMLElement | null, { row, column }: GridPlace): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null
}
