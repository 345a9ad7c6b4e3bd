import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { formatInstant, formatWallClock } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { LedgerLine } from '#shared/model/ledger'
import { Badge } from '../../ui/Badge'
import { classNames } from '../../ui/classNames'
import { actionWords, dayWords, kindTones } from './activityWords'
import styles from './LedgerList.module.css'
import { moveInRows } from './moveInRows'
import type { ActivityRow } from './planActivity'
import { describeLabel } from '../../stores/describeLabel'

const say = messagesOf('activity')

interface LedgerListProps {
  rows: readonly ActivityRow[]
  shown: LedgerLine
  timeZone: string
  hasMore: boolean
  onLoadMore: () => void
  onShow: (sequence: number) => void
  onOpen: () => void
}

const guessedHeightPx = 34

/** Ledger lines by day; only those in sight are in the page, so that a long ledger scrolls as well as a short one. */
export function LedgerList({ rows, shown, timeZone, hasMore, onLoadMore, onShow, onOpen }: LedgerListProps) {
  const frame = useRef<HTMLDivElement>(null)
  const id = useId()
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => guessedHeightPx,
    getItemKey: (index) => keyOf(rows[index]) ?? index,
    overscan: 12
  })
  const items = virtualizer.getVirtualItems()
  const lastIndex = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && lastIndex >= rows.length - 1) onLoadMore()
  }, [hasMore, lastIndex, rows.length, onLoadMore])

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      onOpen()
      return
    }
    const index = moveInRows(rows, shown.sequence, event.key)
    const row = index === null ? undefined : rows[index]
    if (index === null || row?.type !== 'line') return
    event.preventDefault()
    // The heading of the day stays in sight above its first entry.
    virtualizer.scrollToIndex(rows[index - 1]?.type === 'day' ? index - 1 : index, { align: 'auto' })
    onShow(row.line.sequence)
  }
  const isDrawn = items.some(({ index }) => keyOf(rows[index]) === shown.sequence)

  return (
    <div
      ref={frame}
      className={styles['frame']}
      role="listbox"
      aria-label={say('ledger')}
      aria-activedescendant={isDrawn ? `${id} ${shown.sequence}` : undefined}
      tabIndex={0}
      onKeyDown={move}
    >
      <div className={styles['all']} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          const place = {
            ref: virtualizer.measureElement,
            'data-index': item.index,
            style: { transform: `translateY(${item.start}px)` }
          }
          if (row.type === 'day') {
            return (
              <div key={item.key} {...place} aria-hidden className={styles['day']}>
                {dayWords(row.day)}
              </div>
            )
          }
          const { line } = row
          const isShown = line.sequence === shown.sequence
          return (
            <div
              key={item.key}
              {...place}
              id={`${id} ${line.sequence}`}
              role="option"
              aria-selected={isShown}
              className={classNames(styles['line'], line.isUndone && styles['undone'], isShown && styles['selected'])}
              onClick={() => onShow(line.sequence)}
              onDoubleClick={onOpen}
            >
              <time className={styles['time']} dateTime={line.at} title={formatInstant(line.at, timeZone)}>
                {formatWallClock(line.at, timeZone, { withFraction: false })}
              </time>
              <span className={styles['who']} title={line.actorName}>
                {line.actorName}
              </span>
              <span>
                <Badge tone={kindTones[line.kind]}>{actionWords(line)}</Badge>
              </span>
              <span className={styles['what']}>
                <span className={styles['label']}>{describeLabel(line.label)}</span>
                {line.isUndone && <Badge>{say('isUndone')}</Badge>}
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}

const keyOf = (row: ActivityRow | undefined) => (row === undefined ? undefined : row.type === 'day' ? row.day : row.line.sequence)
