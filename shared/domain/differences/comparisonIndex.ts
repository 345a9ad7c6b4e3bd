import type { Case, Person } from '../../model/case'
import type { Codebook } from '../../model/codebookSchema'
import type { DifferenceKind, EnteredDifference } from '../../model/comparison'
import type { Footage } from '../../model/footage'
import type { FootageId, PassageId, PersonId, ReportId, StatementId, TagId } from '../../model/ids'
import type { Passage, Report, Statement } from '../../model/report'
import type { Tag, TagDetails } from '../../model/tag'
import { clockTimeAt, planCaseClock, wallClockId, type CaseClock, type ClockPlace } from '../caseClock'
import { isActive } from '../records'
import { isOfPresentText } from '../reportVersions'
import type { ComparisonInput } from './comparisonInput'
import { groupBy, pairKey } from './grouping'
import { tieStatements, type TiedPair, type TiedStatement } from './tiedStatements'

/** The active records of a case with the look-ups that the rules share; lists are in the order of their ids. */
export interface ComparisonIndex {
  case: Case
  codebook: Codebook
  people: ReadonlyMap<PersonId, Person>
  footage: ReadonlyMap<FootageId, Footage>
  clock: CaseClock
  tags: ReadonlyMap<TagId, Tag>
  reports: ReadonlyMap<ReportId, Report>
  passages: ReadonlyMap<PassageId, Passage>
  statements: ReadonlyMap<StatementId, Statement>
  enteredDifferences: readonly EnteredDifference[]
  pairs: readonly TiedPair[]
  tiedStatements: ReadonlyMap<StatementId, TiedStatement>
  cameraTags: ReadonlyMap<FootageId, readonly Tag[]>
  ruleOf: (kind: DifferenceKind) => string
  /** Whether an active link ties the tag to a passage of the report. */
  hasLink: (tagId: TagId, reportId: ReportId) => boolean
  /** Whether a reviewer looked for the tag in the report and found nothing. */
  isAbsentFromReport: (tagId: TagId, reportId: ReportId) => boolean
  /** Whether a reviewer looked for the statement on footage and found nothing. */
  isAbsentFromFootage: (statementId: StatementId) => boolean
}

/**
 * Takes the active records out of a case, without what rests on withdrawn ones: a tag goes with its footage, a passage
 * with its report, a statement with its passage, a link or an absence with either of its ends. So do a passage that was not
 * found again for certain in a replaced report, and what was looked for in a former version of it. Withdrawn people are
 * left out of the tags and statements that name them.
 */
export function createComparisonIndex(input: ComparisonInput, codebook: Codebook): ComparisonIndex {
  const people = activeById(input.people)
  const footage = activeById(input.footage)
  const reports = activeById(input.reports)
  const known = (ids: readonly PersonId[]) => ids.filter((id) => people.has(id))
  const tags = activeById(
    input.tags.map((tag) => ({ ...tag, details: withPeople(tag.details, known) })),
    (tag) => footage.has(tag.footageId)
  )
  const passages = activeById(input.passages, (passage) => reports.has(passage.reportId) && passage.refinding === undefined)
  const statements = activeById(
    input.statements.map((statement) => ({ ...statement, actorIds: known(statement.actorIds), targetIds: known(statement.targetIds) })),
    (statement) => passages.has(statement.passageId)
  )
  const pairs = [...activeById(input.links).values()].flatMap((link): TiedPair[] => {
    const tag = tags.get(link.tagId)
    const passage = passages.get(link.passageId)
    const report = passage && reports.get(passage.reportId)
    return tag && passage && report ? [{ link, tag, passage, report }] : []
  })
  const linked = new Set(pairs.map(({ tag, report }) => pairKey(tag.id, report.id)))
  const absent = new Set(
    [...activeById(input.absences, (absence) => isOfPresentText(absence, reports)).values()].map(({ subject }) =>
      subject.kind === 'tag-in-report' ? pairKey(subject.tagId, subject.reportId) : subject.statementId
    )
  )
  const rules = new Map(codebook.differenceKinds.map(({ id, rule }) => [id, rule]))
  return {
    case: input.case,
    codebook,
    people,
    footage,
    clock: planCaseClock(footage.values()),
    tags,
    reports,
    passages,
    statements,
    enteredDifferences: [...activeById(input.enteredDifferences).values()],
    pairs,
    tiedStatements: tieStatements(pairs, statements, passages, codebook),
    cameraTags: groupBy(
      [...tags.values()].filter(({ details }) => details.kind === 'camera'),
      ({ footageId }) => footageId
    ),
    ruleOf: (kind) => rules.get(kind) ?? '',
    hasLink: (tagId, reportId) => linked.has(pairKey(tagId, reportId)),
    isAbsentFromReport: (tagId, reportId) => absent.has(pairKey(tagId, reportId)),
    isAbsentFromFootage: (statementId) => absent.has(statementId)
  }
}

/** A tag on the clock of its footage, in microseconds, both ends included; null where its footage is not there. */
export function clockRangeOf(tag: Tag, index: ComparisonIndex): { clockId: ClockPlace['clockId']; startUs: number; endUs: number } | null {
  const place = index.clock.places.get(tag.footageId)
  if (place === undefined) return null
  return { clockId: place.clockId, startUs: clockTimeAt(place, tag.startUs), endUs: clockTimeAt(place, tag.endUs ?? tag.startUs) }
}

/** The wall-clock range of a tag in milliseconds since 1970, both ends included; null where its footage's wall clock is not known. */
export function wallRangeOf(tag: Tag, index: ComparisonIndex): { startMs: number; endMs: number } | null {
  const range = clockRangeOf(tag, index)
  if (range?.clockId !== wallClockId) return null
  return { startMs: Math.floor(range.startUs / 1000), endMs: Math.floor(range.endUs / 1000) }
}

function activeById<Row extends { id: string; withdrawn: Parameters<typeof isActive>[0]['withdrawn'] }>(
  rows: readonly Row[],
  isGrounded: (row: Row) => boolean = () => true
): Map<Row['id'], Row> {
  const active = rows.filter((row) => isActive(row) && isGrounded(row)).sort((a, b) => (a.id < b.id ? -1 : 1))
  return new Map(active.map((row) => [row.id, row]))
}

function withPeople(details: TagDetails, known: (ids: readonly PersonId[]) => PersonId[]): TagDetails {
  if ('actorIds' in details) return { ...details, actorIds: known(details.actorIds), targetIds: known(details.targetIds) }
  if (details.kind === 'intervention-needed') return { ...details, presentIds: known(details.presentIds) }
  if (details.kind !== 'failure-to-intervene' || details.officerId === null) return details
  return { ...details, officerId: known([details.officerId])[0] ?? null }
}
