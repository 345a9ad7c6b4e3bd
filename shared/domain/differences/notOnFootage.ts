import { messagesOf } from '../../messages/messagesOf'
import { inLocale } from '../../messages/locale'
import type { AbsentStatement } from './absentStatements'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { foundDifference, noAccount, reportEvidence } from './evidence'
import { cameraGap } from './cameraGap'
import { clockBasis } from './fingerprint'
import { statedSubject } from './statedSubject'

const say = messagesOf('differences')

/** A statement that a camera covered and that a reviewer found nothing of on footage. */
export function findNotOnFootage({ statement, gap }: AbsentStatement, index: ComparisonIndex): FoundDifference[] {
  const report = index.reports.get(statement.reportId)
  if (gap !== null || report === undefined) return []
  return [
    foundDifference(index, 'not-on-footage', [statement.id], {
      summary: say('notOnFootage', { what: statedSubject(statement.kind) }),
      sides: [{ ...noAccount(say('lookedNoMoment')), account: 'footage' }, reportEvidence(report, { statements: [statement] }, index)],
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
      summary: say('notChecked', { what: statedSubject(statement.kind), gap }),
      sides: [noAccount(say('footageNotChecked', { gap })), reportEvidence(report, { statements: [statement] }, index)],
      // In one language, whatever is spoken: another language is no other ground.
      basis: inLocale('en', () => cameraGap(statement, index) ?? '')
    })
  ]
}
