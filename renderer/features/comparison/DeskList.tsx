import { useVirtualizer } from '@tanstack/react-virtual'
import { Circle, CircleCheck, CircleDashed } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { classNames } from '../../ui/classNames'
import { differenceTone } from '../../ui/differenceTone'
import styles from './DeskList.module.css'
import type { DeskGroup, DeskGroupName, DeskItem } from './planDesk'

const say = messagesOf('comparison')

interface DeskListProps {
  groups: readonly DeskGroup[]
  selectedKey: string | null
  /** First and second line of an item. */
  describe: (item: DeskItem) => { title: string; text: string; status: string }
  onSelect: (item: DeskItem) => void
}

type Row = { key: string } & ({ heading: DeskGroupName; count: number } | { item: DeskItem; group: DeskGroupName })

const headings = { open: 'groupOpen', settled: 'groupSettled', 'not-compared': 'groupNotCompared' } as const satisfies Record<
  DeskGroupName,
  string
>
const icons = { open: Circle, settled: CircleCheck, 'not-compared': CircleDashed } satisfies Record<DeskGroupName, unknown>
const guessedRowPx = 62

/** All differences of a case in three groups, and what nobody has compared. */
export function DeskList({ groups, selectedKey, describe, onSelect }: DeskListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo(
    () =>
      groups.flatMap((group): Row[] => [
        { key: group.name, heading: group.name, count: group.items.length },
        ...group.items.map((item) => ({ key: item.key, item, group: group.name }))
      ]),
    [groups]
  )
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessedRowPx,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12
  })
  const heightPx = virtualizer.scrollRect?.height
  useEffect(() => {
    const index = rows.findIndex((row) => row.key === selectedKey)
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' })
    // Also in a window of another height, which may have left the selected one outside.
  }, [selectedKey, rows, virtualizer, heightPx])
  return (
    <div ref={scroller} className={styles['scroller']} data-testid="difference-list">
      <div className={styles['list']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((place) => {
          const row = rows[place.index]
          if (row === undefined) return null
          return (
            <div
              key={place.key}
              ref={virtualizer.measureElement}
              data-index={place.index}
              className={styles['place']}
              style={{ transform: `translateY(${place.start}px)` }}
            >
              {'heading' in row ? (
                <h3 className={styles['heading']}>
                  {say(headings[row.heading])} <span className={styles['count']}>{row.count}</span>
                </h3>
              ) : (
                <ListItem row={row} isSelected={row.key === selectedKey} describe={describe} onSelect={onSelect} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

type ListItemProps = Pick<DeskListProps, 'describe' | 'onSelect'> & { row: Extract<Row, { item: DeskItem }>; isSelected: boolean }

function ListItem({ row, isSelected, describe, onSelect }: ListItemProps) {
  const { title, text, status } = describe(row.item)
  const Icon = icons[row.group]
  return (
    <button
      type="button"
      className={classNames(styles['item'], isSelected && styles['selected'])}
      aria-current={isSelected}
      data-tone={row.item.type === 'difference' ? differenceTone(row.item.difference.kind) : 'neutral'}
      onClick={() => onSelect(row.item)}
    >
      <Icon aria-hidden className={styles['icon']} />
      <span className={styles['words']}>
        <span className={styles['top']}>
          <b className={styles['title']} title={title}>
            {title}
          </b>
          {status !== '' && <span className={styles['status']}>{status}</span>}
        </span>
        <span className={styles['text']}>{text}</span>
      </span>
    </button>
  )
}
