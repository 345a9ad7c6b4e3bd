import type { Alignment } from '../model/alignment'
import type { ClockMethod, Footage } from '../model/footage'
import type { FootageId } from '../model/ids'
import type { Instant } from '../model/primitives'
import { isActive } from './records'

/** What the case clock is planned from. */
export type ClockedFootage = Pick<Footage, 'id' | 'startsAt' | 'clockMethod' | 'alignment' | 'withdrawn' | 'createdAt'>

/** All footage whose wall-clock time is known stands on this one clock. */
export const wallClockId = 'wall clock'

/** Where one footage stands on a clock: `clockUs = startUs + footageUs × rate`. */
export interface ClockPlace {
  footageId: FootageId
  /** Footage with the same clock can be compared in time: the wall clock, or that of the recording which others are aligned to. */
  clockId: typeof wallClockId | FootageId
  /** Microseconds on that clock at footage time 0: since 1970 on the wall clock, else since the first moment that any of its footage shows. */
  startUs: number
  /** How much time passes on the clock while one microsecond of the footage does; 1 where no drift was estimated. */
  rate: number
  /** How it came to stand there: its alignment, or its own recorded-at time. */
  method: Alignment['method'] | ClockMethod
  /** 0 to 1, the least along the references that were followed; null where none was found by sound. */
  confidence: number | null
  /** The footage it is aligned to; null where it stands by its own recorded-at time, or nowhere. */
  referenceId: FootageId | null
  /** The footage whose recorded-at time tells the wall clock; null off the wall clock. */
  wallClockFromId: FootageId | null
  /** Why its alignment is not followed: its reference is withdrawn, or leads back to itself. Null where all is well. */
  problem: 'reference-withdrawn' | 'cycle' | null
}

/** The one timeline of a case. Each recording that has no tie to the others has a clock of its own. */
export interface CaseClock {
  places: ReadonlyMap<FootageId, ClockPlace>
  /** The clock of the case: the wall clock where any camera knows it, else that of most cameras. Null without footage. */
  mainClockId: ClockPlace['clockId'] | null
}

/** A footage on the time of the root that its references lead to. */
interface Rooted {
  footage: ClockedFootage
  rootId: FootageId
  startUs: number
  rate: number
  confidence: number | null
  referenceId: FootageId | null
  depth: number
  problem: ClockPlace['problem']
}

/**
 * Places each footage of a case on a clock. An alignment goes before the recorded-at time; its references are followed as far as
 * they lead. Where the last one's wall clock is not known, that of the nearest aligned to it stands in. A withdrawn footage is placed
 * and carries no other. Any order gives the same plan.
 */
export function planCaseClock(footage: Iterable<ClockedFootage>): CaseClock {
  const all = [...footage].sort((a, b) => a.createdAt.localeCompare(b.createdAt) || (a.id < b.id ? -1 : 1))
  const byId = new Map(all.map((one) => [one.id, one]))
  const rooted = new Map<FootageId, Rooted>()
  for (const one of all) rootOf(one, byId, rooted)
  const groups = new Map<FootageId, Rooted[]>()
  for (const one of all) {
    const mine = rooted.get(one.id)
    if (mine !== undefined) groups.set(mine.rootId, [...(groups.get(mine.rootId) ?? []), mine])
  }
  const places = [...groups.values()].flatMap(placeGroup)
  return { places: new Map(places.map((place) => [place.footageId, place])), mainClockId: mainClock(places, byId) }
}

/** The time on the clock of a place, in whole microseconds, of the moment that its footage shows at `footageUs`. */
export function clockTimeAt(place: ClockPlace, footageUs: number): number {
  return place.startUs + Math.round(footageUs * place.rate)
}

/** The footage time, in whole microseconds, of a time on the clock of a place; below 0 or past the end where it did not record then. */
export function footageTimeAt(place: ClockPlace, clockUs: number): number {
  // No -0, which JSON and a strict comparison would tell from 0.
  return Math.round((clockUs - place.startUs) / place.rate) + 0
}

/**
 * The time in `toId` of the moment that `fromId` shows at `timeUs`, in microseconds; below 0 or past its end where it did not
 * record then. Null where the two have no clock in common: then nothing is guessed.
 */
export function alignTime(clock: CaseClock, fromId: FootageId, timeUs: number, toId: FootageId): number | null {
  if (fromId === toId) return timeUs
  const from = clock.places.get(fromId)
  const to = clock.places.get(toId)
  if (from === undefined || to === undefined || from.clockId !== to.clockId) return null
  return footageTimeAt(to, clockTimeAt(from, timeUs))
}

