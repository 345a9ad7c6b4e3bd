import type { Passage, Statement } from '../../model/report'
import type { Tag, TagDetails } from '../../model/tag'
import type { FootageId, ReportId } from '../../model/ids'
import { wallClockId } from '../caseClock'
import { clockRangeOf } from '../differences/comparisonIndex'
import { personIdsOf } from '../records'
import type { MatrixRecords } from './matrixRecords'

/** Something that footage shows: one tag, or the tags of several cameras that are certain to mark the same. Earliest first. */
export interface MomentEvent {
  type: 'moment'
  key: string
  tags: readonly [Tag, ...Tag[]]
}

/** Something that a report states and that no tag is tied to. */
export interface StatementEvent {
  type: 'statement'
  key: string
  statement: Statement
  passage: Passage
  /** True where its place among the events follows from its place in the report, not from a time that it states. */
  isPlacedByReading: boolean
}

export type MatrixEvent = MomentEvent | StatementEvent

/** A place in the order of events. `clockRank` tells clocks apart that have nothing in common; 0 is the clock of the case. */
interface Place {
  clockRank: number
  timeUs: number
}

interface PlacedEvent {
  event: MatrixEvent
  place: Place
  /** Before (-1), at (0) or after (1) what else stands at this place. */
  side: -1 | 0 | 1
}

const nowhere: Place = { clockRank: Infinity, timeUs: 0 }

/**
 * The events of a case in the order of the case clock: every tag but those of cameras, each once, and every statement that no
 * tag is tied to. What lies on another clock comes after. A statement without a stated time stands where its report tells of it:
 * after the last thing before it that has a time. The order of the records decides nothing.
 */
export function planEvents(index: MatrixRecords): MatrixEvent[] {
  const rankOf = createClockRank(index)
  const moments = groupMoments(index).map((event) => ({ event, place: momentPlace(event.tags[0], index, rankOf), side: 0 as const }))
  const placeOfTag = new Map(moments.flatMap(({ event, place }) => event.tags.map((tag) => [tag.id, place] as const)))
  const told = new Map<ReportId, { start: number; place: Place }[]>()
  const tell = (reportId: ReportId, start: number, place: Place | null | undefined) => {
    if (place == null) return
    const known = told.get(reportId)
    if (known === undefined) told.set(reportId, [{ start, place }])
    else known.push({ start, place })
  }
  for (const { report, passage, tag } of index.pairs) tell(report.id, passage.anchor.start, placeOfTag.get(tag.id))
  for (const statement of index.statements.values()) {
    tell(statement.reportId, index.passages.get(statement.passageId)?.anchor.start ?? 0, statedPlace(statement, index))
  }
  for (const places of told.values()) places.sort((a, b) => a.start - b.start || comparePlaces(a.place, b.place))
  const statements = [...index.statements.values()].flatMap((statement): PlacedEvent[] => {
    const passage = index.passages.get(statement.passageId)
    if (passage === undefined || index.tiedStatements.has(statement.id)) return []
    const stated = statedPlace(statement, index)
    const event = { type: 'statement' as const, key: statement.id, statement, passage, isPlacedByReading: stated === null }
    if (stated !== null) return [{ event, place: stated, side: 0 }]
    return [{ event, ...placeByReading(passage.anchor.start, told.get(statement.reportId) ?? []) }]
  })
  return [...moments, ...statements].sort(comparePlaced).map(({ event }) => event)
}

function createClockRank({ clock }: MatrixRecords): (clockId: string) => number {
  const ids = [...new Set([...clock.places.values()].map(({ clockId }) => clockId))].sort()
  const others = ids.filter((id) => id !== clock.mainClockId)
  const ranks = new Map<string, number>(others.map((id, at) => [id, at + 1]))
  return (clockId) => ranks.get(clockId) ?? 0
}

function momentPlace(tag: Tag, index: MatrixRecords, rankOf: (clockId: string) => number): Place {
  const range = clockRangeOf(tag, index.clock)
  return range === null ? nowhere : { clockRank: rankOf(range.clockId), timeUs: range.startUs }
}

/** Null where it states no time, or where the clock of the case is not the wall clock that it is stated by. */
function statedPlace({ statedAt }: Statement, { clock }: MatrixRecords): Place | null {
  const isOnWallClock = clock.mainClockId === wallClockId || clock.mainClockId === null
  return statedAt === null || !isOnWallClock ? null : { clockRank: 0, timeUs: Date.parse(statedAt) * 1000 }
}

