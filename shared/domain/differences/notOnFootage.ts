import type { AbsentStatement } from './absentStatements'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { foundDifference, noAccount, reportEvidence } from './evidence'
import { clockBasis } from './fingerprint'

/** A statement that a camera covered and that a reviewer found nothing of on footage. */
export function findNotOnFootage({ statement, gap }: AbsentStatement, index: ComparisonIndex): FoundDifference[] {
  const report = index.reports.get(statement.reportId)
  if (gap !== null || report === undefined) return []
  return [
    foundDifference(index, 'not-on-footage', [statement.id], {
      summary: `The report states ${words[statement.kind]}; a reviewer found no such moment on footage.`,
      sides: [
        { ...noAccount('Footage: a reviewer looked and found no such moment.'), account: 'footage' },
        reportEvidence(report, { statements: [statement] }, index)
      ],
      basis: statement.statedAt === null ? '' : clockBasis(index.footage.keys(), index)
    })
  ]
}

/** A statement that a reviewer found nothing of, and that no camera could have shown: it cannot be checked. */
export function findCoverage({ statement, gap }: AbsentStatement, index: ComparisonIndex): FoundDifference[] {
  const report = index.reports.get(statement.reportId)
  if (gap === null || report === undefined) return []
  return [
    foundDifference(index, 'coverage', [statement.id], {
      summary: `The report states ${words[statement.kind]}; it cannot be checked: ${gap}.`,
      sides: [noAccount(`Footage: cannot be checked, ${gap}.`), reportEvidence(report, { statements: [statement] }, index)],
      basis: gap
    })
  ]
}

const words: Record<AbsentStatement['statement']['kind'], string> = {
  force: 'force',
  resistance: 'resistance',
  threat: 'a threat',
  warning: 'a warning or command',
  'de-escalation': 'de-escalation',
  intervention: 'an intervention',
  'failure-to-intervene': 'that an officer did not intervene',
  'medical-aid': 'medical aid',
  injury: 'an injury',
  camera: 'something about a camera'
}
