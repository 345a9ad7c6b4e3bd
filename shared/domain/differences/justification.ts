import type { Passage, StatementKind } from '../../model/report'
import { countsAsForce } from '../records'
import type { AbsentStatement } from './absentStatements'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { describeTags, footageEvidence, foundDifference, reportEvidence } from './evidence'
import { clockBasis } from './fingerprint'
import { groupBy } from './grouping'

const reasons: ReadonlyMap<StatementKind, string> = new Map([
  ['resistance', 'resistance'],
  ['threat', 'a threat'],
  ['warning', 'a warning or command']
])

/**
 * Resistance, a threat or a warning that a report states before a force or in the same place, where a camera covered it and
 * a reviewer looked for it in vain. The force is the first told from there on, of those tied to footage. One difference
 * per such statement.
 */
export function findJustification(index: ComparisonIndex, absent: readonly AbsentStatement[]): FoundDifference[] {
  const force = index.pairs
    .filter(({ tag: { details } }) => details.kind === 'force' && countsAsForce(details.forceType, index.codebook))
    .sort((a, b) => a.passage.anchor.start - b.passage.anchor.start || (a.link.id < b.link.id ? -1 : 1))
  const forceByText = groupBy(force, ({ passage }) => textOf(passage))
  return absent.flatMap(({ statement, gap }) => {
    const reason = reasons.get(statement.kind)
    const passage = index.passages.get(statement.passageId)
    const report = index.reports.get(statement.reportId)
    if (gap !== null || reason === undefined || passage === undefined || report === undefined) return []
    const told = forceByText.get(textOf(passage)) ?? []
    const next = told.find((pair) => pair.passage.anchor.end > passage.anchor.start)
    if (next === undefined) return []
    const tags = told.filter((pair) => pair.passage.id === next.passage.id).map(({ tag }) => tag)
    return [
      foundDifference(index, 'justification', [statement.id], {
        summary: `The report states ${reason} before ${describeTags(tags, index)}; a reviewer found none on footage.`,
        sides: [footageEvidence(tags, index), reportEvidence(report, { statements: [statement], passages: [next.passage] }, index)],
        basis: statement.statedAt === null ? '' : clockBasis(index.footage.keys(), index)
      })
    ]
  })
}

function textOf(passage: Passage): string {
  return `${passage.reportId} ${passage.anchor.extractorVersion}`
}
