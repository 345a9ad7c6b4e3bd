import type { Disposition } from '#shared/model/comparison'

const mostOffered = 4

/** The reasons that were given last in a case, each once, the latest first; at most four. Those of differences opened by hand are left out. */
export function planRecentReasons(dispositions: Iterable<Pick<Disposition, 'reason' | 'status' | 'updatedAt'>>): string[] {
  const latestFirst = [...dispositions]
    .filter(({ status, reason }) => status !== 'open' && reason.trim() !== '')
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
  return [...new Set(latestFirst.map(({ reason }) => reason))].slice(0, mostOffered)
}
