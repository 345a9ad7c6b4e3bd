import { alignTime, type CaseClock } from '#shared/domain/caseClock'
import type { Tag } from '#shared/model/tag'

type Timed = Pick<Tag, 'footageId' | 'startUs' | 'endUs'>

/**
 * Force tags in the order in which they are likely meant: those at the time of a tag first, then the nearest, on the case clock.
 * Of equally near ones the earlier comes first; those on footage whose place on the clock is not known come last. Pure.
 */
export function planForceChoices<Row extends Timed>(force: readonly Row[], near: Timed, clock: CaseClock): Row[] {
  const placed = force.map((tag) => {
    const startUs = alignTime(clock, tag.footageId, tag.startUs, near.footageId)
    const endUs = startUs === null ? null : startUs + ((tag.endUs ?? tag.startUs) - tag.startUs)
    const distanceUs =
      startUs === null || endUs === null ? Infinity : Math.max(0, startUs - (near.endUs ?? near.startUs), near.startUs - endUs)
    return { tag, startUs: startUs ?? tag.startUs, distanceUs }
  })
  return placed
    .toSorted((one, other) => {
      if (one.distanceUs !== other.distanceUs) return one.distanceUs < other.distanceUs ? -1 : 1
      return one.startUs - other.startUs
    })
    .map(({ tag }) => tag)
}