function placeByReading(start: number, told: readonly { start: number; place: Place }[]): Pick<PlacedEvent, 'place' | 'side'> {
  let low = 0
  let high = told.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((told[middle]?.start ?? Infinity) <= start) low = middle + 1
    else high = middle
  }
  const before = told[low - 1]
  if (before !== undefined) return { place: before.place, side: 1 }
  const after = told[low]
  return after === undefined ? { place: nowhere, side: 0 } : { place: after.place, side: -1 }
}

function comparePlaces(a: Place, b: Place): number {
  return (a.clockRank === b.clockRank ? 0 : a.clockRank - b.clockRank) || a.timeUs - b.timeUs
}

function comparePlaced(a: PlacedEvent, b: PlacedEvent): number {
  return comparePlaces(a.place, b.place) || a.side - b.side || compareEvents(a.event, b.event)
}

/** Moments before statements, and statements as their report tells them. */
function compareEvents(a: MatrixEvent, b: MatrixEvent): number {
  if (a.type !== b.type) return a.type === 'moment' ? -1 : 1
  if (a.type === 'statement' && b.type === 'statement') {
    if (a.statement.reportId !== b.statement.reportId) return a.statement.reportId < b.statement.reportId ? -1 : 1
    if (a.passage.anchor.start !== b.passage.anchor.start) return a.passage.anchor.start - b.passage.anchor.start
  }
  return a.key < b.key ? -1 : 1
}

interface Marked {
  tag: Tag
  startUs: number
  endUs: number
}

/**
 * Tags of several cameras are one event only where nothing else can be: alike in kind, type, area, count and the people named,
 * overlapping in time on one clock, each camera once. A tag that names nobody stands by itself.
 */
function groupMoments(index: MatrixRecords): MomentEvent[] {
  const alone: MomentEvent[] = []
  const alike = new Map<string, Marked[]>()
  for (const tag of index.tags.values()) {
    if (tag.details.kind === 'camera') continue
    const range = clockRangeOf(tag, index.clock)
    if (range === null || personIdsOf(tag.details).length === 0) {
      alone.push(momentOf([tag]))
      continue
    }
    const key = `${range.clockId} ${likenessOf(tag.details)}`
    const group = alike.get(key)
    if (group === undefined) alike.set(key, [{ tag, ...range }])
    else group.push({ tag, ...range })
  }
  return [...alone, ...[...alike.values()].flatMap(splitByTime)]
}

function splitByTime(alike: readonly Marked[]): MomentEvent[] {
  const sorted = alike.toSorted((a, b) => a.startUs - b.startUs || (a.tag.id < b.tag.id ? -1 : 1))
  const runs: Marked[][] = []
  let endUs = -Infinity
  for (const marked of sorted) {
    const run = runs.at(-1)
    if (run === undefined || marked.startUs > endUs) runs.push([marked])
    else run.push(marked)
    endUs = Math.max(endUs, marked.endUs)
  }
  return runs.flatMap((run) => {
    const tags = run.map(({ tag }) => tag)
    return isOneEvent(run) ? [momentOf(tags)] : tags.map((tag) => momentOf([tag]))
  })
}

function isOneEvent(run: readonly Marked[]): boolean {
  const cameras = new Set<FootageId>(run.map(({ tag }) => tag.footageId))
  const lastStartUs = Math.max(...run.map(({ startUs }) => startUs))
  return cameras.size === run.length && run.every(({ endUs }) => endUs >= lastStartUs)
}

function momentOf(tags: readonly Tag[]): MomentEvent {
  const [first, ...rest] = tags
  if (first === undefined) throw new Error('An event has a tag.')
  return { type: 'moment', key: tags.map(({ id }) => id as string).toSorted()[0] ?? first.id, tags: [first, ...rest] }
}

/** What must be the same of two tags that mark one event. The force that a tag concerns is another tag on each camera. */
function likenessOf(details: TagDetails): string {
  const entries = Object.entries(details).filter(([name]) => name !== 'forceTagId' && name !== 'elements')
  return JSON.stringify(entries.map(([name, value]): unknown => [name, Array.isArray(value) ? value.toSorted() : value]).sort())
}
