import type { Case, Person } from '../../model/case'
import type { Codebook } from '../../model/codebookSchema'
import type { DifferenceKind, FormAccount, WaitsFor } from '../../model/comparison'
import type { Footage } from '../../model/footage'
import type { FootageId, LinkId, PassageId, PersonId, ReportId, StatementId, TagId } from '../../model/ids'
import type { Passage, Report, Statement } from '../../model/report'
import type { Tag } from '../../model/tag'
import { clockTimeAt, planCaseClock, wallClockId, type CaseClock, type ClockPlace } from '../caseClock'
import { countsAsForce, isActive } from '../records'
import { createCameraStates, type CameraStates } from './cameraStates'
import type { ComparisonInput } from './comparisonInput'
import { createComparisonRecords, stretchesOf, type ComparisonRecords } from './comparisonRecords'
import { isSameList, type Graph } from './derivedGraph'
import { distinct } from './grouping'
import { createTextOrder, type TextOrder } from './textOrder'
import { closestTo, isShownBy, type Tie, type TiedPair, type TiedStatement } from './tiedStatements'

/**
 * The active records of a case with the look-ups that the rules share; lists are in the order of their ids. Whatever a rule asks it for
 * is noted as what the rule's answer rests on.
 */
export interface ComparisonIndex extends TextOrder {
  case: Case
  codebook: Codebook
  people: ReadonlyMap<PersonId, Person>
  footage: ReadonlyMap<FootageId, Footage>
  clock: CaseClock
  reports: ReadonlyMap<ReportId, Report>
  formAccounts: ReadonlyMap<ReportId, FormAccount>
  records: ComparisonRecords
  tags: Pick<ReadonlyMap<TagId, Tag>, 'get'>
  passages: Pick<ReadonlyMap<PassageId, Passage>, 'get'>
  statements: Pick<ReadonlyMap<StatementId, Statement>, 'get'>
  /** A link with what it ties together; undefined where one of its ends is withdrawn. */
  pairOf: (linkId: LinkId) => TiedPair | undefined
  pairsAt: (passageId: PassageId) => readonly TiedPair[]
  statementsAt: (passageId: PassageId) => readonly Statement[]
  /** The statements that a link ties its tag to. */
  statementsTiedBy: (linkId: LinkId) => readonly StatementId[]
  /** A statement with the tags tied to it; undefined where there is no such statement. */
  tiedStatement: (statementId: StatementId) => TiedStatement | undefined
  /** Statements that are tied to a tag of their kind. */
  statementsOfTag: (tagId: TagId) => readonly StatementId[]
  cameraStates: (footageId: FootageId) => CameraStates
  ruleOf: (kind: DifferenceKind) => string
  /** The reports that an active link ties the tag to. */
  reportsLinked: (tagId: TagId) => ReadonlySet<ReportId>
  /** The reports that a reviewer looked through for the tag and found nothing in. */
  reportsWithout: (tagId: TagId) => ReadonlySet<ReportId>
  /** Why a statement waits for a person to say where its words stand; null where it does not. */
  waitsFor: (statementId: StatementId) => WaitsFor | null
  /** Whether a reviewer looked for the statement on footage and found nothing. */
  isAbsentFromFootage: (statementId: StatementId) => boolean
}

/** What changes seldom of a case: the comparison is made anew when one of these does. */
export type ComparisonGround = Pick<ComparisonInput, 'case' | 'people' | 'footage' | 'reports' | 'formAccounts'>

