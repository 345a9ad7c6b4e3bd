import { messagesOf } from '../../messages/messagesOf'
import { wallClockId } from '../caseClock'
import type { Report } from '../../model/report'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { describeTags, footageEvidence, foundDifference, reportEvidence } from './evidence'
import { clockBasis } from './fingerprint'
import { firstStartingAtOrAfter } from './firstStartingAtOrAfter'
import { groupBy } from './grouping'
import type { Told } from './textOrder'

const say = messagesOf('differences')

/**
 * Two events that a report tells in one order and footage shows in the other. A tag counts where the report first tells
 * of it. Each passage is compared with the next one after it only, so that one event out of place gives one
 * difference and not one per event that it passed. Times are compared on one clock: the wall clock, or that of footage aligned to each
 * other. `text` is one report's text as one version of the reader wrote it.
 */
export function findOrder(text: string, index: ComparisonIndex): FoundDifference[] {
  const told = index.passagesInOrder(text).flatMap(({ id }) => index.toldAt(id))
  return [...groupBy(told, ({ clockId }) => clockId).values()].flatMap((chain) =>
    chain.flatMap((first) => {
      const second = chain[firstStartingAtOrAfter(chain, first.end)]
      const report = index.reports.get(first.passage.reportId)
      return second !== undefined && report !== undefined && first.from > second.to ? [inversion(first, second, report, index)] : []
    })
  )
}

function inversion(first: Told, second: Told, report: Report, index: ComparisonIndex): FoundDifference {
  const tags = [...first.tags, ...second.tags]
  const clock = first.clockId === wallClockId ? [] : [first.clockId]
  return foundDifference(index, 'order', [first.passage.id, second.passage.id, ...clock], {
    summary: say('order', { first: describeTags(first.tags, index), second: describeTags(second.tags, index) }),
    sides: [footageEvidence(tags, index), reportEvidence(report, { passages: [first.passage, second.passage] }, index)],
    basis: clockBasis(
      tags.map(({ footageId }) => footageId),
      index
    )
  })
}
