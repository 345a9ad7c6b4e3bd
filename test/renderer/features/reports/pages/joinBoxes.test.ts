import { expect, test } from 'vitest'
import { joinBoxes } from '../../../../../renderer/features/reports/pages/joinBoxes'
import { nextZoom, planPixelRatio } from '../../../../../renderer/features/reports/pages/planZoom'

const box = (left: number, top: number, width: number) => ({ left, top, width, height: 0.02 })

test('boxes of one line become one, those of two lines do not', () => {
  const joined = joinBoxes([box(0.1, 0.1, 0.2), box(0.31, 0.101, 0.1), box(0.1, 0.13, 0.2)], 0.77)
  expect(joined).toHaveLength(2)
  expect(joined[0]?.width).toBeCloseTo(0.31)
})

test('cells of one row stay apart', () => {
  expect(joinBoxes([box(0.1, 0.1, 0.1), box(0.5, 0.1, 0.1)], 0.77)).toHaveLength(2)
})

test('each step of size is the next one, and the last is the end', () => {
  expect(nextZoom(0.41, 1)).toBe(0.5)
  expect(nextZoom(0.41, -1)).toBe(0.33)
  expect(nextZoom(1, 1)).toBe(1.1)
  expect(nextZoom(4, 1)).toBeNull()
  expect(nextZoom(0.25, -1)).toBeNull()
})

test('a canvas is as sharp as the screen, and never larger than it may be', () => {
  expect(planPixelRatio(600, 800, 2)).toBe(2)
  const ratio = planPixelRatio(6000, 8000, 2)
  expect(6000 * ratio * 8000 * ratio).toBeLessThanOrEqual(16_000_001)
})
