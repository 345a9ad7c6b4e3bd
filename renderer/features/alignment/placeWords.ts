import { clockTimeAt, wallClockId, wallClockOf, type CaseClock } from '#shared/domain/caseClock'
import { describeConfidence } from '#shared/domain/describeAlignment'
import { formatWallClock } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { FootageId } from '#shared/model/ids'

const say = messagesOf('alignment')

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
  if (place === undefined) return { begins: say('notAligned'), how: '', isAligned: false }
  const problem = {
    'reference-withdrawn': 'refWithdrawn',
    cycle: 'cycle'
  } as const
  const wallClock = wallClockOf(clock, id, 0)
  const isAligned = place.clockId === clock.mainClockId && (place.clockId === wallClockId || hasCompany(clock, id))
  const begins = !isAligned
    ? say('notAligned')
    : wallClock === null
      ? relative(clockTimeAt(place, 0))
      : formatWallClock(wallClock, timeZone)
  const how = [howOf(clock, id, nameOf), place.problem === null ? '' : say(problem[place.problem])].filter(Boolean).join('; ')
  return { begins, how, isAligned }
}

function howOf(clock: CaseClock, id: FootageId, nameOf: (id: FootageId) => string): string {
  const place = clock.places.get(id)
  if (place === undefined) return ''
  if (place.referenceId !== null) {
    const name = nameOf(place.referenceId)
    if (place.method !== 'sound') return say('handWith', { name })
    return place.confidence === null
      ? say('soundWithOnly', { name })
      : say('soundWith', { name, confidence: describeConfidence(place.confidence) })
  }
  if (place.method === 'file') return say('byFile')
  if (place.method === 'reviewer') return say('byReviewer')
  return say(hasCompany(clock, id) ? 'othersAligned' : 'timeUnknown')
}

function hasCompany(clock: CaseClock, id: FootageId): boolean {
  const clockId = clock.places.get(id)?.clockId
  return [...clock.places.values()].some((other) => other.footageId !== id && other.clockId === clockId)
}

const relative = (us: number) => say('relative', { seconds: (us / 1e6).toFixed(3) })
