import type { FootageId, TagId } from '../../model/ids'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'

/**
 * A short text that changes when what a difference rests on changes: the times and details of its tags, the words of
 * its passages, what its statements assert, and the rule's own `basis`. Notes, names and the order of records do not count.
 */
export function fingerprintOf(found: FoundDifference, index: ComparisonIndex): string {
  const content = new Set<string>([`basis ${found.basis}`])
  for (const side of found.sides) {
    for (const id of side.tagIds) content.add(`tag ${id} ${tagContent(id, index)}`)
    for (const id of side.passageIds) content.add(`passage ${id} ${index.passages.get(id)?.anchor.exact ?? ''}`)
    for (const id of side.statementIds) content.add(`statement ${id} ${statementContent(id, index)}`)
  }
  const text = [...content].sort().join('\n')
  return `${text.length.toString(36)}-${fnv1a(text)}`
}

/** Where each footage stands on its clock, as a basis for what rests on it. One that nobody aligned says only when it was recorded. */
export function clockBasis(footageIds: Iterable<FootageId>, index: ComparisonIndex): string {
  return [...new Set(footageIds)]
    .map((id) => {
      const place = index.clock.places.get(id)
      const own = index.footage.get(id)?.startsAt ?? 'no clock'
      const isMoved = place !== undefined && (place.referenceId !== null || (own === 'no clock' && place.clockId !== id))
      return `${id} ${isMoved ? `${place.clockId} ${place.startUs} ${place.rate}` : own}`
    })
    .sort()
    .join('; ')
}

/** FNV-1a, 32 bits, over UTF-16 units, in hexadecimal: enough to tell one version of a text from the next. */
export function fnv1a(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

function tagContent(id: TagId, index: ComparisonIndex): string {
  const tag = index.tags.get(id)
  return tag === undefined ? '' : canonicalOf([tag.footageId, { from: tag.startUs, to: tag.endUs, details: tag.details }])
}

function statementContent(id: Parameters<ComparisonIndex['statements']['get']>[0], index: ComparisonIndex): string {
  const statement = index.statements.get(id)
  if (statement === undefined) return ''
  const { kind, types, bodyArea, count, actorIds, targetIds, statedAt, isNegated, isHearsay, isUncertain } = statement
  return canonicalOf({ kind, types, bodyArea, count, actorIds, targetIds, statedAt, isNegated, isHearsay, isUncertain })
}

/** JSON with sorted keys and sorted lists: every list of a record is a set of ids. */
function canonicalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalOf).sort().join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).map(([key, field]) => `${key}:${canonicalOf(field)}`)
  return `{${fields.sort().join(',')}}`
}
