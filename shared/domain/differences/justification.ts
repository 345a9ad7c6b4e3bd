import { messagesOf } from '../../messages/messagesOf'
import type { PassageId } from '../../model/ids'
import type { StatementKind } from '../../model/report'
import type { Tag } from '../../model/tag'
import { countsAsForce } from '../records'
import type { AbsentStatement } from './absentStatements'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { statedSubject } from './statedSubject'
import { describeTags, footageEvidence, foundDifference, reportEvidence } from './evidence'
import { clockBasis } from './fingerprint'

const say = messagesOf('differences')

const reasons: ReadonlySet<StatementKind> = new Set(['resistance', 'threat', 'warning'])

/**
 * Resistance, a threat or a warning that a report states before a force or in the same place, where a camera covered it and
 * a reviewer looked for it in vain. The force is the first told from there on, of those tied to footage. One difference
 * per such statement.
 */
export function findJustification({ statement, gap }: AbsentStatement, index: ComparisonIndex): FoundDifference[] {
  const passage = index.passages.get(statement.passageId)
  const report = index.reports.get(statement.reportId)
  if (gap !== null || !reasons.has(statement.kind) || passage === undefined || report === undefined) return []
  const next = index.forceToldFrom(passage)
  if (next === undefined) return []
  const tags = forceTagsAt(next.id, index)
  return [
    foundDifference(index, 'justification', [statement.id], {
      summary: say('justification', { reason: statedSubject(statement.kind), what: describeTags(tags, index) }),
      sides: [footageEvidence(tags, index), reportEvidence(report, { statements: [statement], passages: [next] }, index)],
      basis: statement.statedAt === null ? '' : clockBasis(index.footage.keys(), index)
    })
  ]
}

/** The force tags that are tied to a passage, in the order of their links. */
export function forceTagsAt(passageId: PassageId, index: Pick<ComparisonIndex, 'pairsAt' | 'codebook'>): Tag[] {
  return index
    .pairsAt(passageId)
    .flatMap(({ tag }) => (tag.details.kind === 'force' && countsAsForce(tag.details.forceType, index.codebook) ? [tag] : []))
}
