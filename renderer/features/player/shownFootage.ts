import type { Footage } from '#shared/model/footage'
import type { FootageId } from '#shared/model/ids'

/** The footage of a case that was not withdrawn, in the order of the case clock; those without a known clock come last. */
export function listFootage(footage: ReadonlyMap<string, Footage>): Footage[] {
  return [...footage.values()]
    .filter((one) => one.withdrawn === null)
    .toSorted((one, other) => startOf(one) - startOf(other) || one.createdAt.localeCompare(other.createdAt))
}

/** The footage to show large: the chosen one where it is listed, otherwise the first; null without any. */
export function shownFootage(listed: readonly Footage[], chosenId: FootageId | null): Footage | null {
  return listed.find((one) => one.id === chosenId) ?? listed[0] ?? null
}

const startOf = (footage: Footage) => (footage.startsAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(footage.startsAt))
