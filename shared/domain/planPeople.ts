import type { Person } from '../model/case'
import type { Footage } from '../model/footage'
import type { FootageId, PersonId } from '../model/ids'
import type { Passage, Report, Statement } from '../model/report'
import type { Tag } from '../model/tag'
import { alignTime, clockTimeAt, type CaseClock } from './caseClock'
import { reportingDeadline, type ReportingDeadline } from './deadline'
import type { DutyOccasion, DutyRow } from './matrix/planDutyTable'
import { actorIdsOf, isActive, targetIdsOf } from './records'

/** The records of a case that tell of its people, withdrawn ones too, in any order. */
export interface PeopleInput {
  people: Iterable<Person>
  footage: Iterable<Footage>
  tags: Iterable<Tag>
  reports: Iterable<Report>
  passages: Iterable<Passage>
  statements: Iterable<Statement>
  clock: CaseClock
  duty: readonly DutyOccasion[]
}

/** What a tag says of a person: does it, receives it, was there, or is said to have failed to intervene. */
export type Part = 'does' | 'receives' | 'present' | 'fails'

/** A camera that recorded while a moment began. */
export interface CameraAt {
  footageId: FootageId
  /** True where the person wore it. */
  isOwn: boolean
  /** True where the tag is on it. */
  isTagged: boolean
  /** The time of its footage that shows the moment, in microseconds. */
  timeUs: number
}

/** A moment at which a person is tagged. */
export interface PersonMoment {
  tag: Tag
  parts: readonly Part[]
  /** The person's own first, then the one that the tag is on. */
  cameras: readonly CameraAt[]
}

/** How a report by an officer stands to the end of that officer's shift; `unknown` where either time is. */
export interface OwnReport {
  report: Report
  standing: 'by-shift-end' | 'after-shift-end' | 'unknown'
  /** Milliseconds from the time of writing to the end of the shift, below 0 where it was written after; null where unknown. */
  marginMs: number | null
}

/** A place in a report by someone else that names a person. */
export interface Mention {
  statement: Statement
  passage: Passage
  report: Report
  parts: readonly Part[]
}

/** All that is recorded of one person; nothing in it is judged. */
export interface PersonPlan {
  person: Person
  /** In the order of the case clock; each tag that names the person once. */
  moments: readonly PersonMoment[]
  /** Recordings of the cameras that the person wore, in the order of the case clock. */
  worn: readonly Footage[]
  /** In the order in which they were written; those without a time last. */
  reports: readonly OwnReport[]
  /** Null for who is no officer. */
  deadline: ReportingDeadline | null
  duty: readonly { occasion: DutyOccasion; row: DutyRow }[]
  /** In the order of the reports' texts. */
  mentions: readonly Mention[]
}

const roleOrder = ['officer', 'subject', 'witness'] as const satisfies readonly Person['role'][]

/** What is recorded of each person of a case: officers first, then subjects, then witnesses, each by name. */
export function planPeople(input: PeopleInput): PersonPlan[] {
  const footage = [...input.footage].filter(isActive)
  const shown = new Set(footage.map(({ id }) => id))
  const tags = [...input.tags].filter((tag) => isActive(tag) && shown.has(tag.footageId)).sort(byClock(input.clock))
  const reports = [...input.reports].filter(isActive).sort(byWriting)
  const passages = new Map([...input.passages].filter(isActive).map((passage) => [passage.id, passage]))
  const statements = [...input.statements].filter(isActive)
  return [...input.people]
    .filter(isActive)
    .sort(byRoleAndName)
    .map((person) => ({
      person,
      moments: tags.flatMap((tag): PersonMoment[] => {
        const parts = partsOf(tag, person.id)
        return parts.length === 0 ? [] : [{ tag, parts, cameras: camerasAt(tag, person, footage, input.clock) }]
      }),
      worn: footage.filter(({ wearerId }) => wearerId === person.id).sort(byStart(input.clock)),
      reports: reports.filter(({ authorId }) => authorId === person.id).map((report) => standingOf(report, person)),
      deadline: person.role === 'officer' ? reportingDeadline(person, reports) : null,
      duty: input.duty.flatMap((occasion) => occasion.rows.flatMap((row) => (row.officerId === person.id ? [{ occasion, row }] : []))),
      mentions: mentionsOf(person, reports, passages, statements)
    }))
}

