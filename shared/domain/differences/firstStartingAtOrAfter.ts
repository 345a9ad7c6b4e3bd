/** The index of the first row whose `start` is not before a position; rows ascend by `start`. */
export function firstStartingAtOrAfter(rows: readonly { start: number }[], position: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle]?.start ?? Infinity) < position) low = middle + 1
    else high = middle
  }
  return low
}
