import type { PersonId, ReportId, StatementId } from '../../model/ids'
import type { TagDetails } from '../../model/tag'
import type { ComparisonIndex } from '../differences/comparisonIndex'
import { isTied } from '../differences/tiedStatements'
import { actorIdsOf, countsAsForce } from '../records'
import type { MatrixAccount, MatrixRow } from './matrixRow'
import type { MatrixCell } from './planCell'

/** Of a report: how many moments of force it mentions, and how many of its force statements have a moment. All are counts. */
export interface ReportShare {
  reportId: ReportId
  /** Whether it is an involved officer's: written in that capacity, or by an officer whom a tag names. */
  isInvolved: boolean
  moments: { mentioned: number; notMentioned: number; notCompared: number }
  statements: StatementShare
}

/** Force statements that are not denials, by what footage has for them. The four add up to all of them. */
export interface StatementShare {
  tagged: number
  noMoment: number
  cannotCheck: number
  notCompared: number
}

/** How far footage and reports tell of the same force, both ways, in numbers. */
export interface BothWays {
  /** All moments that count as force. */
  momentCount: number
  /** Those with a passage in every involved officer's report; 0 where there is no such report. */
  inEveryReport: number
  /** Those that at least one involved officer's report was looked through for in vain. */
  notMentionedInSome: number
  /** Those that nobody has compared yet with at least one involved officer's report. */
  notComparedInSome: number
  /** Officers who use force by a tag, and of whom the case holds no report. */
  officersWithoutReport: readonly PersonId[]
  statements: StatementShare
  /** In the order of the accounts. */
  reports: readonly ReportShare[]
}

/** Counts both ways: moments of force in the reports, and force statements on footage. `statementIds` are all of the case. */
export function planBothWays(
  accounts: readonly MatrixAccount[],
  rows: readonly MatrixRow[],
  statementIds: readonly StatementId[],
  index: ComparisonIndex
): BothWays {
  const isNamed = (id: PersonId) => index.records.tagsNaming.get(id).size > 0
  const isOfficer = (id: PersonId) => index.people.get(id)?.role === 'officer'
  const force = rows.filter(({ event }) => event.type === 'moment' && isForce(event.tags[0].details, index))
  const statements = countStatements(rows, statementIds, index)
  const reports = accounts.flatMap((account, at): (ReportShare & { at: number })[] => {
    if (account.type !== 'report') return []
    const { id, authorId, capacity } = account.report
    const count = (is: (cell: MatrixCell) => boolean) => force.filter(({ cells }) => isTrueOf(cells[at], is)).length
    return [
      {
        at,
        reportId: id,
        isInvolved: capacity === 'involved-officer' || (authorId !== null && isOfficer(authorId) && isNamed(authorId)),
        moments: { mentioned: count(isMentioned), notMentioned: count(isSilent), notCompared: count(isNotCompared) },
        statements: statements.get(id) ?? noStatements()
      }
    ]
  })
  const involved = reports.filter(({ isInvolved }) => isInvolved)
  const inSome = (is: (cell: MatrixCell) => boolean) =>
    force.filter(({ cells }) => involved.some(({ at }) => isTrueOf(cells[at], is))).length
  const authors = new Set([...index.reports.values()].map(({ authorId }) => authorId))
  const users = new Set(force.flatMap(({ event }) => (event.type === 'moment' ? actorIdsOf(event.tags[0].details) : [])))
  return {
    momentCount: force.length,
    inEveryReport:
      involved.length === 0 ? 0 : force.filter(({ cells }) => involved.every(({ at }) => isTrueOf(cells[at], isMentioned))).length,
    notMentionedInSome: inSome(isSilent),
    notComparedInSome: inSome(isNotCompared),
    officersWithoutReport: [...users].filter((id) => isOfficer(id) && !authors.has(id)).sort(),
    statements: reports.map((report) => report.statements).reduce(addStatements, noStatements()),
    reports: reports.map(({ at: _, ...report }) => report)
  }
}

const isMentioned = ({ links }: MatrixCell) => links.length > 0
const isSilent = ({ links, absences }: MatrixCell) => links.length === 0 && absences.length > 0
/** Also where a difference was entered or found, but nobody has linked words or recorded that there are none. */
const isNotCompared = (cell: MatrixCell) => !isMentioned(cell) && !isSilent(cell)
const isTrueOf = (cell: MatrixCell | undefined, is: (cell: MatrixCell) => boolean) => cell !== undefined && is(cell)

function isForce(details: TagDetails, { codebook }: ComparisonIndex): boolean {
  return details.kind === 'force' && countsAsForce(details.forceType, codebook)
}

function countStatements(
  rows: readonly MatrixRow[],
  statementIds: readonly StatementId[],
  index: ComparisonIndex
): Map<ReportId, StatementShare> {
  const footageCells = new Map(rows.flatMap(({ event, cells }) => (event.type === 'statement' ? [[event.key, cells[0]] as const] : [])))
  const shares = new Map<ReportId, StatementShare>()
  for (const { id, kind, isNegated, types, reportId } of statementIds.flatMap((one) => index.statements.get(one) ?? [])) {
    if (kind !== 'force' || isNegated) continue
    if (types.length > 0 && !types.some((type) => countsAsForce(type, index.codebook))) continue
    const share = shares.get(reportId) ?? noStatements()
    shares.set(reportId, share)
    const state = footageCells.get(id)?.state
    if (isTied(id, index)) share.tagged += 1
    else if (state === 'silent') share.noMoment += 1
    else if (state === 'cannot-check') share.cannotCheck += 1
    else share.notCompared += 1
  }
  return shares
}

const noStatements = (): StatementShare => ({ tagged: 0, noMoment: 0, cannotCheck: 0, notCompared: 0 })

function addStatements(a: StatementShare, b: StatementShare): StatementShare {
  return {
    tagged: a.tagged + b.tagged,
    noMoment: a.noMoment + b.noMoment,
    cannotCheck: a.cannotCheck + b.cannotCheck,
    notCompared: a.notCompared + b.notCompared
  }
}
