import type { SearchAnswer, SearchHit } from '#shared/model/search'

/** So many hits of one case are shown at first. */
export const mostOfCase = 6

type Group = SearchAnswer['groups'][number]

/** One line of the results that can be chosen: a hit, or the rest of its case. */
export type ResultItem =
  { kind: 'hit'; id: string; of: Group['case']; hit: SearchHit } | { kind: 'more'; id: string; of: Group['case']; count: number }

/** The lines under one case. */
export interface ResultGroup {
  of: Group['case']
  items: readonly ResultItem[]
}

/** The results as they are shown: of each case the nearest few, and all of those that were opened. */
export function planResults(answer: SearchAnswer | null, opened: ReadonlySet<string>): ResultGroup[] {
  return (answer?.groups ?? []).map(({ case: of, hits }) => {
    // One more line than is hidden would help nobody.
    const isWhole = opened.has(of.id) || hits.length <= mostOfCase + 1
    const shown = isWhole ? hits : hits.slice(0, mostOfCase)
    const items = shown.map((hit): ResultItem => ({ kind: 'hit', id: `${of.id} ${hit.id}`, of, hit }))
    const rest = hits.length - shown.length
    return { of, items: rest === 0 ? items : [...items, { kind: 'more', id: `${of.id} more`, of, count: rest }] }
  })
}

/** The line `by` places on from the one with `id`, around the ends; the first, or for a step back the last, where none is chosen. */
export function neighbourResult(items: readonly ResultItem[], id: string | null, by: 1 | -1): ResultItem | null {
  const at = items.findIndex((item) => item.id === id)
  if (at < 0) return (by > 0 ? items[0] : items.at(-1)) ?? null
  return items[(at + by + items.length) % items.length] ?? null
}
