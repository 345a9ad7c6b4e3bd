/** As much of a run of words as tells whether it is drawn twice: its words and its transform, in points. */
interface PlacedWords {
  str: string
  transform: readonly unknown[]
}

const nearShare = 0.1

/**
 * Runs without those that draw the same words again almost in place, as some programs do to make them look bold: the report's text has
 * them once too. What is no run (marks of structure) stays.
 */
export function withoutDoubles<Item extends object>(items: readonly Item[], isRun: (item: Item) => item is Item & PlacedWords): Item[] {
  let last: PlacedWords | null = null
  return items.filter((item) => {
    if (!isRun(item) || item.str.trim() === '') return true
    const isDouble = last !== null && last.str === item.str && isNear(last, item)
    last = item
    return !isDouble
  })
}

function isNear(one: PlacedWords, other: PlacedWords): boolean {
  const [a, b] = [one, other].map(({ transform }) => transform.map(Number))
  if (a === undefined || b === undefined) return false
  const near = nearShare * Math.hypot(b[2] ?? 0, b[3] ?? 0)
  return Math.abs((a[4] ?? 0) - (b[4] ?? 0)) < near && Math.abs((a[5] ?? 0) - (b[5] ?? 0)) < near
}
