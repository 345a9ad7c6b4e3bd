import { actorIdsOf, personIdsOf } from '#shared/domain/records'
import { toLocalDateTime } from '#shared/domain/time'
import type { Person } from '#shared/model/case'
import type { LedgerLine } from '#shared/model/ledger'
import type { PersonId, UserId } from '#shared/model/ids'
import type { Report } from '#shared/model/report'
import type { Tag } from '#shared/model/tag'
import type { CaseRecords } from '../../stores/caseStore'

/** What a line of the ledger is about. */
export const topics = ['case', 'people', 'footage', 'tags', 'reports', 'comparison', 'looks', 'undone'] as const
export type Topic = (typeof topics)[number]

/** Which lines are shown; null where it does not matter. */
export interface ActivityFilter {
  topic: Topic | null
  actorId: UserId | null
  personId: PersonId | null
}

/** A line of the list: the heading of a day, `YYYY-MM-DD` in the case's time zone, or an entry. */
export type ActivityRow = { type: 'day'; day: string } | { type: 'line'; line: LedgerLine }

/** The records that tell which person an entry is about. */
export type Known = Pick<
  CaseRecords,
  | 'people'
  | 'footage'
  | 'tags'
  | 'reports'
  | 'passages'
  | 'statements'
  | 'links'
  | 'absences'
  | 'enteredDifferences'
  | 'dispositions'
  | 'fileChecks'
>

/** The entries that a filter lets through, in the order given, each day under its heading. */
export function planActivity(lines: readonly LedgerLine[], filter: ActivityFilter, known: Known, timeZone: string): ActivityRow[] {
  const rows: ActivityRow[] = []
  const dayOf = createDays(timeZone)
  let last: string | null = null
  for (const line of lines) {
    if (!isWanted(line, filter, known)) continue
    const day = dayOf(line.at)
    if (day !== last) rows.push({ type: 'day', day })
    last = day
    rows.push({ type: 'line', line })
  }
  return rows
}

const quarterHourMs = 900_000

/** Days by instant. Asked once for each quarter of an hour, in which no zone begins a day, since a ledger has very many lines. */
function createDays(timeZone: string): (at: string) => string {
  const known = new Map<number, string>()
  return (at) => {
    const quarter = Math.floor(Date.parse(at) / quarterHourMs)
    const day = known.get(quarter) ?? toLocalDateTime(at, timeZone).slice(0, 10)
    known.set(quarter, day)
    return day
  }
}

function isWanted(line: LedgerLine, { topic, actorId, personId }: ActivityFilter, known: Known): boolean {
  if (topic !== null && topicOf(line) !== topic) return false
  if (actorId !== null && line.actorId !== actorId) return false
  return personId === null || line.recordIds.some((id) => peopleOf(id, known).has(personId))
}

const topicOfArea: Readonly<Record<string, Topic>> = {
  people: 'people',
  footage: 'footage',
  checks: 'footage',
  tags: 'tags',
  reports: 'reports',
  passages: 'reports',
  statements: 'reports',
  links: 'comparison',
  absences: 'comparison',
  differences: 'comparison'
}

/** What a line is about; a look changes nothing, and an undo is about what was undone. */
export function topicOf({ kind, action }: Pick<LedgerLine, 'kind' | 'action'>): Topic {
  if (kind === 'undo' || kind === 'redo') return 'undone'
  if (kind === 'view') return 'looks'
  return topicOfArea[action.split('.')[0] ?? ''] ?? 'case'
}

