import type { ReportId, StatementId, TagId } from '../../model/ids'
import type { Statement } from '../../model/report'
import { wallClockId, type CaseClock } from '../caseClock'
import { clockRangeOf, type ComparisonIndex } from '../differences/comparisonIndex'
import type { Graph } from '../differences/derivedGraph'
import { firstStartingAtOrAfter } from '../differences/firstStartingAtOrAfter'
import type { MatrixEvent } from './matrixRow'

/** A place in the order of events. `clockRank` tells clocks apart that have nothing in common; 0 is the clock of the case. */
interface Place {
  clockRank: number
  timeUs: number
  /** Before (-1), at (0) or after (1) what else stands at this place. */
  side: -1 | 0 | 1
  /** Whether it follows from the place in a report, not from a time. */
  isByReading: boolean
}

/** Something with its place in the order of events. */
export interface Placed {
  event: MatrixEvent
  place: Place
}

/** Where the events of a case stand on its clock. What lies on another clock comes after. */
export interface Places {
  /** The place of the event that begins with this tag. */
  ofMoment: (first: TagId) => Place
  /**
   * The place of a statement. Without a stated time it stands where its report tells of it: after the last thing before it that has
   * a time. The order of the records decides nothing.
   */
  ofStatement: (id: StatementId) => Place
}

const nowhere: Place = { clockRank: Infinity, timeUs: 0, side: 0, isByReading: false }

/** Works out the places of events; `eventOf` answers the tags of the event that a tag marks, earliest first. */
export function createPlaces(graph: Graph, index: ComparisonIndex, eventOf: (id: TagId) => readonly TagId[]): Places {
  const rankOf = createClockRank(index.clock)
  const isSame = isSamePlace
  const ofMoment = (first: TagId): Place => {
    const tag = index.tags.get(first)
    const range = tag && clockRangeOf(tag, index.clock)
    return range == null ? nowhere : { ...nowhere, clockRank: rankOf(range.clockId), timeUs: range.startUs }
  }
  const ofLinked = graph.derive(ofMoment, { isSame })
  /** What a report tells that has a time, by the place in its text. */
  const toldIn = graph.derive((id: ReportId): readonly { start: number; place: Place }[] => {
    const { passagesOfReport, linksOfPassage, statementsOfReport } = index.records
    const linked = [...passagesOfReport.get(id)].flatMap((passageId) =>
      [...linksOfPassage.get(passageId)].flatMap((linkId) => {
        const pair = index.pairOf(linkId)
        const [first] = pair === undefined ? [] : eventOf(pair.tag.id)
        return pair === undefined || first === undefined ? [] : [{ start: pair.passage.anchor.start, place: ofLinked(first) }]
      })
    )
    const stated = [...statementsOfReport.get(id)].flatMap((statementId) => {
      const statement = index.statements.get(statementId)
      const place = statement === undefined ? null : statedPlace(statement, index.clock)
      return statement === undefined || place === null ? [] : [{ start: startOf(statement, index), place }]
    })
    return [...linked, ...stated].sort((a, b) => a.start - b.start || comparePlaces(a.place, b.place))
  })
  const ofStatement = graph.derive(
    (id: StatementId): Place => {
      const statement = index.statements.get(id)
      if (statement === undefined) return nowhere
      const stated = statedPlace(statement, index.clock)
      if (stated !== null) return stated
      const told = toldIn(statement.reportId)
      const next = firstStartingAtOrAfter(told, startOf(statement, index) + 1)
      const [before, after] = [told[next - 1], told[next]]
      if (before !== undefined) return { ...before.place, side: 1, isByReading: true }
      return after === undefined ? { ...nowhere, isByReading: true } : { ...after.place, side: -1, isByReading: true }
    },
    { isSame }
  )
  return { ofMoment, ofStatement }
}

/** Orders events by place; at one place moments go before statements, and statements go as their report tells them. */
export function comparePlaced(a: Placed, b: Placed): number {
  return comparePlaces(a.place, b.place) || a.place.side - b.place.side || compareEvents(a.event, b.event)
}

function compareEvents(a: MatrixEvent, b: MatrixEvent): number {
  if (a.type !== b.type) return a.type === 'moment' ? -1 : 1
  if (a.type === 'statement' && b.type === 'statement') {
    if (a.statement.reportId !== b.statement.reportId) return a.statement.reportId < b.statement.reportId ? -1 : 1
    if (a.passage.anchor.start !== b.passage.anchor.start) return a.passage.anchor.start - b.passage.anchor.start
  }
  return a.key < b.key ? -1 : 1
}

function comparePlaces(a: Place, b: Place): number {
  return (a.clockRank === b.clockRank ? 0 : a.clockRank - b.clockRank) || a.timeUs - b.timeUs
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.clockRank === b.clockRank && a.timeUs === b.timeUs && a.side === b.side && a.isByReading === b.isByReading
}

function createClockRank(clock: CaseClock): (clockId: string) => number {
  const ids = [...new Set([...clock.places.values()].map(({ clockId }) => clockId))].sort()
  const others = ids.filter((id) => id !== clock.mainClockId)
  const ranks = new Map<string, number>(others.map((id, at) => [id, at + 1]))
  return (clockId) => ranks.get(clockId) ?? 0
}

/** Null where it states no time, or where the clock of the case is not the wall clock that it is stated by. */
function statedPlace({ statedAt }: Statement, clock: CaseClock): Place | null {
  const isOnWallClock = clock.mainClockId === wallClockId || clock.mainClockId === null
  return statedAt === null || !isOnWallClock ? null : { ...nowhere, clockRank: 0, timeUs: Date.parse(statedAt) * 1000 }
}

function startOf({ passageId }: Statement, index: ComparisonIndex): number {
  return index.passages.get(passageId)?.anchor.start ?? 0
}
