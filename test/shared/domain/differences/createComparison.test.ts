import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createComparison } from '#shared/domain/differences/createComparison'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { shippedCodebook } from '#shared/model/codebook'
import { dispositionIdSchema } from '#shared/model/ids'
import { createCaseBuilder, evening, withdrawn } from '../caseBuilder'
import { cases } from './randomCases'

const lists = ['people', 'footage', 'tags', 'reports', 'passages', 'statements', 'links', 'absences', 'dispositions'] as const

/** Changes that a reviewer makes; each picks its record by a number, and one that finds no record changes nothing. */
const edit = fc.record({
  doing: fc.constantFrom('withdraw', 'restore', 'move', 'recount', 'rename', 'deny', 'retime', 'judge', 'drop', 'settle', 'reverse'),
  list: fc.constantFrom(...lists),
  pick: fc.nat(40),
  amount: fc.integer({ min: 1, max: 300 })
})
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

const at = <Row>(rows: readonly Row[], pick: number, change: (row: Row) => Row): Row[] =>
  rows.map((row, position) => (position === pick % rows.length ? change(row) : row))

function apply(input: ComparisonInput, { doing, list, pick, amount }: Edit): ComparisonInput {
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
    case 'settle': {
      const [first, ...rest] = findDifferences(input, shippedCodebook).differences
      const difference = rest[pick % Math.max(1, rest.length)] ?? first
      if (difference === undefined) return input
      const { createdAt, createdBy, updatedAt, updatedBy } = input.case
      const disposition = {
        id: dispositionIdSchema.parse(`01900000-0000-7000-9000-${String(amount).padStart(12, '0')}`),
        caseId: input.case.id,
        differenceKey: difference.key,
        fingerprint: difference.fingerprint,
        status: 'explained' as const,
        reason: 'Seen.',
        ...{ createdAt, createdBy, updatedAt, updatedBy, withdrawn: null }
      }
      return { ...input, dispositions: [...input.dispositions.filter(({ id }) => id !== disposition.id), disposition] }
    }
  }
}

describe('createComparison', () => {
  it('answers after any edits what it would have answered from the start', () => {
    fc.assert(
      fc.property(cases, fc.array(edit, { maxLength: 12 }), (builder, edits) => {
        const compare = createComparison(shippedCodebook)
        let input = builder.build()
        compare(input)
        for (const one of edits) {
          input = apply(input, one)
          const { differences, notCompared } = compare(input)
          expect({ differences, notCompared }).toEqual(findDifferences(input, shippedCodebook))
        }
      }),
      { numRuns: 150 }
    )
  })

  it('answers of an earlier state what was so then, also when asked later', () => {
    fc.assert(
      fc.property(cases, edit, (builder, one) => {
        const compare = createComparison(shippedCodebook)
        const before = builder.build()
        const first = compare(before)
        compare(apply(before, one))
        expect(first.notCompared).toEqual(findDifferences(before, shippedCodebook).notCompared)
      }),
      { numRuns: 50 }
    )
  })

  it('keeps every difference that an edit does not bear on', () => {
    const builder = createCaseBuilder()
    const camera = builder.footage()
    const report = builder.report(Array.from({ length: 200 }, (_, n) => `Strike ${n};`).join(' '))
    for (let n = 0; n < 200; n += 1) {
      builder.statement(report, `Strike ${n};`, 'force', { types: ['push'] })
      builder.link(builder.tag(camera, 'force', n, { forceType: 'strike' }), report, `Strike ${n};`)
    }
    const compare = createComparison(shippedCodebook)
    const input = builder.build()
    const before = new Set(compare(input).differences)
    const after = compare({ ...input, tags: at(input.tags, 50, (tag) => ({ ...tag, startUs: 50_500_000 })) }).differences
    expect(before.size).toBe(200)
    expect(after.filter((difference) => !before.has(difference)).map(({ sides }) => sides[0].tagIds)).toEqual([[input.tags[50]?.id]])
  })
})
