import { messagesOf } from '../../messages/messagesOf'
import { formatWallClock } from '../time'
import { wallRangeOf, type ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { footageEvidence, foundDifference, reportEvidence } from './evidence'
import { clockBasis } from './fingerprint'
import { sameKindTies, type TiedStatement } from './tiedStatements'

const say = messagesOf('differences')

/**
 * A time that a report states, further from the case clock than the codebook's tolerance. Inside a tag's range there is no
 * distance; where the footage's clock is not known, nothing is compared. One difference per statement.
 */
export function findTime(tied: TiedStatement, index: ComparisonIndex): FoundDifference[] {
  const { statement } = tied
  const { statedAt } = statement
  const report = index.reports.get(statement.reportId)
  if (statedAt === null || statement.isNegated || report === undefined) return []
  const statedMs = Date.parse(statedAt)
  const apart = sameKindTies(tied).flatMap((tie) => {
    const range = wallRangeOf(tie.tag, index)
    if (range === null) return []
    const distanceMs = Math.max(range.startMs - statedMs, statedMs - range.endMs, 0)
    return distanceMs > index.codebook.timeToleranceMs ? [{ ...tie, distanceMs }] : []
  })
  if (apart.length === 0) return []
  const tags = apart.map(({ tag }) => tag)
  const passages = apart.flatMap(({ links }) => links.map(({ passage }) => passage))
  const farthestMs = Math.max(...apart.map(({ distanceMs }) => distanceMs))
  const at = formatWallClock(statedAt, index.case.timeZone, { withFraction: false })
  return [
    foundDifference(index, 'time', [statement.id], {
      summary: say('time', { at, distance: inWords(farthestMs) }),
      sides: [footageEvidence(tags, index), reportEvidence(report, { statements: [statement], passages }, index)],
      basis: clockBasis(
        tags.map(({ footageId }) => footageId),
        index
      )
    })
  ]
}

function inWords(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000)
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's']
  ] as const
  return parts.flatMap(([amount, unit]) => (amount > 0 ? [`${amount} ${unit}`] : [])).join(' ')
}
