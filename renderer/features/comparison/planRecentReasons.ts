import type { Disposition } from '#shared/model/comparison'

const mostOffered = 4

/** The reasons that were given last in a case, each once, the latest first; at most four. Those of differences opened by hand are left out. */
export function planRecentReasons(dispositions: Iterable<Pick<Disposition, 'reason' | 'status' | 'updatedAt'>>): string[] {
  const latestFirst = [...dispositions]
    .filter(({ status, reason }) => status !== 'open' && reason.trim() !== '')
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
  return [...new Set(latestFirst.map(({ reason }) => reason))].slice(0, mostOffered)
}

/**
 * The reason that an arrow key brings into the field: up goes to older ones, down back to newer ones and then to an empty field.
 * null where what stands in the field was written by hand, or nothing lies further that way.
 */
export function walkReasons(recent: readonly string[], reason: string, key: 'ArrowUp' | 'ArrowDown'): string | null {
  const at = recent.indexOf(reason)
  if (at < 0 && reason.trim() !== '') return null
  const to = key === 'ArrowUp' ? at + 1 : at - 1
  if (to === -1) return ''
  return recent[to] ?? null
}
