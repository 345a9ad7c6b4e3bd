import type { Person } from '../../model/case'
import type { FootageId, PersonId, ReportId, TagId } from '../../model/ids'
import type { Determination } from '../../model/primitives'
import type { FailureElements, Tag, TagKind } from '../../model/tag'
import { reportingDeadline, type ReportingDeadline } from '../deadline'
import { clockRangeOf, type ComparisonIndex } from '../differences/comparisonIndex'

/** What speaks for an officer's having been there. None of it sets an element of §15(a). */
export type Presence =
  | { source: 'tagged'; tagId: TagId }
  | { source: 'failure'; tagId: TagId }
  | { source: 'intervention'; tagId: TagId }
  /** The camera that the officer wore was recording. */
  | { source: 'camera'; footageId: FootageId }
  /** The officer's own report tells of it, by a link. */
  | { source: 'report'; reportId: ReportId }

/** An element of §15(a) as people set it. `mixed` where the tags of one failure answer it both ways. */
export interface RecordedElement {
  value: Determination | 'mixed'
  /** The failure tag that answers it, and the moment of its footage (microseconds) that shows it. Null where none does. */
  shownBy: { tagId: TagId; atUs: number } | null
}
export type RecordedElements = { readonly [Name in keyof FailureElements]: RecordedElement }

/** One officer at one occasion. */
export interface DutyRow {
  officerId: PersonId
  presence: readonly Presence[]
  /** Microseconds from when the need was apparent to the officer's own first intervention; null where none is tagged. */
  ownUs: number | null
  interventionTagId: TagId | null
  elements: RecordedElements
  /** Failures to intervene that are tagged of this officer here; the elements come from them. */
  failureTagIds: readonly TagId[]
  deadline: ReportingDeadline
  /** The officer's own reports that tell of it, by a link. */
  reportIds: readonly ReportId[]
}

/** One range in which intervention was needed, or a failure to intervene that lies in none. */
export interface DutyOccasion {
  tag: Tag
  /** The force that it concerns, where a tag of it is named. */
  forceTagId: TagId | null
  /** Microseconds from when the need was apparent to when someone stepped in or the force ended; null while the range is open, or where there is none. */
  lengthUs: number | null
  /** The first who stepped in, if anybody did; the force ended otherwise. */
  firstInterventionTagId: TagId | null
  rows: readonly DutyRow[]
}

interface Span {
  clockId: string
  startUs: number
  endUs: number
}

/**
 * The duty to intervene, occasion by occasion and officer by officer, as it is recorded: nothing is decided here. Officers are
 * those tagged as present, those whose failure or intervention is tagged, who wore a camera that recorded then, or whose own report
 * tells of it; the ones who use the force are left out unless they are tagged as present. In the order of the occasions' times.
 */
