import type { NotCompared } from '../../model/comparison'
import type { Footage } from '../../model/footage'
import type { StatementId } from '../../model/ids'
import type { Statement, StatementKind } from '../../model/report'
import { coveredAt } from '../coverage'
import { formatWallClock } from '../time'
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
  return { statement, gap: gapOver(statement, index) }
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

/** Without a stated time, any footage may show it; with one, only a footage whose clock is known and that covers it. */
function gapOver({ kind, statedAt }: Statement, index: ComparisonIndex): string | null {
  const footage = [...index.footage.values()]
  if (footage.length === 0) return 'no footage is loaded'
  if (statedAt === null) return null
  const at = formatWallClock(statedAt, index.case.timeZone, { withFraction: false })
  const covering = footage.flatMap((one) => {
    const timeUs = coveredAt(index.clock, one, statedAt)
    return timeUs === null ? [] : [{ one, timeUs }]
  })
  if (covering.length === 0) return `no footage with a known clock covers ${at}`
  const gaps = covering.map(({ one, timeUs }) => cameraGap(one, timeUs, kind, index))
  return gaps.includes(null) ? null : `at ${at}, ${gaps.join(' and ')}`
}

function cameraGap(footage: Footage, timeUs: number, kind: StatementKind, index: ComparisonIndex): string | null {
  const state = index.cameraStates(footage.id).stateOver(timeUs, kind)
  return state === null ? null : `${footage.cameraLabel || footage.fileName} is ${state}`
}