/** The instant at which a footage shows `timeUs` (microseconds), cut to milliseconds; null where its wall clock is not known. */
export function wallClockOf(clock: CaseClock, footageId: FootageId, timeUs: number): Instant | null {
  const place = clock.places.get(footageId)
  if (place?.clockId !== wallClockId) return null
  return new Date(Math.floor(clockTimeAt(place, timeUs) / 1000)).toISOString()
}

/** How much later `other` began than `main`, e.g. `+8.0 s`; null where the two have no clock in common. */
export function describeOffset(clock: CaseClock, mainId: FootageId, otherId: FootageId): string | null {
  const offsetUs = alignTime(clock, otherId, 0, mainId)
  if (offsetUs === null) return null
  const seconds = offsetUs / 1e6
  return `${seconds < 0 ? '−' : '+'}${Math.abs(seconds).toFixed(1)} s`
}

/** Whether `footageId` would lead back to itself if it were aligned to `referenceId`. */
export function isCyclic(footage: ReadonlyMap<FootageId, ClockedFootage>, footageId: FootageId, referenceId: FootageId): boolean {
  const seen = new Set<FootageId>()
  for (let at: FootageId | undefined = referenceId; at !== undefined && !seen.has(at); at = footage.get(at)?.alignment?.referenceId) {
    if (at === footageId) return true
    seen.add(at)
  }
  return false
}

function rootOf(one: ClockedFootage, byId: ReadonlyMap<FootageId, ClockedFootage>, rooted: Map<FootageId, Rooted>): Rooted {
  const known = rooted.get(one.id)
  if (known !== undefined) return known
  const found = follow(one, byId, rooted)
  rooted.set(one.id, found)
  return found
}

function follow(one: ClockedFootage, byId: ReadonlyMap<FootageId, ClockedFootage>, rooted: Map<FootageId, Rooted>): Rooted {
  const { alignment } = one
  const alone = (problem: ClockPlace['problem']): Rooted => ({
    ...{ footage: one, rootId: one.id, startUs: 0, rate: 1, confidence: null, referenceId: null, depth: 0, problem }
  })
  if (alignment === undefined) return alone(null)
  const reference = byId.get(alignment.referenceId)
  if (reference === undefined || !isActive(reference)) return alone('reference-withdrawn')
  // Every member of a ring stands alone, whichever comes first, so that the order of records decides nothing.
  if (isCyclic(byId, one.id, alignment.referenceId)) return alone('cycle')
  const base = rootOf(reference, byId, rooted)
  const confidences = [base.confidence, alignment.confidence].filter((value) => value !== null)
  return {
    footage: one,
    rootId: base.rootId,
    startUs: base.startUs + Math.round(alignment.offsetUs * base.rate),
    rate: base.rate * (1 + alignment.driftPpm / 1e6),
    confidence: confidences.length === 0 ? null : Math.min(...confidences),
    referenceId: reference.id,
    depth: base.depth + 1,
    problem: null
  }
}

function placeGroup(group: readonly Rooted[]): ClockPlace[] {
  const known = group.filter(({ footage }) => footage.startsAt !== null && (isActive(footage) || group.length === 1))
  const [anchor] = known.toSorted((a, b) => a.depth - b.depth)
  const anchorUs = anchor === undefined ? null : Date.parse(anchor.footage.startsAt ?? '') * 1000
  const shiftUs = anchor !== undefined && anchorUs !== null ? anchorUs - anchor.startUs : -Math.min(...group.map(({ startUs }) => startUs))
  return group.map(({ footage, rootId, startUs, rate, confidence, referenceId, problem }) => ({
    footageId: footage.id,
    clockId: anchor === undefined ? rootId : wallClockId,
    startUs: startUs + shiftUs,
    rate,
    method: (referenceId === null ? null : footage.alignment?.method) ?? (footage.startsAt === null ? 'unknown' : footage.clockMethod),
    confidence,
    referenceId,
    wallClockFromId: anchor?.footage.id ?? null,
    problem
  }))
}

function mainClock(places: readonly ClockPlace[], byId: ReadonlyMap<FootageId, ClockedFootage>): CaseClock['mainClockId'] {
  const counts = new Map<ClockPlace['clockId'], number>()
  for (const { footageId, clockId } of places) {
    const footage = byId.get(footageId)
    if (footage !== undefined && isActive(footage)) counts.set(clockId, (counts.get(clockId) ?? 0) + 1)
  }
  if (counts.has(wallClockId)) return wallClockId
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a)
  return first?.[0] ?? null
}
