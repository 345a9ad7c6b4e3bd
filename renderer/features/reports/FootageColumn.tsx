import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { Tag as TagIcon } from 'lucide-react'
import { useEffect, useImperativeHandle, useRef, type Ref, type RefObject } from 'react'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { AbsenceId, TagId } from '#shared/model/ids'
import type { Suggestion } from '#shared/domain/suggestions/suggestLinks'
import { EmptyState } from '../../ui/EmptyState'
import { Kbd } from '../../ui/Kbd'
import styles from './FootageColumn.module.css'
import type { AccountCard } from './planAccounts'
import type { Extent } from './planLinkCurves'
import type { Suggestions } from './planSuggestions'
import { TagCard } from './TagCard'

/** What the curves ask of the column. */
export interface FootageColumnHandle {
  /** Where each card stands, also those that are not drawn now. */
  readCards: () => Map<string, Extent>
}

interface FootageColumnProps {
  ref: Ref<FootageColumnHandle>
  scroller: RefObject<HTMLDivElement | null>
  cards: readonly AccountCard[]
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
}

const guessedHeightPx = 84
const gapPx = 10
/** Up to here every card is in the page, so that the browser's own search finds it. */
const mostDrawnAtOnce = 100

/** The tags of a case in time order. */
export function FootageColumn({ ref, scroller, cards, selectedId, ...rest }: FootageColumnProps) {
  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessedHeightPx,
    getItemKey: (index) => cards[index]?.tag.id ?? index,
    gap: gapPx,
    overscan: cards.length <= mostDrawnAtOnce ? cards.length : 8
  })
  useImperativeHandle(ref, () => ({ readCards: () => extentsOf(virtualizer, cards, scroller.current?.scrollTop ?? 0) }), [
    virtualizer,
    cards,
    scroller
  ])

  const scrolledTo = useRef<TagId | null>(null)
  useEffect(() => {
    if (scrolledTo.current === selectedId) return
    scrolledTo.current = selectedId
    const index = cards.findIndex((card) => card.tag.id === selectedId)
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' })
  }, [selectedId, cards, virtualizer])

  return (
    <div ref={scroller} className={styles['scroller']} role="region" aria-label="On footage" data-testid="footage-column">
      {cards.length === 0 ? (
        <EmptyState icon={TagIcon} title="No moments tagged yet">
          Play the footage and press <Kbd keys="f" /> where force is used, <Kbd keys="w" /> for a warning, <Kbd keys="x" /> for a failure to
          intervene. Each tag shows here.
        </EmptyState>
      ) : (
        <div className={styles['list']} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const card = cards[item.index]
            return card === undefined ? null : (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={styles['item']}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <TagCard card={card} isSelected={card.tag.id === selectedId} {...rest} />
              </div>
            )
          })}
        </div>
      )}
    </div>
  )
}

// Half of the smallest space token lies above the first card, as in the style sheet.
const paddingTopPx = 8

function extentsOf(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  cards: readonly AccountCard[],
  scrollTop: number
): Map<string, Extent> {
  const extents = new Map<string, Extent>()
  for (const item of virtualizer.measurementsCache) {
    const card = cards[item.index]
    if (card === undefined) continue
    const topPx = item.start + paddingTopPx - scrollTop
    extents.set(card.tag.id, { topPx, bottomPx: topPx + item.size })
  }
  return extents
}
