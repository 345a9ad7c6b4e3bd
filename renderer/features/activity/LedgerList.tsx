import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { formatInstant, formatWallClock } from '#shared/domain/time'
import type { EntryKind, LedgerLine } from '#shared/model/ledger'
import { saidAgain } from '#shared/messages/readBack'
import { Badge } from '../../ui/Badge'
import { classNames } from '../../ui/classNames'
import type { Tone } from '../../ui/tone'
import styles from './LedgerList.module.css'

interface LedgerListProps {
  lines: readonly LedgerLine[]
  timeZone: string
  hasMore: boolean
  onLoadMore: () => void
}

const kindWords: Record<EntryKind, { label: string; tone: Tone }> = {
  do: { label: 'change', tone: 'context' },
  undo: { label: 'undo', tone: 'need' },
  redo: { label: 'redo', tone: 'step' },
  view: { label: 'viewing', tone: 'neutral' }
}

const guessedHeightPx = 34

/** Ledger lines; only those in sight are in the page, so that a long ledger scrolls as well as a short one. */
export function LedgerList({ lines, timeZone, hasMore, onLoadMore }: LedgerListProps) {
  const frame = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => guessedHeightPx,
    getItemKey: (index) => lines[index]?.sequence ?? index,
    overscan: 12
  })
  const items = virtualizer.getVirtualItems()
  const lastIndex = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && lastIndex >= lines.length - 1) onLoadMore()
  }, [hasMore, lastIndex, lines.length, onLoadMore])

  return (
    <div ref={frame} className={styles['frame']} role="table" aria-label="Ledger" aria-rowcount={lines.length} tabIndex={0}>
      <div className={styles['all']} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index]
          return line === undefined ? null : (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              role="row"
              aria-rowindex={item.index + 1}
              className={classNames(styles['line'], line.isUndone && styles['undone'])}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Cells line={line} timeZone={timeZone} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Cells({ line, timeZone }: { line: LedgerLine; timeZone: string }) {
  const kind = kindWords[line.kind]
  return (
    <>
      <span role="cell" className={styles['sequence']}>
        {line.sequence}
      </span>
      <time role="cell" className={styles['time']} dateTime={line.at} title={formatInstant(line.at, timeZone)}>
        {formatInstant(line.at, timeZone).replace(/ \d\d:\d\d$/, '')} {formatWallClock(line.at, timeZone, { withFraction: false })}
      </time>
      <span role="cell" className={styles['who']} title={line.actorName}>
        {line.actorName}
      </span>
      <span role="cell">
        <Badge tone={kind.tone}>{kind.label}</Badge>
      </span>
      <span role="cell" className={styles['what']} title={line.action}>
        <span className={styles['label']}>{saidAgain('labels', line.label)}</span>
        {line.isUndone && <Badge>undone</Badge>}
      </span>
      <code role="cell" className={styles['hash']} title={`SHA-256 ${line.hash}`}>
        {line.hash.slice(0, 8)}
      </code>
    </>
  )
}
