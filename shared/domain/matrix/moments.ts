import type { FootageId, TagId } from '../../model/ids'
import type { Tag, TagDetails } from '../../model/tag'
import type { CaseClock } from '../caseClock'
import { clockRangeOf, type ComparisonIndex } from '../differences/comparisonIndex'
import { isSameList, type Graph } from '../differences/derivedGraph'
import { personIdsOf } from '../records'

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
 * Groups tags into events. Tags of several cameras are one event only where nothing else can be: alike in kind, type, area, count
 * and the people named, overlapping in time on one clock, each camera once. A tag that names nobody stands by itself, and one of
 * a camera's state is no event.
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

function splitByTime(alike: readonly Marked[]): TagId[][] {
  const runs: Marked[][] = []
  let endUs = -Infinity
  for (const marked of alike.toSorted((a, b) => a.startUs - b.startUs || (a.id < b.id ? -1 : 1))) {
    const run = runs.at(-1)
    if (run === undefined || marked.startUs > endUs) runs.push([marked])
    else run.push(marked)
    endUs = Math.max(endUs, marked.endUs)
  }
  return runs.flatMap((run) => {
    const ids = run.map(({ id }) => id)
    return isOneEvent(run) ? [ids] : ids.map((id) => [id])
  })
}

function isOneEvent(run: readonly Marked[]): boolean {
  const cameras = new Set(run.map(({ footageId }) => footageId))
  const lastStartUs = run.at(-1)?.startUs ?? -Infinity
  return cameras.size === run.length && run.every(({ endUs }) => endUs >= lastStartUs)
}

/** What must be the same of two tags that mark one event; the tag's own id where it can only stand by itself. */
function likenessOf({ id, footageId, details }: Tag, clock: CaseClock): string {
  const place = clock.places.get(footageId)
  if (place === undefined || personIdsOf(details).length === 0) return id
  return `${place.clockId} ${describeLikeness(details)}`
}

/** The force that a tag concerns is another tag on each camera. */
function describeLikeness(details: TagDetails): string {
  const entries = Object.entries(details).filter(([name]) => name !== 'forceTagId' && name !== 'elements')
  return JSON.stringify(entries.map(([name, value]): unknown => [name, Array.isArray(value) ? value.toSorted() : value]).sort())
}
