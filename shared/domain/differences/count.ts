import type { Statement } from '../../model/report'
import type { Tag } from '../../model/tag'
import { describeForceType } from '../records'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { countOf, footageEvidence, foundDifference, reportEvidence } from './evidence'
import { distinct, groupBy } from './grouping'
import { sameKindTies, type Tie, type TiedStatement } from './tiedStatements'

/**
 * Another number on footage than in a statement. The tags tied to a statement are summed, a tag without a count being one.
 * Statements of one sentence that were tied by the very same links ("once, and then twice more") are summed too.
 */
export function findCount(index: ComparisonIndex): FoundDifference[] {
  const counted = [...index.tiedStatements.values()].flatMap((tied) => {
    const ties = countedTies(tied)
    return ties.length === 0 ? [] : [{ statement: tied.statement, ties }]
  })
  return [...groupBy(counted, ({ ties }) => linkIdsOf(ties)).values()].flatMap((group) => {
    const [first] = group
    const report = first && index.reports.get(first.statement.reportId)
    if (first === undefined || report === undefined) return []
    const statements = group.map(({ statement }) => statement)
    const stated = totalStated(statements)
    const tags = first.ties.map(({ tag }) => tag)
    const shown = tags.reduce((sum, { details }) => sum + countOf(details), 0)
    if (stated === null || stated === shown) return []
    const passages = first.ties.flatMap(({ links }) => links.map(({ passage }) => passage))
    return [
      foundDifference(
        index,
        'count',
        statements.map(({ id }) => id),
        {
          summary: `${nameOf(tags, index)}: footage shows ${shown}, the report says ${stated}.`,
          sides: [footageEvidence(tags, index), reportEvidence(report, { statements, passages }, index)]
        }
      )
    ]
  })
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
  return codebook.tagKinds.find(({ id }) => id === details?.kind)?.label ?? 'Count'
}
