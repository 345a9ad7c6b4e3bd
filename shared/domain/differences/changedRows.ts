/** The rows that are new, that are another object than before, or, as `undefined`, that are there no more. */
export function changedRows<Row extends { id: string }>(before: readonly Row[], after: readonly Row[]): Map<Row['id'], Row | undefined> {
  const changed = new Map<Row['id'], Row | undefined>()
  if (before === after) return changed
  before.forEach((row, at) => {
    if (row !== after[at]) changed.set(row.id, undefined)
  })
  after.forEach((row, at) => {
    if (row !== before[at]) changed.set(row.id, row)
  })
  return changed
}
