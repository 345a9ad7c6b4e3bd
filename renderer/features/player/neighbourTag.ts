/** The nearest tag that starts after `timeUs` (direction 1) or before it (-1); null where there is none. Tags come in any order. */
export function neighbourTag<Row extends { startUs: number }>(tags: readonly Row[], timeUs: number, direction: -1 | 1): Row | null {
  let nearest: Row | null = null
  for (const tag of tags) {
    const isOnTheWay = direction === 1 ? tag.startUs > timeUs : tag.startUs < timeUs
    if (isOnTheWay && (nearest === null || (nearest.startUs - tag.startUs) * direction > 0)) nearest = tag
  }
  return nearest
}
