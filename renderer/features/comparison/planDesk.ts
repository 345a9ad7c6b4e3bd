import type { Difference, DifferenceKind, NotCompared } from '#shared/model/comparison'

/** One line of the desk's list. */
export type DeskItem =
  { type: 'difference'; key: string; difference: Difference } | { type: 'not-compared'; key: string; pair: NotCompared }

export type DeskGroupName = 'open' | 'settled' | 'not-compared'

export interface DeskGroup {
  name: DeskGroupName
  items: readonly DeskItem[]
}

/** What is shown: all, or one kind of difference. What is not compared has no kind, and is shown with all. */
export type KindFilter = DifferenceKind | 'all'

/** The list in its three groups, in this order: open, settled, not compared. Groups without items are there too. */
export function planDesk(differences: readonly Difference[], notCompared: readonly NotCompared[], filter: KindFilter): DeskGroup[] {
  const shown = differences
    .filter((difference) => filter === 'all' || difference.kind === filter)
    .map((difference): DeskItem => ({ type: 'difference', key: difference.key, difference }))
  const isOpen = (item: DeskItem) => item.type === 'difference' && item.difference.status === 'open'
  return [
    { name: 'open', items: shown.filter(isOpen) },
    { name: 'settled', items: shown.filter((item) => !isOpen(item)) },
    {
      name: 'not-compared',
      items: filter === 'all' ? notCompared.map((pair): DeskItem => ({ type: 'not-compared', key: keyOfPair(pair), pair })) : []
    }
  ]
}

/** A key for a pair that nobody has compared; never that of a difference. */
export function keyOfPair(pair: NotCompared): string {
  return pair.kind === 'tag-in-report' ? `not-compared:${pair.tagId}+${pair.reportId}` : `not-compared:${pair.statementId}`
}

/**
 * The item that comes `by` places after the one with `key` (before it where `by` is negative), stopping at both ends.
 * The first where the key is not in the list; null where the list is empty.
 */
export function neighbourItem(items: readonly DeskItem[], key: string | null, by: number): DeskItem | null {
  const index = items.findIndex((item) => item.key === key)
  if (index < 0) return items[0] ?? null
  return items[Math.min(items.length - 1, Math.max(0, index + by))] ?? null
}

/**
 * The open difference to look at once the one with `key` is settled: the next open one after it, else the first open
 * one. Null where none is left.
 */
export function nextOpenItem(groups: readonly DeskGroup[], key: string): DeskItem | null {
  const open = groups.find((group) => group.name === 'open')?.items ?? []
  const index = open.findIndex((item) => item.key === key)
  return open[index + 1] ?? open.find((item) => item.key !== key) ?? null
}
