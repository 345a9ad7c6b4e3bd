import fc from 'fast-check'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { shippedCodebook } from '#shared/model/codebook'
import { dispositionIdSchema, enteredDifferenceIdSchema, tagIdSchema } from '#shared/model/ids'
import { evening, withdrawn } from '../caseBuilder'

const lists = [
  'people',
  'footage',
  'tags',
  'reports',
  'passages',
  'statements',
  'links',
  'absences',
  'enteredDifferences',
  'dispositions'
] as const

/** Changes that a reviewer makes; each picks its record by a number, and one that finds no record changes nothing. */
export const edits = fc.record({
  doing: fc.constantFrom(
    'withdraw',
    'restore',
    'move',
    'recount',
    'rename',
    'deny',
    'retime',
    'judge',
    'drop',
    'settle',
    'enter',
    'mirror',
    'reverse'
  ),
  list: fc.constantFrom(...lists),
  pick: fc.nat(40),
  amount: fc.integer({ min: 1, max: 300 })
})
type Edit = typeof edits extends fc.Arbitrary<infer Value> ? Value : never

/** The rows, with one of them changed: the one that a number picks. */
export const at = <Row>(rows: readonly Row[], pick: number, change: (row: Row) => Row): Row[] =>
  rows.map((row, position) => (position === pick % rows.length ? change(row) : row))

/** The same case after one edit. */
export function apply(input: ComparisonInput, { doing, list, pick, amount }: Edit): ComparisonInput {
  switch (doing) {
    case 'withdraw':
      return { ...input, [list]: at<(typeof input)[typeof list][number]>(input[list], pick, withdrawn) }
    case 'restore':
      return { ...input, [list]: input[list].map((row) => (row.withdrawn === null ? row : { ...row, withdrawn: null })) }
    case 'move':
      return { ...input, tags: at(input.tags, pick, (tag) => ({ ...tag, startUs: amount * 1e6, endUs: null })) }
    case 'recount':
      return {
        ...input,
        tags: at(input.tags, pick, (tag) =>
          tag.details.kind === 'force' ? { ...tag, details: { ...tag.details, count: 1 + (amount % 3), forceType: 'strike' } } : tag
        )
      }
    case 'rename':
      return { ...input, people: at(input.people, pick, (person) => ({ ...person, name: `P${amount}` })) }
    case 'deny':
      return { ...input, statements: at(input.statements, pick, (statement) => ({ ...statement, isNegated: !statement.isNegated })) }
    case 'retime':
      return { ...input, statements: at(input.statements, pick, (statement) => ({ ...statement, statedAt: evening('21:20'), count: 2 })) }
    case 'judge':
      return { ...input, links: at(input.links, pick, (link) => ({ ...link, judgement: amount % 2 === 0 ? 'agrees' : 'differs' })) }
    case 'drop':
      return { ...input, [list]: input[list].filter((_, position) => position !== pick % input[list].length) }
    case 'reverse':
      return { ...input, [list]: input[list].toReversed() }
    case 'mirror': {
      const [tag, camera] = [input.tags[pick % Math.max(1, input.tags.length)], input.footage[amount % Math.max(1, input.footage.length)]]
      if (tag === undefined || camera === undefined) return input
      const mirrored = { ...tag, id: tagIdSchema.parse(idOf(amount)), footageId: camera.id }
      return { ...input, tags: [...input.tags.filter(({ id }) => id !== mirrored.id), mirrored] }
    }
    case 'enter': {
      const entered = {
        ...newRecord(input),
        id: enteredDifferenceIdSchema.parse(idOf(amount)),
        kind: 'count' as const,
        tagIds: amount % 3 === 0 ? [] : input.tags.slice(pick % 12, (pick % 12) + 2).map(({ id }) => id),
        passageIds: amount % 3 === 1 ? [] : input.passages.slice(amount % 6, (amount % 6) + 2).map(({ id }) => id),
        description: 'Seen otherwise.'
      }
      return { ...input, enteredDifferences: [...input.enteredDifferences.filter(({ id }) => id !== entered.id), entered] }
    }
    case 'settle': {
      const [first, ...rest] = findDifferences(input, shippedCodebook).differences
      const difference = rest[pick % Math.max(1, rest.length)] ?? first
      if (difference === undefined) return input
      const disposition = {
        ...newRecord(input),
        id: dispositionIdSchema.parse(idOf(amount)),
        differenceKey: difference.key,
        fingerprint: difference.fingerprint,
        status: 'explained' as const,
        reason: 'Seen.'
      }
      return { ...input, dispositions: [...input.dispositions.filter(({ id }) => id !== disposition.id), disposition] }
    }
  }
}

const idOf = (number: number) => `01900000-0000-7000-9000-${String(number).padStart(12, '0')}`

function newRecord({ case: { id, createdAt, createdBy, updatedAt, updatedBy } }: ComparisonInput) {
  return { caseId: id, createdAt, createdBy, updatedAt, updatedBy, withdrawn: null }
}
