import { expect, test } from 'vitest'
import { joinBoxes } from '../../../../../renderer/features/reports/pages/joinBoxes'

const box = (left: number, top: number, width: number) => ({ left, top, width, height: 0.02 })

test('boxes of one line become one, those of two lines do not', () => {
  const joined = joinBoxes([box(0.1, 0.1, 0.2), box(0.31, 0.101, 0.1), box(0.1, 0.13, 0.2)], 0.77)
  expect(joined).toHaveLength(2)
  expect(joined[0]?.width).toBeCloseTo(0.31)
})

test('cells of one row stay apart', () => {
  expect(joinBoxes([box(0.1, 0.1, 0.1), box(0.5, 0.1, 0.1)], 0.77)).toHaveLength(2)
})