/** Everybody whom a record names, or whose camera or report it is. */
function peopleOf(recordId: string, known: Known): ReadonlySet<PersonId> {
  const ids = new Set<PersonId | null>()
  const add = (...more: readonly (PersonId | null | undefined)[]) => more.forEach((id) => ids.add(id ?? null))
  const tag = (id: string | undefined) => {
    const found: Tag | undefined = id === undefined ? undefined : known.tags.get(id)
    if (found !== undefined) add(...personIdsOf(found.details), ...actorIdsOf(found.details), known.footage.get(found.footageId)?.wearerId)
  }
  const report = (id: string | undefined) => {
    const found: Report | undefined = id === undefined ? undefined : known.reports.get(id)
    add(found?.authorId)
  }
  const passage = (id: string | undefined) => report(id === undefined ? undefined : known.passages.get(id)?.reportId)
  const statement = (id: string | undefined) => {
    const found = id === undefined ? undefined : known.statements.get(id)
    if (found === undefined) return
    add(...found.actorIds, ...found.targetIds)
    report(found.reportId)
  }
  const person: Person | undefined = known.people.get(recordId)
  add(person?.id, known.footage.get(recordId)?.wearerId)
  tag(recordId)
  report(recordId)
  passage(recordId)
  statement(recordId)
  const link = known.links.get(recordId)
  tag(link?.tagId)
  passage(link?.passageId)
  const subject = known.absences.get(recordId)?.subject
  if (subject?.kind === 'tag-in-report') {
    tag(subject.tagId)
    report(subject.reportId)
  } else statement(subject?.statementId)
  const entered = known.enteredDifferences.get(recordId)
  entered?.tagIds.forEach(tag)
  entered?.passageIds.forEach(passage)
  return new Set([...ids].filter((id) => id !== null))
}

/** Where what an entry changed is shown; null where it has no place of its own. */
export type Opening =
  | { to: 'tag'; id: string }
  | { to: 'passage'; id: string }
  | { to: 'report'; id: string }
  | { to: 'person'; id: string }
  | { to: 'files' }
  | { to: 'difference'; key: string }

/** Where to look at what an entry changed: of several records, the one that says the most. */
export function planOpening({ recordIds }: Pick<LedgerLine, 'recordIds'>, known: Known): Opening | null {
  const first = <Found>(find: (id: string) => Found | undefined): Found | undefined =>
    recordIds.map(find).find((found) => found !== undefined)
  const disposition = first((id) => known.dispositions.get(id))
  if (disposition !== undefined) return { to: 'difference', key: disposition.differenceKey }
  const link = first((id) => known.links.get(id))
  const statement = first((id) => known.statements.get(id))
  const passage = first((id) => known.passages.get(id))
  const passageId = link?.passageId ?? statement?.passageId ?? passage?.id
  if (passageId !== undefined && known.passages.has(passageId)) return { to: 'passage', id: passageId }
  const subject = first((id) => known.absences.get(id))?.subject
  const tag = first((id) => known.tags.get(id))?.id ?? (subject?.kind === 'tag-in-report' ? subject.tagId : undefined)
  if (tag !== undefined) return { to: 'tag', id: tag }
  const told = subject?.kind === 'statement-on-footage' ? known.statements.get(subject.statementId)?.passageId : undefined
  if (told !== undefined) return { to: 'passage', id: told }
  const report = first((id) => known.reports.get(id))
  if (report !== undefined) return { to: 'report', id: report.id }
  const person = first((id) => known.people.get(id))
  if (person !== undefined) return { to: 'person', id: person.id }
  return first((id) => known.footage.get(id) ?? known.fileChecks.get(id)) === undefined ? null : { to: 'files' }
}

/** Whether an entry can be undone now, and why not where it cannot. */
export type Undoing = 'now' | 'look' | 'undo' | 'undone' | 'other' | 'earlier'

/** Undo takes back the last gesture of a user, one at a time: `lines` are newest first. */
export function planUndoing(line: LedgerLine, lines: readonly LedgerLine[], userId: UserId): Undoing {
  if (line.kind === 'view') return 'look'
  if (line.kind !== 'do') return 'undo'
  if (line.actorId !== userId) return 'other'
  if (line.isUndone) return 'undone'
  const last = lines.find((one) => one.kind === 'do' && one.actorId === userId && !one.isUndone)
  return last?.sequence === line.sequence ? 'now' : 'earlier'
}
