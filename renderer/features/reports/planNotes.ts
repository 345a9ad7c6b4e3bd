import type { Difference } from '#shared/model/comparison'
import type { ReportId } from '#shared/model/ids'
import type { TextRange } from '#shared/domain/planBlocks'
import type { Passage } from '#shared/model/report'

/** Where the differences of one report are told: beside a paragraph, or of the report as a whole. */
export interface ReportNotes {
  /** By index of the block in which the last passage of the difference ends. */
  byBlock: ReadonlyMap<number, readonly Difference[]>
  whole: readonly Difference[]
}

/**
 * Lays each difference that rests on this report beside the paragraph where it arises. What a report does not mention
 * is told on the tag's card, and left out here.
 */
export function planNotes(
  differences: readonly Difference[],
  reportId: ReportId,
  passages: ReadonlyMap<string, Passage>,
  blocks: readonly TextRange[]
): ReportNotes {
  const endOf = (id: string): number[] => {
    const passage = passages.get(id)
    return passage?.withdrawn === null && passage.reportId === reportId && passage.refinding === undefined ? [passage.anchor.end] : []
  }
  const byBlock = new Map<number, Difference[]>()
  const whole: Difference[] = []
  for (const difference of differences) {
    const ends = difference.sides.flatMap((side) => side.passageIds.flatMap(endOf))
    const isOfReport = difference.sides.some((side) => side.reportId === reportId)
    if (ends.length === 0) {
      if (isOfReport && difference.kind !== 'not-in-report') whole.push(difference)
      continue
    }
    const last = Math.max(...ends)
    const index = blocks.findIndex((block) => block.end >= last)
    byBlock.set(index, [...(byBlock.get(index) ?? []), difference])
  }
  return { byBlock, whole }
}
