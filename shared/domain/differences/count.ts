import { messagesOf } from '../../messages/messagesOf'
import type { Statement } from '../../model/report'
import type { Tag } from '../../model/tag'
import { describeForceType } from '../records'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { countOf, footageEvidence, foundDifference, reportEvidence } from './evidence'
import { distinct } from './grouping'
import { sameKindTies, type Tie, type TiedStatement } from './tiedStatements'

const say = messagesOf('differences')

/**
 * Another number on footage than in a statement. The tags tied to a statement are summed, a tag without a count being one.
 * Statements of one sentence that were tied by the very same links ("once, and then twice more") are summed too.
 */
export function findCount(tied: TiedStatement, index: ComparisonIndex): FoundDifference[] {
  const ties = countedTies(tied)
  const [firstLink] = ties[0]?.links ?? []
  const report = index.reports.get(tied.statement.reportId)
  if (firstLink === undefined || report === undefined) return []
  const linkIds = linkIdsOf(ties)
  const together = index.statementsTiedBy(firstLink.link.id).flatMap((id) => {
    const other = index.tiedStatement(id)
    return other !== undefined && linkIdsOf(countedTies(other)) === linkIds ? [other.statement] : []
  })
  // One difference for all of them, found with the first.
  if (together[0]?.id !== tied.statement.id) return []
  const stated = totalStated(together)
  const tags = ties.map(({ tag }) => tag)
  const shown = tags.reduce((sum, { details }) => sum + countOf(details), 0)
  if (stated === null || stated === shown) return []
  const passages = ties.flatMap(({ links }) => links.map(({ passage }) => passage))
  return [
    foundDifference(
      index,
      'count',
      together.map(({ id }) => id),
      {
        summary: say('count', { what: nameOf(tags, index), shown, stated }),
        sides: [footageEvidence(tags, index), reportEvidence(report, { statements: together, passages }, index)]
      }
    )
  ]
}

/** Of force, tags of one type only: those that the statement names, where it names any of them. */
function countedTies(tied: TiedStatement): Tie[] {
  const { statement } = tied
  if (statement.isNegated || (statement.kind !== 'force' && statement.kind !== 'warning')) return []
  const ties = sameKindTies(tied)
  const named = ties.filter(({ tag }) => tag.details.kind === 'force' && statement.types.includes(tag.details.forceType))
  if (named.length > 0) return named
  const types = distinct(ties.map(({ tag }) => (tag.details.kind === 'force' ? tag.details.forceType : tag.details.kind)))
  return types.length === 1 ? ties : []
}

function linkIdsOf(ties: readonly Tie[]): string {
  return ties
    .flatMap(({ links }) => links.map(({ link }) => link.id))
    .sort()
    .join(' ')
}

/** Null where a statement gives no number: then there is nothing to compare. */
function totalStated(statements: readonly Statement[]): number | null {
  return statements.reduce<number | null>((sum, { count }) => (sum === null || count === null ? null : sum + count), 0)
}

function nameOf(tags: readonly Tag[], { codebook }: ComparisonIndex): string {
  const details = tags[0]?.details
  if (details?.kind === 'force') return `“${describeForceType(details.forceType, codebook)}”`
  return codebook.tagKinds.find(({ id }) => id === details?.kind)?.label ?? say('countOfNothing')
}
