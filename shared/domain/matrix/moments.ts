import type { FootageId, TagId } from '../../model/ids'
import type { Tag } from '../../model/tag'
import type { CaseClock } from '../caseClock'
import { clockRangeOf, type ComparisonIndex } from '../differences/comparisonIndex'
import { isSameList, type Graph } from '../differences/derivedGraph'
import { distinct, groupBy } from '../differences/grouping'
import { actorIdsOf, personIdsOf, targetIdsOf } from '../records'

/** Which tags of a case mark one event. */
export interface Moments {
  /** Takes a tag as the index has it now, and answers the likeness of it; undefined where it marks no event. */
  take: (id: TagId) => string | undefined
  /** Of all tags of one likeness, the first tag of each event. */
  firstsOf: (likeness: string) => readonly TagId[]
  /** The tags of the event that a tag marks, earliest first; none where it marks no event. */
  eventOf: (id: TagId) => readonly TagId[]
}

interface Marked {
  id: TagId
  footageId: FootageId
  startUs: number
  endUs: number
}

/**
 * Groups tags into events. Tags of several cameras are one event where they are alike in kind, type of force and the people named in
 * each part, and overlap in time on one clock, directly or by way of one another; but none of them is where that would make two tags of
 * one camera the same. A tag that names nobody stands by itself, and one of a camera's state is no event.
 */
export function createMoments(graph: Graph, index: ComparisonIndex): Moments {
  const likenesses = graph.table<TagId, string>()
  const alike = graph.groups<string, TagId>()
  const eventsOf = graph.derive((likeness: string): ReadonlyMap<TagId, readonly TagId[]> => {
    const marked = [...alike.get(likeness)].flatMap((id): Marked[] => {
      const tag = index.tags.get(id)
      const range = tag && clockRangeOf(tag, index.clock)
      return tag === undefined ? [] : [{ id, footageId: tag.footageId, startUs: range?.startUs ?? 0, endUs: range?.endUs ?? 0 }]
    })
    const events = splitByTime(marked)
    return new Map(events.flatMap((event) => event.map((id) => [id, event] as const)))
  })
  return {
    take: (id) => {
      const [before, tag] = [likenesses.get(id), index.tags.get(id)]
      const after = tag === undefined || tag.details.kind === 'camera' ? undefined : likenessOf(tag, index.clock)
      likenesses.set(id, after)
      alike.move(id, before === undefined ? [] : [before], after === undefined ? [] : [after])
      return after
    },
    firstsOf: (likeness) => [...new Set(eventsOf(likeness).values())].flatMap(([first]) => first ?? []),
    eventOf: graph.derive(
      (id: TagId): readonly TagId[] => {
        const likeness = likenesses.get(id)
        return likeness === undefined ? [] : (eventsOf(likeness).get(id) ?? [])
      },
      { isSame: isSameList }
    )
  }
}

/** In time that grows with tags and cameras alone, however many tags lie over one another. */
function splitByTime(alike: readonly Marked[]): TagId[][] {
  const ordered = alike.toSorted((a, b) => a.startUs - b.startUs || (a.id < b.id ? -1 : 1))
  const parents = ordered.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    for (let next = parents[root]; next !== undefined && next !== root; next = parents[root]) {
      parents[root] = parents[next] ?? next
      root = next
    }
    return root
  }
  /** What each camera has under way. */
  const underWay = new Map<FootageId, { at: number; endUs: number }[]>()
  ordered.forEach(({ footageId, startUs, endUs }, at) => {
    for (const [camera, all] of underWay) {
      if (camera === footageId) continue
      const over = all.filter((one) => one.endUs >= startUs)
      for (const one of over) parents[rootOf(one.at)] = rootOf(at)
      // They are joined now: the one that ends last stands for all of them.
      const last = Math.max(...over.map((one) => one.endUs))
      underWay.set(camera, over.length === 0 ? [] : [{ at, endUs: last }])
    }
    const own = underWay.get(footageId)
    if (own === undefined) underWay.set(footageId, [{ at, endUs }])
    else own.push({ at, endUs })
  })
  const groups = groupBy(ordered.entries(), ([at]) => rootOf(at))
  return [...groups.values()].flatMap((group) => {
    const ids = group.map(([, { id }]) => id)
    const cameras = new Set(group.map(([, { footageId }]) => footageId))
    return cameras.size === group.length ? [ids] : ids.map((id) => [id])
  })
}

/** What must be the same of two tags that mark one event; the tag's own id where it can only stand by itself. */
function likenessOf({ id, footageId, details }: Tag, clock: CaseClock): string {
  const place = clock.places.get(footageId)
  if (place === undefined || personIdsOf(details).length === 0) return id
  const people = [actorIdsOf(details), targetIdsOf(details), details.kind === 'intervention-needed' ? details.presentIds : []]
  const type = details.kind === 'force' ? details.forceType : null
  return JSON.stringify([place.clockId, details.kind, type, ...people.map((ids) => distinct(ids).sort())])
}
