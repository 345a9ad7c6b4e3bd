import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { ListFilter, Tag as TagIcon } from 'lucide-react'
import { useEffect, useImperativeHandle, useRef, type KeyboardEvent, type Ref, type RefObject } from 'react'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { AbsenceId, TagId } from '#shared/model/ids'
import type { Suggestion } from '#shared/domain/suggestions/suggestLinks'
import { messagesOf } from '#shared/messages/messagesOf'
import { CommandKeys } from '../../app/CommandKeys'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/classNames'
import { EmptyState } from '../../ui/EmptyState'
import { EventGroup } from './EventGroup'
import { EventTools } from './EventTools'
import styles from './FootageColumn.module.css'
import type { AccountCard } from './planAccounts'
import type { EventRow } from './planEventRows'
import type { Extent } from './planLinkCurves'
import type { Suggestions } from './planSuggestions'
import { TagCard } from './TagCard'
import type { EventRows } from './useEventRows'

const say = messagesOf('reports')

/** What the curves and the keyboard ask of the column. */
export interface FootageColumnHandle {
  /** Where each event stands below the top of the column, also those that are not drawn now; in a folded group, where that stands. */
  readCards: () => Map<string, Extent>
  /** Brings an event into view and moves the focus to it. */
  focusCard: (tagId: TagId) => void
  /** Brings an event, or the group that it is folded into, into view. */
  scrollToCard: (tagId: TagId) => void
}

interface FootageColumnProps {
  ref: Ref<FootageColumnHandle>
  scroller: RefObject<HTMLDivElement | null>
  /** All events of the case. */
  cards: readonly AccountCard[]
  events: EventRows
  of: Case
  people: ReadonlyMap<string, Person>
  codebook: Codebook
  selectedId: TagId | null
  hasReport: boolean
  suggestions: Suggestions
  onSuggestion: (suggestion: Suggestion) => void
  onSelect: (card: AccountCard) => void
  onNotMentioned: (tagId: TagId) => void
  onTakeBack: (absenceId: AbsenceId) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

const guessedHeightPx = { card: 84, group: 56 }
const gapPx = 10
/** Up to here every row is in the page, so that the browser's own search finds it. */
const mostDrawnAtOnce = 60
/** Fewer events are seen at a glance and need no tools. */
const leastForTools = 12

/** The tags of a case in time order. */
export function FootageColumn({ ref, scroller, cards, events, selectedId, onKeyDown, ...rest }: FootageColumnProps) {
  const { rows } = events
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guessedHeightPx[rows[index]?.kind ?? 'card'],
    getItemKey: (index) => rows[index]?.id ?? index,
    gap: gapPx,
    // Rows are drawn with the next frame; those ready above and below are enough until then.
    useFlushSync: false,
    overscan: rows.length <= mostDrawnAtOnce ? rows.length : 4
  })
  useImperativeHandle(ref, () => {
    const scrollToCard = (tagId: TagId) => {
      const index = rowOf(rows, tagId)
      if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' })
    }
    return {
      readCards: () => extentsOf(virtualizer, rows, scroller.current?.scrollTop ?? 0),
      scrollToCard,
      focusCard: (tagId) => {
        scrollToCard(tagId)
        focusWhenDrawn(scroller.current, tagId)
      }
    }
  }, [virtualizer, rows, scroller])

  const scrolledTo = useRef<TagId | null>(null)
  useEffect(() => {
    if (scrolledTo.current === selectedId) return
    scrolledTo.current = selectedId
    const index = selectedId === null ? -1 : rowOf(rows, selectedId)
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' })
  }, [selectedId, rows, virtualizer])

  return (
    <div role="region" aria-label={say('onFootage')} data-testid="footage-column" className={styles['column']} onKeyDown={onKeyDown}>
      {cards.length >= leastForTools && <EventTools cards={cards} codebook={rest.codebook} events={events} />}
      <div ref={scroller} className={styles['scroller']}>
        {cards.length === 0 ? (
          <EmptyState icon={TagIcon} title={say('noTags')}>
            {say('noTagsHint')}{' '}
            <span className={styles['keys']}>
              <span>
                <CommandKeys id="tags.force" /> {say('keyForce')}
              </span>
              <span>
                <CommandKeys id="tags.warning" /> {say('keyWarning')}
              </span>
              <span>
                <CommandKeys id="tags.failure-to-intervene" /> {say('keyFailure')}
              </span>
            </span>
          </EmptyState>
        ) : rows.length === 0 ? (
          <EmptyState
            icon={ListFilter}
            title={say('noneListed')}
            action={<Button onClick={() => events.setFilter('all')}>{say('showAll')}</Button>}
          />
        ) : (
          <div className={styles['list']} style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((item) => {
              const row = rows[item.index]
              return row === undefined ? null : (
                <div
                  key={item.key}
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  className={classNames(styles['item'], row.kind === 'card' && row.groupId !== null && styles['inGroup'])}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  {row.kind === 'group' ? (
                    <EventGroup
                      id={row.id}
                      of={rest.of}
                      cards={row.cards}
                      isOpen={row.isOpen}
                      hasReport={rest.hasReport}
                      onToggle={events.toggleGroup}
                    />
                  ) : (
                    <TagCard card={row.card} isSelected={row.card.tag.id === selectedId} {...rest} />
                  )}
                </div>
              )
            })}
          </div>
        )}
      </div>
    </div>
  )
}

/** The row of an event: its own, or that of the group that it is folded into; -1 where it is not listed. */
function rowOf(rows: readonly EventRow[], tagId: TagId): number {
  const own = rows.findIndex((row) => row.kind === 'card' && row.card.tag.id === tagId)
  return own >= 0 ? own : rows.findIndex((row) => row.kind === 'group' && row.cards.some(({ tag }) => tag.id === tagId))
}

const mostFramesToWait = 20

// A card far away is drawn only once the column has scrolled there.
function focusWhenDrawn(column: HTMLElement | null, tagId: TagId, frames = mostFramesToWait): void {
  requestAnimationFrame(() => {
    const title = column?.querySelector<HTMLElement>(`[data-tag="${tagId}"] button`)
    if (title) title.focus({ preventScroll: true })
    else if (frames > 0) focusWhenDrawn(column, tagId, frames - 1)
  })
}

// Half of the smallest space token lies above the first card, as in the style sheet.
const paddingTopPx = 8

function extentsOf(virtualizer: Virtualizer<HTMLDivElement, Element>, rows: readonly EventRow[], scrollTop: number): Map<string, Extent> {
  const extents = new Map<string, Extent>()
  for (const item of virtualizer.measurementsCache) {
    const row = rows[item.index]
    if (row === undefined) continue
    const topPx = item.start + paddingTopPx - scrollTop
    const extent = { topPx, bottomPx: topPx + item.size }
    if (row.kind === 'card') extents.set(row.card.tag.id, extent)
    else if (!row.isOpen) for (const { tag } of row.cards) extents.set(tag.id, extent)
  }
  return extents
}
