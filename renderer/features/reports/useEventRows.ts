import { useCallback, useMemo, useState } from 'react'
import type { CaseClock } from '#shared/domain/caseClock'
import type { Difference } from '#shared/model/comparison'
import type { TagId } from '#shared/model/ids'
import { caseTimeOf, type AccountCard } from './planAccounts'
import { filterCards, planEventRows, usualGrouping, type EventFilter, type EventGrouping, type EventRow } from './planEventRows'

/** The column of events as the reviewer wants it. */
export interface EventRows {
  rows: readonly EventRow[]
  /** The events that the filter lets through, in time order. */
  listed: readonly AccountCard[]
  filter: EventFilter
  setFilter: (filter: EventFilter) => void
  grouping: EventGrouping
  setGrouping: (grouping: EventGrouping) => void
  toggleGroup: (id: string) => void
}

/** Lists the events of a case by the filter and the grouping that were chosen; a group opens when one of its events is selected. */
export function useEventRows(
  cards: readonly AccountCard[],
  differences: readonly Difference[],
  clock: CaseClock,
  selectedId: TagId | null
): EventRows {
  const [filter, setFilter] = useState<EventFilter>('all')
  const [chosen, setGrouping] = useState<EventGrouping | null>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [shownId, setShownId] = useState<TagId | null>(null)
  const grouping = chosen ?? usualGrouping(cards.length)
  const listed = useMemo(() => {
    const open = differences.filter(({ status }) => status === 'open')
    return filterCards(cards, filter, new Set(open.flatMap(({ sides }) => sides.flatMap(({ tagIds }) => tagIds))))
  }, [cards, filter, differences])
  const rows = useMemo(
    () => planEventRows({ cards: listed, grouping, opened, timeUs: ({ tag }) => caseTimeOf(tag, clock) }),
    [listed, grouping, opened, clock]
  )
  // Once for each selection, so that a group can be folded over the event that is selected.
  if (shownId !== selectedId) {
    setShownId(selectedId)
    const folded = rows.find((row) => row.kind === 'group' && !row.isOpen && row.cards.some(({ tag }) => tag.id === selectedId))
    if (folded !== undefined) setOpened(new Set([...opened, folded.id]))
  }
  const toggleGroup = useCallback(
    (id: string) => setOpened((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]))),
    []
  )
  return useMemo(
    () => ({ rows, listed, filter, setFilter, grouping, setGrouping, toggleGroup }),
    [rows, listed, filter, grouping, toggleGroup]
  )
}
