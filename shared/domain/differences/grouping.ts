/** Groups rows by a key; rows keep their order, groups come in the order of their first row. */
export function groupBy<Row, Key>(rows: Iterable<Row>, keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

/** Each value once, in the order of their first coming. */
export function distinct<Value>(values: Iterable<Value>): Value[] {
  return [...new Set(values)]
}