/** Makes the index of a case; its records are then taken into `records`. */
export function createComparisonIndex(ground: ComparisonGround, codebook: Codebook, graph: Graph): ComparisonIndex {
  const people = activeById(ground.people)
  const footage = activeById(ground.footage)
  const reports = activeById(ground.reports)
  const clock = planCaseClock(footage.values())
  const formAccounts = new Map((ground.formAccounts ?? []).map((account) => [account.reportId, account]))
  const records = createComparisonRecords(graph, people, footage, reports)
  const rules = new Map(codebook.differenceKinds.map(({ id, rule }) => [id, rule]))
  const isSame = isSameList

  const statementOf = (id: StatementId) => {
    const statement = records.statements.get(id)
    return statement !== undefined && records.passages.get(statement.passageId) !== undefined ? statement : undefined
  }
  const pairOf = (id: LinkId): TiedPair | undefined => {
    const link = records.links.get(id)
    const tag = link && records.tags.get(link.tagId)
    const passage = link && records.passages.get(link.passageId)
    const report = passage && reports.get(passage.reportId)
    return link && tag && passage && report ? { link, tag, passage, report } : undefined
  }
  const sorted = <Id extends string>(ids: Iterable<Id>): Id[] => [...ids].sort()
  const found = <Id extends string, Row>(ids: Iterable<Id>, get: (id: Id) => Row | undefined): Row[] =>
    sorted(ids).flatMap((id) => get(id) ?? [])

  const passagesOver = graph.derive(
    (id: PassageId): PassageId[] => {
      const passage = records.passages.get(id)
      if (passage === undefined) return []
      const near = distinct(stretchesOf(passage).flatMap((stretch) => [...records.passagesInStretch.get(stretch)]))
      return near
        .filter((other) => {
          const anchor = records.passages.get(other)?.anchor
          return anchor !== undefined && anchor.start < passage.anchor.end && anchor.end > passage.anchor.start
        })
        .sort()
    },
    { isSame }
  )
  const statementsAt = (id: PassageId) => found(records.statementsOfPassage.get(id), statementOf)
  const pairsAt = (id: PassageId) => found(records.linksOfPassage.get(id), pairOf)
  const statementsOver = graph.derive(
    (id: PassageId): StatementId[] => sorted(passagesOver(id).flatMap((passageId) => [...records.statementsOfPassage.get(passageId)])),
    { isSame }
  )
  const statementsTiedBy = graph.derive(
    (id: LinkId): StatementId[] => {
      const pair = pairOf(id)
      if (pair === undefined) return []
      const candidates = statementsOver(pair.passage.id).flatMap((statementId) => statementOf(statementId) ?? [])
      return closestTo(pair.tag, candidates, codebook).map((statement) => statement.id)
    },
    { isSame }
  )
  const pairsTying = graph.derive(
    (id: StatementId): LinkId[] => {
      const statement = statementOf(id)
      if (statement === undefined) return []
      const over = passagesOver(statement.passageId).flatMap((passageId) => [...records.linksOfPassage.get(passageId)])
      return sorted(over.filter((linkId) => statementsTiedBy(linkId).includes(id)))
    },
    { isSame }
  )
  const tiedStatement = graph.derive((id: StatementId): TiedStatement | undefined => {
    const statement = statementOf(id)
    if (statement === undefined) return undefined
    const byTag = new Map<TagId, { tag: Tag; isSameKind: boolean; links: TiedPair[] }>()
    for (const linkId of pairsTying(id)) {
      const pair = pairOf(linkId)
      if (pair === undefined) continue
      const tie = byTag.get(pair.tag.id)
      if (tie === undefined) byTag.set(pair.tag.id, { tag: pair.tag, isSameKind: isShownBy(statement, pair.tag), links: [pair] })
      else tie.links.push(pair)
    }
    const ties: Tie[] = [...byTag.values()].sort((a, b) => (a.tag.id < b.tag.id ? -1 : 1))
    return { statement, ties }
  })
  const statementsOfTag = graph.derive(
    (id: TagId): StatementId[] => {
      const tag = records.tags.get(id)
      if (tag === undefined) return []
      const tied = distinct([...records.linksOfTag.get(id)].flatMap((linkId) => statementsTiedBy(linkId)))
      return tied
        .filter((statementId) => {
          const statement = statementOf(statementId)
          return statement !== undefined && isShownBy(statement, tag)
        })
        .sort()
    },
    { isSame }
  )

  const order = createTextOrder(graph, {
    ...{ passage: records.passages.get, statement: statementOf, pairsAt, statementsTiedBy },
    passagesOf: (text) => found(records.passagesOfText.get(text), (id) => records.passages.get(id)),
    pairsOfTag: (id) => found(records.linksOfTag.get(id), pairOf),
    isForce: ({ details }) => details.kind === 'force' && countsAsForce(details.forceType, codebook),
    rangeOf: (tag) => clockRangeOf(tag, clock) ?? { clockId: tag.footageId, startUs: tag.startUs, endUs: tag.endUs ?? tag.startUs }
  })

  return {
    ...order,
    ...{ case: ground.case, codebook, people, footage, clock, reports, records, pairOf, pairsAt, statementsAt },
    ...{ statementsTiedBy, tiedStatement, statementsOfTag, tags: records.tags, passages: records.passages },
    statements: { get: statementOf },
    formAccounts,
    cameraStates: graph.derive((id: FootageId) =>
      createCameraStates(found(records.cameraTags.get(id), (tagId) => records.tags.get(tagId)))
    ),
    ruleOf: (kind) => rules.get(kind) ?? '',
    reportsLinked: (tagId) => new Set([...records.linksOfTag.get(tagId)].flatMap((id) => pairOf(id)?.report.id ?? [])),
    reportsWithout: (tagId) =>
      new Set(
        [...records.absencesOfTag.get(tagId)].flatMap((id) => {
          const subject = records.absences.get(id)?.subject
          return subject?.kind === 'tag-in-report' && reports.has(subject.reportId) ? [subject.reportId] : []
        })
      ),
    waitsFor: (statementId) => {
      const statement = records.statements.get(statementId)
      const refinding = statement && records.waitingPassages.get(statement.passageId)?.refinding
      return refinding === undefined ? null : refinding.state === 'lost' ? 'place-not-found' : 'place-uncertain'
    },
    isAbsentFromFootage: (statementId) => records.absencesOfStatement.get(statementId).size > 0
  }
}

/** A tag on the clock of its footage, in microseconds, both ends included; null where its footage is not there. */
export function clockRangeOf(tag: Tag, clock: CaseClock): { clockId: ClockPlace['clockId']; startUs: number; endUs: number } | null {
  const place = clock.places.get(tag.footageId)
  if (place === undefined) return null
  return { clockId: place.clockId, startUs: clockTimeAt(place, tag.startUs), endUs: clockTimeAt(place, tag.endUs ?? tag.startUs) }
}

/** The wall-clock range of a tag in milliseconds since 1970, both ends included; null where its footage's wall clock is not known. */
export function wallRangeOf(tag: Tag, index: ComparisonIndex): { startMs: number; endMs: number } | null {
  const range = clockRangeOf(tag, index.clock)
  if (range?.clockId !== wallClockId) return null
  return { startMs: Math.floor(range.startUs / 1000), endMs: Math.floor(range.endUs / 1000) }
}

function activeById<Row extends { id: string; withdrawn: Parameters<typeof isActive>[0]['withdrawn'] }>(
  rows: readonly Row[]
): Map<Row['id'], Row> {
  const active = rows.filter(isActive).sort((a, b) => (a.id < b.id ? -1 : 1))
  return new Map(active.map((row) => [row.id, row]))
}
