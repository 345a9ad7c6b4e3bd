import { clockTimeAt, wallClockId, wallClockOf, type CaseClock } from '#shared/domain/caseClock'
import { describeConfidence } from '#shared/domain/describeAlignment'
import { formatWallClock } from '#shared/domain/time'
import type { FootageId } from '#shared/model/ids'

/** Where a camera stands on the case clock, and how that is known, in words. */
export interface PlaceWords {
  /** When it begins, e.g. `21:14:08.000` or `+5.250 s`; `not aligned` where it stands on no clock with the others. */
  begins: string
  how: string
  isAligned: boolean
}

/** Describes the place of one footage. `nameOf` tells what a footage is called. */
export function describePlace(clock: CaseClock, id: FootageId, timeZone: string, nameOf: (id: FootageId) => string): PlaceWords {
  const place = clock.places.get(id)
  if (place === undefined) return { begins: 'not aligned', how: '', isAligned: false }
  const problem = {
    'reference-withdrawn': 'the camera that it was aligned to is withdrawn',
    cycle: 'its alignment leads back to itself and is not followed'
  } as const
  const wallClock = wallClockOf(clock, id, 0)
  const isAligned = place.clockId === clock.mainClockId && (place.clockId === wallClockId || hasCompany(clock, id))
  const begins = !isAligned ? 'not aligned' : wallClock === null ? relative(clockTimeAt(place, 0)) : formatWallClock(wallClock, timeZone)
  const how = [howOf(clock, id, nameOf), place.problem === null ? '' : problem[place.problem]].filter(Boolean).join('; ')
  return { begins, how, isAligned }
}

function howOf(clock: CaseClock, id: FootageId, nameOf: (id: FootageId) => string): string {
  const place = clock.places.get(id)
  if (place === undefined) return ''
  if (place.referenceId !== null) {
    const by = place.method === 'sound' ? 'by sound' : 'by hand'
    const confidence = place.method === 'sound' && place.confidence !== null ? `, ${describeConfidence(place.confidence)}` : ''
    return `${by} with ${nameOf(place.referenceId)}${confidence}`
  }
  if (place.method === 'file') return 'by the time in its file'
  if (place.method === 'reviewer') return 'by the time that a reviewer entered'
  return hasCompany(clock, id) ? 'others are aligned to it' : 'its time is not known'
}

function hasCompany(clock: CaseClock, id: FootageId): boolean {
  const clockId = clock.places.get(id)?.clockId
  return [...clock.places.values()].some((other) => other.footageId !== id && other.clockId === clockId)
}

const relative = (us: number) => `+${(us / 1e6).toFixed(3)} s`
