import type { LinkId, PassageId, StatementId, TagId } from '../../model/ids'
import type { Passage, Statement } from '../../model/report'
import type { Tag } from '../../model/tag'
import { textOf } from './comparisonRecords'
import { isSameList, type Graph } from './derivedGraph'
import { firstStartingAtOrAfter } from './firstStartingAtOrAfter'
import { groupBy } from './grouping'
import type { TiedPair } from './tiedStatements'

/** One passage with the tags first told there, on one clock: `from` and `to` are the first start and the last end, in microseconds. */
export interface Told {
  passage: Passage
  tags: Tag[]
  clockId: string
  start: number
  end: number
  from: number
  to: number
}

/** What reports tell in which order. */
export interface TextOrder {
  /** The tags that a passage is the first of its report to tell of, one row per clock; what it denies is left out. */
  toldAt: (passageId: PassageId) => readonly Told[]
  /** The passages of one text, by place. */
  passagesInOrder: (text: string) => readonly Passage[]
  /** The first passage that ends after a passage begins, in the same text, and that is tied to force; undefined where there is none. */
  forceToldFrom: (passage: Passage) => Passage | undefined
}

/** The look-ups that the order is worked out from. */
export interface OrderLookups {
  passage: (id: PassageId) => Passage | undefined
  statement: (id: StatementId) => Statement | undefined
  passagesOf: (text: string) => readonly Passage[]
  pairsAt: (passageId: PassageId) => readonly TiedPair[]
  pairsOfTag: (tagId: TagId) => readonly TiedPair[]
  statementsTiedBy: (linkId: LinkId) => readonly StatementId[]
  isForce: (tag: Tag) => boolean
  rangeOf: (tag: Tag) => { clockId: string; startUs: number; endUs: number }
}

/** Works out the order in which the texts of a case tell of its tags. */
export function createTextOrder(graph: Graph, look: OrderLookups): TextOrder {
  const isDenied = graph.derive((id: LinkId): boolean =>
    look.statementsTiedBy(id).some((statementId) => look.statement(statementId)?.isNegated === true)
  )
  /** Where a report first tells of a tag, by report. */
  const firstPlaces = graph.derive(
    (tagId: TagId): PassageId[] => {
      const told = look.pairsOfTag(tagId).filter(({ link }) => !isDenied(link.id))
      return [...groupBy(told, ({ report }) => report.id).values()].flatMap((pairs) => {
        const [first] = pairs.map(({ passage }) => passage).sort(byPlace)
        return first === undefined ? [] : [first.id]
      })
    },
    { isSame: isSameList }
  )
  const toldAt = graph.derive((id: PassageId): Told[] => {
    const passage = look.passage(id)
    if (passage === undefined) return []
    const tags = look.pairsAt(id).flatMap(({ tag, link }) => (!isDenied(link.id) && firstPlaces(tag.id).includes(id) ? [tag] : []))
    const byClock = groupBy(new Set(tags), (tag) => look.rangeOf(tag).clockId)
    return [...byClock].map(([clockId, group]) => ({
      ...{ passage, tags: group, clockId, start: passage.anchor.start, end: passage.anchor.end },
      from: group.reduce((least, tag) => Math.min(least, look.rangeOf(tag).startUs), Infinity),
      to: group.reduce((most, tag) => Math.max(most, look.rangeOf(tag).endUs), -Infinity)
    }))
  })
  const passagesInOrder = graph.derive((text: string): Passage[] => look.passagesOf(text).toSorted(byPlace), { isSame: isSameList })

  /** The passages of a text that are tied to force, by place, each with the last end up to it. */
  const forcePlaces = graph.derive(
    (text: string): { passage: Passage; start: number }[] => {
      let lastEnd = 0
      return passagesInOrder(text)
        .flatMap((passage) => {
          const link = look.pairsAt(passage.id).find(({ tag }) => look.isForce(tag))?.link
          return link === undefined ? [] : [{ passage, linkId: link.id }]
        })
        .sort((a, b) => a.passage.anchor.start - b.passage.anchor.start || (a.linkId < b.linkId ? -1 : 1))
        .map(({ passage }) => ({ passage, start: (lastEnd = Math.max(lastEnd, passage.anchor.end)) }))
    },
    {
      isSame: (before, after) =>
        isSameList(
          before.map(({ passage }) => passage),
          after.map(({ passage }) => passage)
        )
    }
  )
  const nextForce = graph.derive((id: PassageId): Passage | undefined => {
    const passage = look.passage(id)
    if (passage === undefined) return undefined
    // The first row up to which any passage ends after this one begins is itself the one that does.
    const places = forcePlaces(textOf(passage))
    return places[firstStartingAtOrAfter(places, passage.anchor.start + 1)]?.passage
  })

  return { toldAt, passagesInOrder, forceToldFrom: (passage) => nextForce(passage.id) }
}

function byPlace(a: Passage, b: Passage): number {
  return a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
