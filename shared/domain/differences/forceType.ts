import { messagesOf } from '../../messages/messagesOf'
import type { Statement } from '../../model/report'
import type { Tag, TagDetailsOf } from '../../model/tag'
import { describeBodyArea, describeForceType } from '../records'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { areAreasApart } from './disagreement'
import { footageEvidence, foundDifference, reportEvidence } from './evidence'
import { distinct, groupBy } from './grouping'
import { sameKindTies, type TiedStatement } from './tiedStatements'

const say = messagesOf('differences')

/**
 * Force that footage shows as one type or on one part of the body, and a statement tells as another or denies. Tags of one
 * force type tied to one statement make one difference.
 */
export function findForceType(tied: TiedStatement, index: ComparisonIndex): FoundDifference[] {
  const { statement } = tied
  const report = index.reports.get(statement.reportId)
  if (statement.kind !== 'force' || report === undefined) return []
  const apart = sameKindTies(tied).flatMap((tie) => {
    const { details } = tie.tag
    return details.kind === 'force' && isApart(details, statement, index) ? [{ ...tie, details }] : []
  })
  return [...groupBy(apart, ({ details }) => details.forceType)].map(([forceType, ties]) =>
    foundDifference(index, 'force-type', [statement.id, forceType], {
      summary: summarize(
        forceType,
        ties.map(({ tag }) => tag),
        statement,
        index
      ),
      sides: [
        footageEvidence(
          ties.map(({ tag }) => tag),
          index
        ),
        reportEvidence(
          report,
          { statements: [statement], passages: ties.flatMap(({ links }) => links.map(({ passage }) => passage)) },
          index
        )
      ]
    })
  )
}

function isApart(details: TagDetailsOf<'force'>, statement: Statement, index: ComparisonIndex): boolean {
  return (
    statement.isNegated || isOtherType(details.forceType, statement) || areAreasApart(details.bodyArea, statement.bodyArea, index.codebook)
  )
}

function isOtherType(forceType: string, { types }: Statement): boolean {
  return types.length > 0 && !types.includes(forceType)
}

function summarize(forceType: string, tags: readonly Tag[], statement: Statement, { codebook }: ComparisonIndex): string {
  const shown = describeForceType(forceType, codebook)
  if (statement.isNegated) return say('forceDenied', { shown })
  if (isOtherType(forceType, statement)) {
    const stated = statement.types.map((type) => `“${describeForceType(type, codebook)}”`).join(say('and'))
    return say('forceOtherType', { shown, stated })
  }
  const areas = distinct(tags.flatMap(({ details }) => (details.kind === 'force' && details.bodyArea !== null ? [details.bodyArea] : [])))
  const shownAreas = areas.map((area) => describeBodyArea(area, codebook)).join(say('and'))
  const statedArea = statement.bodyArea === null ? '' : describeBodyArea(statement.bodyArea, codebook)
  return say('forceOtherArea', { shown, shownAreas, statedArea })
}
