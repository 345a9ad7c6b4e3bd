import type { Statement } from '../../model/report'
import type { Tag } from '../../model/tag'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { areAreasApart, doNamesCross } from './disagreement'
import { describeTags, foundDifference, reportEvidence } from './evidence'
import { distinct, groupBy, pairKey } from './grouping'
import { sameKindTies } from './tiedStatements'

interface Told {
  statement: Statement
  tag: Tag
  /** The tags that the statement tells of, as one text: counts compare only where both tell of the same. */
  extent: string
}

/**
 * Statements of two reports tied to one tag that differ in force type or body area, in count, in people, or of which one
 * denies it. What one report leaves open is not compared. One difference per pair of statements.
 */
export function findBetweenReports(index: ComparisonIndex): FoundDifference[] {
  const told = [...index.tiedStatements.values()].flatMap((tied): Told[] => {
    const ties = sameKindTies(tied)
    const extent = ties.map(({ tag }) => tag.id).join(' ')
    return ties.map(({ tag }) => ({ statement: tied.statement, tag, extent }))
  })
  const pairs = [...groupBy(told, ({ tag }) => tag.id).values()].flatMap((group) =>
    group.flatMap((first, at) =>
      group.slice(at + 1).flatMap((second) => {
        const [from, to] = [first, second].toSorted((a, b) => (a.statement.id < b.statement.id ? -1 : 1))
        if (from === undefined || to === undefined || from.statement.reportId === to.statement.reportId) return []
        const subjects = subjectsApart(from, to, index)
        return subjects.length > 0 ? [{ from: from.statement, to: to.statement, tag: first.tag, subjects }] : []
      })
    )
  )
  return [...groupBy(pairs, ({ from, to }) => pairKey(from.id, to.id)).values()].flatMap((group) => {
    const [pair] = group
    const reports = pair && ([index.reports.get(pair.from.reportId), index.reports.get(pair.to.reportId)] as const)
    if (pair === undefined || reports?.[0] === undefined || reports[1] === undefined) return []
    const tags = group.map(({ tag }) => tag)
    const tagIds = tags.map(({ id }) => id)
    return [
      foundDifference(index, 'between-reports', [pair.from.id, pair.to.id], {
        summary: `Two reports differ in ${distinct(group.flatMap(({ subjects }) => subjects)).join(' and ')}: ${describeTags(tags, index)}.`,
        sides: [
          { ...reportEvidence(reports[0], { statements: [pair.from] }, index), tagIds },
          { ...reportEvidence(reports[1], { statements: [pair.to] }, index), tagIds }
        ]
      })
    ]
  })
}

function subjectsApart(first: Told, second: Told, { codebook }: ComparisonIndex): string[] {
  const [a, b] = [first.statement, second.statement]
  if (a.kind !== b.kind) return []
  if (a.isNegated !== b.isNegated) return ['whether it happened']
  if (a.isNegated) return []
  const isTypeApart = a.types.length > 0 && b.types.length > 0 && !a.types.some((type) => b.types.includes(type))
  const isCountApart = a.count !== null && b.count !== null && a.count !== b.count && first.extent === second.extent
  const isPersonApart = doNamesCross(a.actorIds, b.actorIds) || doNamesCross(a.targetIds, b.targetIds)
  return [
    ...(isTypeApart ? ['type'] : []),
    ...(areAreasApart(a.bodyArea, b.bodyArea, codebook) ? ['body area'] : []),
    ...(isCountApart ? ['count'] : []),
    ...(isPersonApart ? ['person'] : [])
  ]
}
