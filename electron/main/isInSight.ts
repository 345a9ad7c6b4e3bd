import type { WindowBounds } from '#shared/model/desk'

/** So much of a window's upper edge must be on a monitor for a hand to find and drag it, in pixels. */
const leastWidth = 120
const leastHeight = 40

/** Whether a window at `bounds` can be seen and taken hold of on one of the monitors, whose usable areas are given. */
export function isInSight(bounds: WindowBounds, areas: readonly WindowBounds[]): boolean {
  return areas.some((area) => {
    const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
    const isTopSeen = bounds.y >= area.y && bounds.y + leastHeight <= area.y + area.height
    return isTopSeen && width >= leastWidth
  })
}
