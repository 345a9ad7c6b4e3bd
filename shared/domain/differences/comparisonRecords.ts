import type { Person } from '../../model/case'
import type { Absence, Disposition, EnteredDifference, Link } from '../../model/comparison'
import type { Footage } from '../../model/footage'
import type { PassageId, PersonId, ReportId, StatementId, TagId } from '../../model/ids'
import type { Withdrawal } from '../../model/record'
import type { Passage, Report, Statement } from '../../model/report'
import type { Tag, TagKind } from '../../model/tag'
import { isActive, personIdsOf } from '../records'
import { isOfPresentText, needsALook } from '../reportVersions'
import type { Graph, Groups, Table } from './derivedGraph'

/** Length of text, in UTF-16 units, that passages are looked up by. */
const stretchLength = 1024

/** What may change often, record by record; all else of a case makes a new comparison when it changes. */
export type TrackedList = 'tags' | 'passages' | 'statements' | 'links' | 'absences' | 'enteredDifferences' | 'dispositions'

/** Where a record stands in the look-ups: only what counts is kept, so a withdrawn record is as one that was never there. */
export type ComparisonRecords = ReturnType<typeof createComparisonRecords>

/**
 * Keeps the records of a case that change often, with the look-ups that rules need. Withdrawn records are left out, tags without their
 * footage and passages without their report too. So are passages that were not found again for certain in another text of their report,
 * which are kept apart where they wait for a person, and what was looked for in a former text; people who are not in `people` are left out of the tags and statements that name them.
 */
export function createComparisonRecords(
  graph: Graph,
  people: ReadonlyMap<PersonId, Person>,
  footage: ReadonlyMap<string, Footage>,
  reports: ReadonlyMap<string, Report>
) {
  const tags = graph.table<TagId, Tag>()
  const passages = graph.table<PassageId, Passage>()
  const waitingPassages = graph.table<PassageId, Passage>()
  const statements = graph.table<StatementId, Statement>()
  const links = graph.table<Link['id'], Link>()
  const absences = graph.table<Absence['id'], Absence>()
  const enteredDifferences = graph.table<EnteredDifference['id'], EnteredDifference>()
  const dispositions = graph.table<Disposition['id'], Disposition>()

  const cameraTags = graph.groups<string, TagId>()
  const tagsOfKind = graph.groups<TagKind, TagId>()
  const tagsNaming = graph.groups<PersonId, TagId>()
  const tagsOfOfficer = graph.groups<PersonId, TagId>()
  const passagesInStretch = graph.groups<string, PassageId>()
  const passagesOfText = graph.groups<string, PassageId>()
  const passagesOfReport = graph.groups<ReportId, PassageId>()
  const statementsOfReport = graph.groups<ReportId, StatementId>()
  const statementsOfPassage = graph.groups<PassageId, StatementId>()
  const linksOfPassage = graph.groups<PassageId, Link['id']>()
  const linksOfTag = graph.groups<TagId, Link['id']>()
  const absencesOfTag = graph.groups<TagId, Absence['id']>()
  const absencesOfStatement = graph.groups<StatementId, Absence['id']>()
  const dispositionsOf = graph.groups<string, Disposition['id']>()

  const isKnown = (id: PersonId) => people.has(id)

  /** For each list, takes a record in place of its last version; `undefined` where it is no longer there. */
  const take = {
    tags: createTaker(
      tags,
      (tag) => (footage.has(tag.footageId) ? withPeople(tag, isKnown) : undefined),
      underKeys(cameraTags, ({ details, footageId }) => (details.kind === 'camera' ? [footageId] : [])),
      underKeys(tagsOfKind, ({ details }) => [details.kind]),
      underKeys(tagsNaming, ({ details }) => personIdsOf(details)),
      underKeys(tagsOfOfficer, officerIdsOf)
    ),
    passages: eachTaking(
      createTaker(waitingPassages, (passage) => (reports.has(passage.reportId) && needsALook(passage) ? passage : undefined)),
      createTaker(
        passages,
        (passage) => (reports.has(passage.reportId) && passage.refinding === undefined ? passage : undefined),
        underKeys(passagesInStretch, stretchesOf),
        underKeys(passagesOfText, (passage) => [textOf(passage)]),
        underKeys(passagesOfReport, ({ reportId }) => [reportId])
      )
    ),
    statements: createTaker(
      statements,
      (statement) =>
        [...statement.actorIds, ...statement.targetIds].every(isKnown)
          ? statement
          : { ...statement, actorIds: statement.actorIds.filter(isKnown), targetIds: statement.targetIds.filter(isKnown) },
      underKeys(statementsOfPassage, ({ passageId }) => [passageId]),
      underKeys(statementsOfReport, ({ reportId }) => [reportId])
    ),
    links: createTaker(
      links,
      (link) => link,
      underKeys(linksOfPassage, ({ passageId }) => [passageId]),
      underKeys(linksOfTag, ({ tagId }) => [tagId])
    ),
    absences: createTaker(
      absences,
      (absence) => (isOfPresentText(absence, reports) ? absence : undefined),
      underKeys(absencesOfTag, ({ subject }) => (subject.kind === 'tag-in-report' ? [subject.tagId] : [])),
      underKeys(absencesOfStatement, ({ subject }) => (subject.kind === 'statement-on-footage' ? [subject.statementId] : []))
    ),
    enteredDifferences: createTaker(enteredDifferences, (entered) => entered),
    dispositions: createTaker(
      dispositions,
      (disposition) => disposition,
      underKeys(dispositionsOf, ({ differenceKey }) => [differenceKey])
    )
  }

  return {
    ...{ tags, passages, waitingPassages, statements, links, absences, enteredDifferences, dispositions },
    ...{ cameraTags, tagsOfKind, tagsNaming, tagsOfOfficer, passagesInStretch, passagesOfText, passagesOfReport },
    ...{ statementsOfReport, statementsOfPassage },
    ...{ linksOfPassage, linksOfTag, absencesOfTag, absencesOfStatement, dispositionsOf, take }
  }
}

