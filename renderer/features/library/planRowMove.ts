const pageRows = 8

/** The row that a key goes to from `index` of `count` rows; null where the key moves nothing, or there are no rows. */
export function planRowMove(key: string, index: number, count: number): number | null {
  if (count === 0) return null
  const within = (row: number) => Math.max(0, Math.min(count - 1, row))
  switch (key) {
    case 'ArrowDown':
      return within(index + 1)
    case 'ArrowUp':
      return within(index - 1)
    case 'PageDown':
      return within(index + pageRows)
    case 'PageUp':
      return within(index - pageRows)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
