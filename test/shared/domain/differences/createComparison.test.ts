import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createComparison } from '#shared/domain/differences/createComparison'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { shippedCodebook } from '#shared/model/codebook'
import { createCaseBuilder } from '../caseBuilder'
import { cases } from './randomCases'
import { apply, at, edits } from './randomEdits'

describe('createComparison', () => {
  it('answers after any edits what it would have answered from the start', () => {
    fc.assert(
      fc.property(cases, fc.array(edits, { maxLength: 12 }), (builder, changes) => {
        const compare = createComparison(shippedCodebook)
        let input = builder.build()
        compare(input)
        for (const one of changes) {
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
      fc.property(cases, edits, (builder, one) => {
        const compare = createComparison(shippedCodebook)
        const before = builder.build()
        const first = compare(before)
        compare(apply(before, one))
        expect(first.notCompared).toEqual(findDifferences(before, shippedCodebook).notCompared)
        expect(first.matrix).toEqual(createComparison(shippedCodebook)(before).matrix)
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
