import type { Footage } from '#shared/model/footage'
import type { FootageId } from '#shared/model/ids'
import { caseClockOf } from '../../stores/caseClock'

/** The footage of a case that was not withdrawn, in the order of the case clock; those that are not on it come last. */
export function listFootage(footage: ReadonlyMap<string, Footage>): Footage[] {
  const { places, mainClockId } = caseClockOf(footage)
  const startOf = (id: FootageId) => {
    const place = places.get(id)
    return place !== undefined && place.clockId === mainClockId ? place.startUs : Number.MAX_SAFE_INTEGER
  }
  return [...footage.values()]
    .filter((one) => one.withdrawn === null)
    .toSorted((one, other) => startOf(one.id) - startOf(other.id) || one.createdAt.localeCompare(other.createdAt))
}

/** The footage to show large: the chosen one where it is listed, otherwise the first; null without any. */
export function shownFootage(listed: readonly Footage[], chosenId: FootageId | null): Footage | null {
  return listed.find((one) => one.id === chosenId) ?? listed[0] ?? null
}
