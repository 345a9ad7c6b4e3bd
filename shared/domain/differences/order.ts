import type { Passage, Report } from '../../model/report'
import type { Tag } from '../../model/tag'
import { wallClockId } from '../caseClock'
import { clockRangeOf, type ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { describeTags, footageEvidence, foundDifference, reportEvidence } from './evidence'
import { clockBasis } from './fingerprint'
import { firstStartingAtOrAfter } from './firstStartingAtOrAfter'
import { groupBy } from './grouping'
import type { TiedPair } from './tiedStatements'

/** One passage with the tags told there, on one clock: `from` and `to` are the first start and the last end. */
interface Told {
  passage: Passage
  tags: Tag[]
  start: number
  end: number
  from: number
  to: number
}

/**
 * Two events that a report tells in one order and footage shows in the other. A tag counts where the report first tells
 * of it. Each passage is compared with the next one after it only, so that one event out of place gives one
 * difference and not one per event that it passed. Times are compared on one clock: the wall clock, or that of footage aligned to each other.
 */
export function findOrder(index: ComparisonIndex): FoundDifference[] {
  const firstTold = [...groupBy(index.pairs.filter(isNotDenied(index)), ({ tag, report }) => `${report.id} ${tag.id}`).values()].flatMap(
    (pairs) => pairs.toSorted(byPlace).slice(0, 1)
  )
  const chains = groupBy(firstTold, ({ report, passage, tag }) => `${report.id} ${passage.anchor.extractorVersion} ${clockOf(tag, index)}`)
  return [...chains.values()].flatMap((chain) => inversionsOf(chain, index))
}

function inversionsOf(chain: readonly TiedPair[], index: ComparisonIndex): FoundDifference[] {
  const [any] = chain
  if (any === undefined) return []
  const told = [...groupBy(chain, ({ passage }) => passage.id).values()]
    .flatMap((pairs) => toTold(pairs, index))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.passage.id < b.passage.id ? -1 : 1))
  const clock = clockOf(any.tag, index)
  return told.flatMap((first) => {
    const second = told[firstStartingAtOrAfter(told, first.end)]
    return second !== undefined && first.from > second.to ? [inversion(first, second, any.report, clock, index)] : []
  })
}

function inversion(first: Told, second: Told, report: Report, clock: string, index: ComparisonIndex): FoundDifference {
  const tags = [...first.tags, ...second.tags]
  return foundDifference(index, 'order', [first.passage.id, second.passage.id, ...(clock === wallClockId ? [] : [clock])], {
    summary: `The report tells of ${describeTags(first.tags, index)} before ${describeTags(second.tags, index)}; footage shows it after.`,
    sides: [footageEvidence(tags, index), reportEvidence(report, { passages: [first.passage, second.passage] }, index)],
    basis: clockBasis(
      tags.map(({ footageId }) => footageId),
      index
    )
  })
}

function clockOf(tag: Tag, index: ComparisonIndex): string {
  return index.clock.places.get(tag.footageId)?.clockId ?? tag.footageId
}

function toTold(pairs: readonly TiedPair[], index: ComparisonIndex): Told[] {
  const [first] = pairs
  if (first === undefined) return []
  const ranges = pairs.map(({ tag }) => {
    const range = clockRangeOf(tag, index)
    return range === null ? { from: tag.startUs, to: tag.endUs ?? tag.startUs } : { from: range.startUs, to: range.endUs }
  })
  return [
    {
      passage: first.passage,
      tags: pairs.map(({ tag }) => tag),
      start: first.passage.anchor.start,
      end: first.passage.anchor.end,
      from: Math.min(...ranges.map(({ from }) => from)),
      to: Math.max(...ranges.map(({ to }) => to))
    }
  ]
}

function byPlace(a: TiedPair, b: TiedPair): number {
  const place = a.passage.anchor.start - b.passage.anchor.start || a.passage.anchor.end - b.passage.anchor.end
  return place || (a.passage.id < b.passage.id ? -1 : 1)
}

/** What a passage denies has no place in its order. */
function isNotDenied(index: ComparisonIndex): (pair: TiedPair) => boolean {
  const denied = new Set(
    [...index.tiedStatements.values()]
      .filter(({ statement }) => statement.isNegated)
      .flatMap(({ ties }) => ties.flatMap(({ links }) => links.map(({ link }) => link.id)))
  )
  return ({ link }) => !denied.has(link.id)
}