export function planDutyTable(index: ComparisonIndex): DutyOccasion[] {
  const { tagsOfKind, linksOfTag } = index.records
  const ofKind = (kind: TagKind): Tag[] => {
    const tags = [...tagsOfKind.get(kind)].flatMap((id) => index.tags.get(id) ?? [])
    return tags.sort((a, b) => startOf(a, index) - startOf(b, index) || (a.id < b.id ? -1 : 1))
  }
  const failures = ofKind('failure-to-intervene')
  const spans = new Map(failures.map((tag) => [tag, clockRangeOf(tag, index.clock)]))
  const interventions = ofKind('intervention').flatMap((tag) => {
    const span = clockRangeOf(tag, index.clock)
    return span === null ? [] : [{ tag, span }]
  })
  const occasions = ofKind('intervention-needed').map((tag) => ({
    tag,
    failures: failuresOf(tag)
  }))
  const placed = new Set(occasions.flatMap((occasion) => occasion.failures))
  const alone = failures.filter((failure) => !placed.has(failure)).map((tag) => ({ tag, failures: [tag] }))
  return [...occasions, ...alone].map((occasion) => planOccasion(occasion.tag, occasion.failures))

  function failuresOf(needed: Tag): Tag[] {
    const range = clockRangeOf(needed, index.clock)
    const of = range === null ? null : { ...range, endUs: needed.endUs === null ? Infinity : range.endUs }
    return failures.filter((failure) => isOf(failure, spans.get(failure) ?? null, needed, of))
  }

  function planOccasion(tag: Tag, own: readonly Tag[]): DutyOccasion {
    const span = clockRangeOf(tag, index.clock)
    const isRange = tag.details.kind === 'intervention-needed'
    const within = span === null ? [] : interventions.filter((one) => isWithin(one.span, span, tag.endUs === null))
    const forceTagId =
      'forceTagId' in tag.details && tag.details.forceTagId !== null && index.tags.get(tag.details.forceTagId) !== undefined
        ? tag.details.forceTagId
        : null
    const [first] = within
    const closedUs = span === null || tag.endUs === null ? null : span.endUs - span.startUs
    return {
      tag,
      forceTagId,
      lengthUs: isRange ? (first === undefined || span === null ? closedUs : first.span.startUs - span.startUs) : null,
      firstInterventionTagId: first?.tag.id ?? null,
      rows: planRows(tag, own, within, forceTagId, span)
    }
  }

  function planRows(tag: Tag, own: readonly Tag[], within: typeof interventions, forceTagId: TagId | null, span: Span | null): DutyRow[] {
    const presence = new Map<PersonId, Presence[]>()
    const note = (id: PersonId | null, one: Presence) => {
      if (id === null || index.people.get(id)?.role !== 'officer') return
      presence.set(id, [...(presence.get(id) ?? []), one])
    }
    const subjects = [tag.id, ...own.map(({ id }) => id), ...(forceTagId === null ? [] : [forceTagId])]
    const linkIds = subjects.flatMap((id) => [...linksOfTag.get(id)].sort())
    const reportIds = new Set(linkIds.flatMap((id) => index.pairOf(id)?.report.id ?? []))
    if (tag.details.kind === 'intervention-needed')
      for (const id of new Set(tag.details.presentIds)) note(id, { source: 'tagged', tagId: tag.id })
    for (const failure of own)
      if (failure.details.kind === 'failure-to-intervene') note(failure.details.officerId, { source: 'failure', tagId: failure.id })
    for (const one of within) {
      if (one.tag.details.kind === 'intervention')
        for (const id of new Set(one.tag.details.actorIds)) note(id, { source: 'intervention', tagId: one.tag.id })
    }
    for (const footage of index.footage.values())
      if (isRecording(footage.id, span, index)) note(footage.wearerId, { source: 'camera', footageId: footage.id })
    for (const id of reportIds) note(index.reports.get(id)?.authorId ?? null, { source: 'report', reportId: id })
    const force = forceTagId === null ? undefined : index.tags.get(forceTagId)
    const users = new Set<PersonId>(force?.details.kind === 'force' ? force.details.actorIds : [])
    return [...presence]
      .filter(([id, records]) => !users.has(id) || records.some(({ source }) => source === 'tagged' || source === 'failure'))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([officerId, records]): DutyRow[] => {
        const officer = index.people.get(officerId)
        if (officer === undefined) return []
        const failed = own.filter(({ details }) => details.kind === 'failure-to-intervene' && details.officerId === officerId)
        const mine = within.find((one) => one.tag.details.kind === 'intervention' && one.tag.details.actorIds.includes(officerId))
        return [
          {
            officerId,
            presence: records,
            ownUs: mine === undefined || span === null ? null : mine.span.startUs - span.startUs,
            interventionTagId: mine?.tag.id ?? null,
            elements: recordedElements(failed),
            failureTagIds: failed.map(({ id }) => id),
            deadline: reportingDeadline(officer, ownReports(officer)),
            reportIds: records.flatMap((one) => (one.source === 'report' ? [one.reportId] : []))
          }
        ]
      })
  }

  function ownReports(officer: Person) {
    return [...index.reports.values()].filter(({ authorId }) => authorId === officer.id)
  }
}

/** A failure belongs to a range where both concern the same force, or where they overlap on one clock and neither names another force. */
function isOf(failure: Tag, span: Span | null, needed: Tag, range: Span | null): boolean {
  const [of, by] = [needed.details, failure.details]
  if (of.kind !== 'intervention-needed' || by.kind !== 'failure-to-intervene') return false
  if (of.forceTagId !== null && by.forceTagId !== null) return of.forceTagId === by.forceTagId
  if (range === null || span === null || range.clockId !== span.clockId) return false
  return span.startUs <= range.endUs && span.endUs >= range.startUs
}

function isWithin(one: Span, range: Span, isOpen: boolean): boolean {
  return one.clockId === range.clockId && one.startUs >= range.startUs && (isOpen || one.startUs <= range.endUs)
}

function isRecording(footageId: FootageId, span: Span | null, { clock, footage }: ComparisonIndex): boolean {
  const place = clock.places.get(footageId)
  if (place === undefined || span === null || place.clockId !== span.clockId) return false
  const endUs = place.startUs + (footage.get(footageId)?.probe.durationUs ?? 0) * place.rate
  return place.startUs <= span.endUs && endUs >= span.startUs
}

function recordedElements(failures: readonly Tag[]): RecordedElements {
  const recorded = (name: keyof FailureElements): RecordedElement => {
    const answers = failures.flatMap(({ id, details }) => {
      const element = details.kind === 'failure-to-intervene' ? details.elements[name] : null
      return element === null || element.value === 'undetermined' ? [] : [{ tagId: id, ...element }]
    })
    const values = new Set(answers.map(({ value }) => value))
    const [first] = answers
    const shown = answers.find(({ shownAtUs }) => shownAtUs !== null)
    return {
      value: values.size > 1 ? 'mixed' : (first?.value ?? 'undetermined'),
      shownBy: shown?.shownAtUs == null ? null : { tagId: shown.tagId, atUs: shown.shownAtUs }
    }
  }
  return {
    present: recorded('present'),
    observing: recorded('observing'),
    beyondNecessary: recorded('beyondNecessary'),
    noAttempt: recorded('noAttempt'),
    imminentHarm: recorded('imminentHarm')
  }
}

function startOf(tag: Tag, index: ComparisonIndex): number {
  return clockRangeOf(tag, index.clock)?.startUs ?? Infinity
}