function partsOf({ details }: Tag, id: PersonId): Part[] {
  const does = actorIdsOf(details).includes(id)
  return [
    ...(does ? [details.kind === 'failure-to-intervene' ? ('fails' as const) : ('does' as const)] : []),
    ...(targetIdsOf(details).includes(id) ? ['receives' as const] : []),
    ...(details.kind === 'intervention-needed' && details.presentIds.includes(id) ? ['present' as const] : [])
  ]
}

function camerasAt(tag: Tag, person: Person, footage: readonly Footage[], clock: CaseClock): CameraAt[] {
  const cameras = footage.flatMap((one): CameraAt[] => {
    const timeUs = alignTime(clock, tag.footageId, tag.startUs, one.id)
    const isTagged = one.id === tag.footageId
    // A tag on the very last frame may begin a little after what the file states as its length.
    const isRecording = timeUs !== null && (isTagged || (timeUs >= 0 && timeUs <= one.probe.durationUs))
    return isRecording ? [{ footageId: one.id, isOwn: one.wearerId === person.id, isTagged, timeUs }] : []
  })
  const order = ({ isOwn, isTagged }: CameraAt) => (isOwn ? 0 : isTagged ? 1 : 2)
  return cameras.sort((a, b) => order(a) - order(b) || (a.footageId < b.footageId ? -1 : 1))
}

function standingOf(report: Report, { role, shiftEndsAt }: Person): OwnReport {
  if (role !== 'officer' || shiftEndsAt === null || report.writtenAt === null) return { report, standing: 'unknown', marginMs: null }
  const marginMs = Date.parse(shiftEndsAt) - Date.parse(report.writtenAt)
  return { report, standing: marginMs >= 0 ? 'by-shift-end' : 'after-shift-end', marginMs }
}

function mentionsOf(
  person: Person,
  reports: readonly Report[],
  passages: ReadonlyMap<string, Passage>,
  statements: readonly Statement[]
): Mention[] {
  return reports
    .filter(({ authorId }) => authorId !== person.id)
    .flatMap((report) =>
      statements
        .flatMap((statement): Mention[] => {
          const passage = passages.get(statement.passageId)
          if (statement.reportId !== report.id || passage === undefined) return []
          const parts: Part[] = [
            ...(statement.actorIds.includes(person.id) ? ['does' as const] : []),
            ...(statement.targetIds.includes(person.id) ? ['receives' as const] : [])
          ]
          return parts.length === 0 ? [] : [{ statement, passage, report, parts }]
        })
        .sort((a, b) => a.passage.anchor.start - b.passage.anchor.start || (a.statement.id < b.statement.id ? -1 : 1))
    )
}

type Order<Row> = (one: Row, other: Row) => number

/** Footage of one clock in its order, the case's own clock first. */
function clockKey(clock: CaseClock, footageId: FootageId, timeUs: number): readonly [number, string, number] {
  const place = clock.places.get(footageId)
  if (place === undefined) return [2, footageId, timeUs]
  return [place.clockId === clock.mainClockId ? 0 : 1, place.clockId, clockTimeAt(place, timeUs)]
}

function compareKeys(one: readonly [number, string, number], other: readonly [number, string, number]): number {
  return one[0] - other[0] || (one[1] === other[1] ? 0 : one[1] < other[1] ? -1 : 1) || one[2] - other[2]
}

const byClock =
  (clock: CaseClock): Order<Tag> =>
  (one, other) =>
    compareKeys(clockKey(clock, one.footageId, one.startUs), clockKey(clock, other.footageId, other.startUs)) ||
    (one.id < other.id ? -1 : 1)

const byStart =
  (clock: CaseClock): Order<Footage> =>
  (one, other) =>
    compareKeys(clockKey(clock, one.id, 0), clockKey(clock, other.id, 0)) || (one.id < other.id ? -1 : 1)

const byWriting: Order<Report> = (one, other) => {
  if (one.writtenAt === other.writtenAt) return one.id < other.id ? -1 : 1
  if (one.writtenAt === null || other.writtenAt === null) return one.writtenAt === null ? 1 : -1
  return one.writtenAt < other.writtenAt ? -1 : 1
}

const byRoleAndName: Order<Person> = (one, other) =>
  roleOrder.indexOf(one.role) - roleOrder.indexOf(other.role) || one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1)