/** Officers whom a tag names as present at force, or as not intervening, each once. */
export function officerIdsOf({ details }: Tag): PersonId[] {
  if (details.kind === 'intervention-needed') return [...new Set(details.presentIds)]
  return details.kind === 'failure-to-intervene' && details.officerId !== null ? [details.officerId] : []
}

/** Positions mean the same only within one report's text as one version of the reader wrote it: this names that text. */
export function textOf({ reportId, anchor }: Passage): string {
  return `${reportId} ${anchor.extractorVersion}`
}

/** The stretches of its text that a passage reaches into. */
export function stretchesOf(passage: Passage): string[] {
  const { start, end } = passage.anchor
  const text = textOf(passage)
  const first = Math.floor(start / stretchLength)
  const last = Math.max(first, Math.ceil(end / stretchLength) - 1)
  return Array.from({ length: last - first + 1 }, (_, at) => `${text} ${first + at}`)
}

type Grouping<Row extends { id: string }> = (id: Row['id'], before: Row | undefined, after: Row | undefined) => void

/** Keeps a record under the keys that follow from it. */
function underKeys<Key, Row extends { id: string }>(groups: Groups<Key, Row['id']>, keysOf: (row: Row) => readonly Key[]): Grouping<Row> {
  return (id, before, after) => {
    groups.move(id, before === undefined ? [] : keysOf(before), after === undefined ? [] : keysOf(after))
  }
}

function createTaker<Row extends { id: string; withdrawn: Withdrawal | null }>(
  table: Table<Row['id'], Row>,
  ground: (row: Row) => Row | undefined,
  ...groupings: readonly Grouping<Row>[]
) {
  return (id: Row['id'], row: Row | undefined): void => {
    const before = table.get(id)
    const after = row !== undefined && isActive(row) ? ground(row) : undefined
    table.set(id, after)
    for (const grouping of groupings) grouping(id, before, after)
  }
}

/** Takes a record into several tables. */
function eachTaking<Id, Row>(...takers: readonly ((id: Id, row: Row | undefined) => void)[]) {
  return (id: Id, row: Row | undefined): void => takers.forEach((take) => take(id, row))
}

/** The same tag where all whom it names are known. */
function withPeople(tag: Tag, isKnown: (id: PersonId) => boolean): Tag {
  const { details } = tag
  if (personIdsOf(details).every(isKnown)) return tag
  if ('actorIds' in details) {
    const { actorIds, targetIds } = details
    return { ...tag, details: { ...details, actorIds: actorIds.filter(isKnown), targetIds: targetIds.filter(isKnown) } }
  }
  if (details.kind === 'intervention-needed') return { ...tag, details: { ...details, presentIds: details.presentIds.filter(isKnown) } }
  return details.kind === 'failure-to-intervene' ? { ...tag, details: { ...details, officerId: null } } : tag
}
