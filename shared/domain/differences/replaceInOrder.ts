/** The rows in their order, without those that are gone and with those that came; the same list where there are none. */
export function replaceInOrder<Row>(
  before: readonly Row[],
  gone: ReadonlySet<Row>,
  come: readonly Row[],
  compare: (a: Row, b: Row) => number
): readonly Row[] {
  if (gone.size + come.length === 0) return before
  const added = come.toSorted(compare)
  const merged: Row[] = []
  let next = 0
  for (const one of before) {
    if (gone.has(one)) continue
    for (let first = added[next]; first !== undefined && compare(first, one) < 0; first = added[next]) {
      merged.push(first)
      next += 1
    }
    merged.push(one)
  }
  return [...merged, ...added.slice(next)]
}
