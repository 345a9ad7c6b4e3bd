import type { TagId } from '#shared/model/ids'
import { tagKindSchema, type TagKind } from '#shared/model/tag'
import type { AccountCard } from './planAccounts'

/** Which events are listed: all, those that no passage is tied to, those on which a difference rests, or those of one kind. */
export type EventFilter = 'all' | 'unlinked' | 'differences' | TagKind

/** How events are listed: each by itself, many within seconds as one, or all of a minute as one. */
export type EventGrouping = 'each' | 'bursts' | 'minutes'

/** One line of the column of events. */
export type EventRow =
  | { kind: 'card'; id: string; card: AccountCard; groupId: string | null }
  /** Stands above its events while it is open, and for them while it is not. */
  | { kind: 'group'; id: string; cards: readonly AccountCard[]; isOpen: boolean }

/** Two events of a burst are at most so far apart, and the whole burst is at most so long, in microseconds. */
const burstGapUs = 5_000_000
const burstLengthUs = 30_000_000
/** Fewer events are told faster than a group of them. */
const leastInBurst = 4
const leastInMinute = 2
const minuteUs = 60_000_000

/** From so many events on, bursts fold unless the user chose otherwise. */
const manyEvents = 60

/** How events are listed before anybody chose. */
export const usualGrouping = (count: number): EventGrouping => (count >= manyEvents ? 'bursts' : 'each')

/** The events that a filter lets through, in the order in which they came. */
export function filterCards(cards: readonly AccountCard[], filter: EventFilter, differing: ReadonlySet<string>): readonly AccountCard[] {
  switch (filter) {
    case 'all':
      return cards
    case 'unlinked':
      return cards.filter(({ comparison }) => comparison.state !== 'linked')
    case 'differences':
      return cards.filter(({ tag }) => differing.has(tag.id))
    default:
      return cards.filter(({ tag }) => tag.details.kind === filter)
  }
}

/** The kinds of event that there are, in the order of the codebook's schema. */
export function kindsOf(cards: readonly AccountCard[]): TagKind[] {
  const there = new Set(cards.map(({ tag }) => tag.details.kind))
  return tagKindSchema.options.filter((kind) => there.has(kind))
}

interface EventRowsInput {
  /** In time order. */
  cards: readonly AccountCard[]
  grouping: EventGrouping
  /** Ids of the groups that were opened. */
  opened: ReadonlySet<string>
  /** When an event starts on the case clock, in microseconds; null where it has no place on it. */
  timeUs: (card: AccountCard) => number | null
}

/** The lines of the column: every event once, by itself, in an open group or in a folded one; order is kept. */
export function planEventRows({ cards, grouping, opened, timeUs }: EventRowsInput): EventRow[] {
  return groupsOf(cards, grouping, timeUs).flatMap((group): EventRow[] => {
    const [first] = group
    if (first === undefined) return []
    const alone = (groupId: string | null) => group.map((card): EventRow => ({ kind: 'card', id: card.tag.id, card, groupId }))
    if (group.length < (grouping === 'bursts' ? leastInBurst : leastInMinute)) return alone(null)
    const id = `${grouping} ${first.tag.id}`
    const isOpen = opened.has(id)
    return [{ kind: 'group', id, cards: group, isOpen }, ...(isOpen ? alone(id) : [])]
  })
}

function groupsOf(cards: readonly AccountCard[], grouping: EventGrouping, timeUs: EventRowsInput['timeUs']): AccountCard[][] {
  const groups: AccountCard[][] = []
  let from: number | null = null
  let last: number | null = null
  for (const card of cards) {
    const at = timeUs(card)
    if (grouping !== 'each' && at !== null && from !== null && last !== null && isTogether(grouping, from, last, at))
      groups.at(-1)?.push(card)
    else {
      groups.push([card])
      from = at
    }
    last = at
  }
  return groups
}

function isTogether(grouping: 'bursts' | 'minutes', from: number, last: number, at: number): boolean {
  if (grouping === 'minutes') return Math.floor(from / minuteUs) === Math.floor(at / minuteUs)
  return at - last <= burstGapUs && at - from <= burstLengthUs
}

/** What stands out of an event, gravest first: the gravest judgement of its links that is no agreement, or that it has none. */
export const eventSigns = ['contradicts', 'differs', 'not-mentioned', 'unlinked'] as const
export type EventSign = (typeof eventSigns)[number]

/** What stands out of an event, null where nothing does. */
export function signOf({ comparison }: AccountCard): EventSign | null {
  if (comparison.state === 'not-compared') return 'unlinked'
  if (comparison.state === 'not-mentioned') return 'not-mentioned'
  return (['contradicts', 'differs'] as const).find((sign) => comparison.links.some(({ judgement }) => judgement === sign)) ?? null
}

/** The next event after `fromId`, or before it, of those that `isWanted` lets through; round the end and on. Null where there is none. */
export function neighbourCard(
  cards: readonly AccountCard[],
  fromId: TagId | null,
  by: 1 | -1,
  isWanted: (card: AccountCard) => boolean
): AccountCard | null {
  const from = cards.findIndex(({ tag }) => tag.id === fromId)
  const begin = from < 0 ? (by === 1 ? -1 : cards.length) : from
  for (let step = 1; step <= cards.length; step += 1) {
    const card = cards[(begin + by * step + cards.length * 2) % cards.length]
    if (card !== undefined && isWanted(card)) return card
  }
  return null
}
