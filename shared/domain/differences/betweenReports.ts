import { messagesOf } from '../../messages/messagesOf'
import type { StatementId } from '../../model/ids'
import type { Statement } from '../../model/report'
import type { Tag } from '../../model/tag'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { areAreasApart, doNamesCross } from './disagreement'
import { describeTags, foundDifference, reportEvidence } from './evidence'
import { sameKindTies, type TiedStatement } from './tiedStatements'

const say = messagesOf('differences')

/**
 * Statements of two reports tied to one tag that differ in force type or body area, in count, in people, or of which one
 * denies it. What one report leaves open is not compared. One difference per pair of statements, found with the one whose id comes first.
 */
export function findBetweenReports(first: TiedStatement, index: ComparisonIndex): FoundDifference[] {
  const report = index.reports.get(first.statement.reportId)
  if (report === undefined) return []
  const shared = new Map<StatementId, Tag[]>()
  for (const { tag } of sameKindTies(first)) {
    for (const id of index.statementsOfTag(tag.id)) {
      if (id <= first.statement.id) continue
      const tags = shared.get(id)
      if (tags === undefined) shared.set(id, [tag])
      else tags.push(tag)
    }
  }
  return [...shared].flatMap(([id, tags]) => {
    const second = index.tiedStatement(id)
    const other = second && index.reports.get(second.statement.reportId)
    if (second === undefined || other === undefined || other.id === report.id) return []
    const subjects = subjectsApart(first, second, tags.length, index)
    if (subjects.length === 0) return []
    const tagIds = tags.map((tag) => tag.id)
    return [
      foundDifference(index, 'between-reports', [first.statement.id, id], {
        summary: say('betweenReports', { subjects: subjects.join(say('and')), what: describeTags(tags, index) }),
        sides: [
          { ...reportEvidence(report, { statements: [first.statement] }, index), tagIds },
          { ...reportEvidence(other, { statements: [second.statement] }, index), tagIds }
        ]
      })
    ]
  })
}

/** `sharedCount` is how many tags both tell of: counts compare only where each tells of these and no others. */
function subjectsApart(first: TiedStatement, second: TiedStatement, sharedCount: number, { codebook }: ComparisonIndex): string[] {
  const [a, b]: [Statement, Statement] = [first.statement, second.statement]
  const isSameExtent = sameKindTies(first).length === sharedCount && sameKindTies(second).length === sharedCount
  if (a.kind !== b.kind) return []
  if (a.isNegated !== b.isNegated) return [say('whetherItHappened')]
  if (a.isNegated) return []
  const isTypeApart = a.types.length > 0 && b.types.length > 0 && !a.types.some((type) => b.types.includes(type))
  const isCountApart = a.count !== null && b.count !== null && a.count !== b.count && isSameExtent
  const isPersonApart = doNamesCross(a.actorIds, b.actorIds) || doNamesCross(a.targetIds, b.targetIds)
  return [
    ...(isTypeApart ? [say('subjectType')] : []),
    ...(areAreasApart(a.bodyArea, b.bodyArea, codebook) ? [say('subjectArea')] : []),
    ...(isCountApart ? [say('subjectCount')] : []),
    ...(isPersonApart ? [say('subjectPerson')] : [])
  ]
}
