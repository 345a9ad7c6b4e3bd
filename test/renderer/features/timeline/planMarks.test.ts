import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tagIdSchema } from '#shared/model/ids'
import { planDrag } from '../../../../renderer/features/timeline/planDrag'
import { planMarks } from '../../../../renderer/features/timeline/planMarks'

const idOf = (index: number) => tagIdSchema.parse(`01920000-0000-7000-8000-${String(index).padStart(12, '0')}`)
const view = { startUs: 0, endUs: 100_000_000 }
const someTags = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 120_000_000 }), fc.option(fc.integer({ min: 0, max: 30_000_000 }))), { maxLength: 200 })
  .map((rows) =>
    rows
      .toSorted(([one], [other]) => one - other)
      .map(([startUs, lengthUs], index) => ({ id: idOf(index), startUs, endUs: lengthUs === null ? null : startUs + lengthUs }))
  )

describe('planMarks', () => {
  it('shows every tag in view once and none out of view', () => {
    fc.assert(
      fc.property(someTags, (tags) => {
        const drawn = planMarks(tags, view, 900, null).marks.flatMap((mark) => mark.tagIds)
        expect(drawn.toSorted()).toEqual(
          tags
            .filter((tag) => tag.startUs <= view.endUs)
            .map((tag) => tag.id)
            .toSorted()
        )
      })
    )
  })

  it('draws no more than fits, of any number of moments', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ id: idOf(index), startUs: index * 20_000, endUs: null }))
    const { marks, rowCount } = planMarks(many, view, 900, null)
    expect(marks.flatMap((mark) => mark.tagIds)).toHaveLength(5000)
    expect(marks.length).toBeLessThan(300)
    expect(rowCount).toBeLessThanOrEqual(3)
  })

  it('keeps the selected tag apart from those around it', () => {
    const crowd = Array.from({ length: 50 }, (_, index) => ({ id: idOf(index), startUs: 50_000_000 + index, endUs: null }))
    const { marks } = planMarks(crowd, view, 900, idOf(25))
    expect(marks.find((mark) => mark.tagIds.includes(idOf(25)))?.tagIds).toEqual([idOf(25)])
  })

  it('gives ranges that overlap rows of their own', () => {
    const tags = [
      { id: idOf(1), startUs: 10_000_000, endUs: 40_000_000 },
      { id: idOf(2), startUs: 20_000_000, endUs: 60_000_000 },
      { id: idOf(3), startUs: 50_000_000, endUs: 70_000_000 }
    ]
    const { marks, rowCount } = planMarks(tags, view, 1000, null)
    expect(marks.map((mark) => mark.row)).toEqual([0, 1, 0])
    expect(rowCount).toBe(2)
    expect(marks[0]?.leftPx).toBeCloseTo(100)
    expect(marks[0]?.widthPx).toBeCloseTo(300)
  })
})

describe('planDrag', () => {
  it('never turns a range round and never leaves the footage', () => {
    fc.assert(
      fc.property(
        fc.record({ startUs: fc.nat(1000), lengthUs: fc.option(fc.nat(1000)) }),
        fc.constantFrom('start' as const, 'end' as const),
        fc.integer({ min: -5000, max: 5000 }),
        ({ startUs, lengthUs }, edge, timeUs) => {
          const moved = planDrag({ startUs, endUs: lengthUs === null ? null : startUs + lengthUs }, edge, timeUs, 3000)
          expect(moved.startUs).toBeGreaterThanOrEqual(0)
          expect(moved.endUs ?? 3000).toBeLessThanOrEqual(3000)
          if (moved.endUs !== null) expect(moved.endUs).toBeGreaterThanOrEqual(moved.startUs)
        }
      )
    )
  })

  it('grows an end out of a moment, and takes it back', () => {
    expect(planDrag({ startUs: 100, endUs: null }, 'end', 250, 1000)).toEqual({ startUs: 100, endUs: 250 })
    expect(planDrag({ startUs: 100, endUs: 250 }, 'end', 90, 1000)).toEqual({ startUs: 100, endUs: null })
  })
})
