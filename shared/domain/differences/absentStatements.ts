import type { NotCompared } from '../../model/comparison'
import type { Footage } from '../../model/footage'
import type { Statement, StatementKind } from '../../model/report'
import { cameraTagOver, coveredAt } from '../coverage'
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

/** The statements of what footage would show, not denied and tied to no tag, that a reviewer looked for in vain. */
export function findAbsentStatements(index: ComparisonIndex): AbsentStatement[] {
  return [...index.statements.values()]
    .filter(
      ({ id, kind, isNegated }) =>
        !isNegated && kindsThatFootageShows.has(kind) && !index.tiedStatements.has(id) && index.isAbsentFromFootage(id)
    )
    .map((statement) => ({ statement, gap: gapOver(statement, index) }))
}

/** Statements that nobody has looked for on footage yet: neither tied to a tag nor looked for in vain. */
export function findStatementsNotCompared(index: ComparisonIndex): NotCompared[] {
  return [...index.statements.keys()].flatMap((statementId): NotCompared[] =>
    index.tiedStatements.has(statementId) || index.isAbsentFromFootage(statementId) ? [] : [{ kind: 'statement-on-footage', statementId }]
  )
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
  const tag = cameraTagOver(index.cameraTags.get(footage.id) ?? [], timeUs, kind)
  return tag?.details.kind === 'camera' ? `${footage.cameraLabel || footage.fileName} is ${tag.details.state}` : null
}
