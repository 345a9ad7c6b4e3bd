import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createComparison } from '#shared/domain/differences/createComparison'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { shippedCodebook } from '#shared/model/codebook'
import { apply, edits } from '../differences/randomEdits'
import { anyCase } from './randomMatrixCases'

const matrixOf = (input: ComparisonInput) => createComparison(shippedCodebook)(input).matrix
const active = <Row extends { withdrawn: unknown }>(rows: readonly Row[]) => rows.filter((row) => row.withdrawn === null)
const runs = { numRuns: 150 }

describe('the matrix of any case', () => {
  it('is the same in whatever order the records come', () => {
    const reversed = (input: ComparisonInput): ComparisonInput => ({
      ...input,
      ...{ people: input.people.toReversed(), footage: input.footage.toReversed(), tags: input.tags.toReversed() },
      ...{ reports: input.reports.toReversed(), passages: input.passages.toReversed(), statements: input.statements.toReversed() },
      ...{ links: input.links.toReversed(), absences: input.absences.toReversed() }
    })
    fc.assert(
      fc.property(anyCase, (input) => {
        expect(matrixOf(reversed(input))).toEqual(matrixOf(input))
      }),
      runs
    )
  })

  it('holds every tag that stands once, and nothing that was withdrawn', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { rows } = matrixOf(input)
        const footage = new Set(active(input.footage).map(({ id }) => id))
        const standing = active(input.tags).filter(({ details, footageId }) => details.kind !== 'camera' && footage.has(footageId))
        const shown = rows.flatMap(({ event }) => (event.type === 'moment' ? event.tags.map(({ id }) => id) : []))
        expect(shown.toSorted()).toEqual(standing.map(({ id }) => id).sort())
        const gone = new Set<string>(
          [input.statements, input.links, input.absences]
            .flat()
            .filter((row) => row.withdrawn !== null)
            .map(({ id }) => id)
        )
        const named = rows.flatMap(({ event, cells }) => [
          ...(event.type === 'statement' ? [event.key] : []),
          ...cells.flatMap(({ links, absences }) => [...links, ...absences].map(({ id }): string => id))
        ])
        expect(named.filter((id) => gone.has(id))).toEqual([])
      }),
      runs
    )
  })

  it('never takes silence for agreement, and nothing as compared that nobody looked at', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        for (const cell of matrixOf(input).rows.flatMap(({ cells }) => cells)) {
          if (cell.state === 'agrees') expect(cell.links.map(({ judgement }) => judgement)).toContain('agrees')
          if (cell.state === 'agrees') expect(cell.links.every(({ judgement }) => judgement === 'agrees')).toBe(true)
          if (cell.state === 'silent') expect([cell.links.length, cell.absences.length > 0]).toEqual([0, true])
          if (cell.state === 'differs')
            expect(cell.links.length + cell.differences.filter(({ origin }) => origin === 'entered').length).toBeGreaterThan(0)
          if (cell.state === 'cannot-check') expect(cell.gap).not.toBeNull()
        }
      }),
      runs
    )
  })

  it('is after any edits what it would have been from the start, whenever it was last asked for', () => {
    const changes = fc.array(fc.record({ edit: edits, isAsked: fc.boolean() }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(anyCase, changes, (first, steps) => {
        const compare = createComparison(shippedCodebook)
        let input = first
        expect(compare(input).matrix).toEqual(matrixOf(input))
        steps.forEach(({ edit, isAsked }, at) => {
          input = apply(input, edit)
          const kept = compare(input)
          if (isAsked || at === steps.length - 1) expect(kept.matrix).toEqual(matrixOf(input))
        })
      }),
      { numRuns: 150 }
    )
  })
})
