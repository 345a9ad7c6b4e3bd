import type { Codebook } from '../../model/codebookSchema'
import type { PersonId } from '../../model/ids'
import type { Statement } from '../../model/report'
import type { TagDetails } from '../../model/tag'
import { actorIdsOf, areaRegion, targetIdsOf } from '../records'

/**
 * Whether two body areas cannot be one: they lie in different regions. A side that names none says nothing of it. An area
 * without a region of its own (`body`) can be any but the head and neck.
 */
export function areAreasApart(first: string | null, second: string | null, codebook: Codebook): boolean {
  if (first === null || second === null || first === second) return false
  const regions = [areaRegion(first, codebook), areaRegion(second, codebook)]
  if (regions.includes('other')) return regions.includes('head-neck')
  return regions[0] === null || regions[0] !== regions[1]
}

/** Whether a tag names somebody, as doing it or as the one it is done to, where the statement names only others. */
export function isAnotherNamed(details: TagDetails, statement: Pick<Statement, 'actorIds' | 'targetIds'>): boolean {
  return (
    missingFrom(statement.actorIds, actorIdsOf(details)).length > 0 || missingFrom(statement.targetIds, targetIdsOf(details)).length > 0
  )
}

/** Those of `ids` whom `named` leaves out; nobody where `named` is empty, for then it says nothing. */
export function missingFrom(named: readonly PersonId[], ids: readonly PersonId[]): PersonId[] {
  return named.length === 0 ? [] : ids.filter((id) => !named.includes(id))
}

/** Whether two lists name people and each has one whom the other leaves out. */
export function doNamesCross(first: readonly PersonId[], second: readonly PersonId[]): boolean {
  return missingFrom(first, second).length > 0 && missingFrom(second, first).length > 0
}
