import type { NotCompared } from '../../model/comparison'
import type { StatementId } from '../../model/ids'
import type { Statement, StatementKind } from '../../model/report'
import { cameraGap } from './cameraGap'
import type { ComparisonIndex } from './comparisonIndex'

/** What footage would show if a camera covered it. */
const kindsThatFootageShows: ReadonlySet<StatementKind> = new Set([
  'force',
  'warning',
  'resistance',
  'medical-aid',
  'de-escalation',
  'intervention',
  'injury',
  'threat'
])

/** A statement that a reviewer looked for on footage in vain, and whether a camera could have shown it. */
export interface AbsentStatement {
  statement: Statement
  /** Why footage cannot show it, in plain words; null where a camera covers it. */
  gap: string | null
}

/** The statement, if it tells of what footage would show, denies nothing, is tied to no tag, and a reviewer looked for it in vain; else null. */
export function absentStatement(id: StatementId, index: ComparisonIndex): AbsentStatement | null {
  const statement = index.statements.get(id)
  if (statement === undefined || statement.isNegated || !kindsThatFootageShows.has(statement.kind)) return null
  if (!index.isAbsentFromFootage(id) || isTied(id, index)) return null
  return { statement, gap: cameraGap(statement, index) }
}

/**
 * A statement that nobody has looked for on footage yet: it is neither tied to a tag nor looked for in vain, or waits for a person to say
 * where its words stand. Null where it is compared, or no longer in its report.
 */
export function statementNotCompared(id: StatementId, index: ComparisonIndex): NotCompared | null {
  const waitsFor = index.waitsFor(id)
  if (waitsFor !== null) return { kind: 'statement-on-footage', statementId: id, waitsFor }
  const isOpen = index.statements.get(id) !== undefined && !index.isAbsentFromFootage(id) && !isTied(id, index)
  return isOpen ? { kind: 'statement-on-footage', statementId: id } : null
}

function isTied(id: StatementId, index: ComparisonIndex): boolean {
  return (index.tiedStatement(id)?.ties.length ?? 0) > 0
}
