import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planOverview } from '../../../../renderer/features/reports/planOverview'

const gravity = ['contradicts', 'differs', 'unlinked'] as const
const bar = { contentPx: 1000, barPx: 100, markPx: 4, gravity }

test('a mark stands where its event stands in the whole', () => {
  const items = [
    { id: 'a', sign: 'differs' as const, topPx: 0, bottomPx: 20 },
    { id: 'b', sign: 'unlinked' as const, topPx: 980, bottomPx: 1000 }
  ]
  expect(planOverview({ ...bar, items })).toEqual([
    { id: 'a', sign: 'differs', topPx: 0, count: 1 },
    { id: 'b', sign: 'unlinked', topPx: 96, count: 1 }
  ])
})

test('what lies on one spot is one mark of the gravest', () => {
  const at = (id: string, sign: (typeof gravity)[number]) => ({ id, sign, topPx: 500, bottomPx: 510 })
  expect(planOverview({ ...bar, items: [at('a', 'unlinked'), at('b', 'contradicts'), at('c', 'differs')] })).toEqual([
    { id: 'b', sign: 'contradicts', topPx: 48, count: 3 }
  ])
})

test('nothing is drawn where there is no room', () => {
  expect(planOverview({ ...bar, barPx: 3, items: [{ id: 'a', sign: 'differs', topPx: 0, bottomPx: 1 }] })).toEqual([])
  expect(planOverview({ ...bar, contentPx: 0, items: [{ id: 'a', sign: 'differs', topPx: 0, bottomPx: 0 }] })).toEqual([])
})

test('every item is counted once, marks keep to the bar and never overlap', () => {
  const item = fc.record({ id: fc.uuid(), sign: fc.constantFrom(...gravity), topPx: fc.integer({ min: -50, max: 5000 }) })
  fc.assert(
    fc.property(fc.array(item, { maxLength: 200 }), fc.integer({ min: 4, max: 900 }), (all, barPx) => {
      const items = all.map((one) => ({ ...one, bottomPx: one.topPx + 30 }))
      const marks = planOverview({ ...bar, barPx, contentPx: 5000, items })
      expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(items.length)
      for (const [at, mark] of marks.entries()) {
        expect(mark.topPx).toBeGreaterThanOrEqual(at === 0 ? 0 : (marks[at - 1]?.topPx ?? 0) + 4)
        expect(mark.topPx + 4).toBeLessThanOrEqual(barPx)
      }
      for (const sign of gravity)
        if (items.some((one) => one.sign === sign) && sign === 'contradicts') expect(marks.some((mark) => mark.sign === sign)).toBe(true)
    }),
    { numRuns: 60 }
  )
})
