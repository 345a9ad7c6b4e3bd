import { expect, test } from 'vitest'
import { nextZoom, planPixelRatio, planScroll } from '../../../../../renderer/features/reports/pages/planZoom'

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

test('what is in the middle stays there, and lines keep their start until somebody moves along them', () => {
  const seen = { width: 400, height: 800 }
  expect(planScroll({ left: 0, top: 600 }, seen, 800, 2)).toEqual({ left: 80, top: 1600 })
  expect(planScroll({ left: 300, top: 0 }, seen, 1600, 2)).toEqual({ left: 800, top: 400 })
})
