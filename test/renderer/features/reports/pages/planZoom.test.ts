import { expect, test } from 'vitest'
import {
  nextZoom,
  paperScale,
  planPixelRatio,
  planScale,
  planScroll,
  zoomForKey
} from '../../../../../renderer/features/reports/pages/planZoom'

test('each step of size is the next one, and the last is the end', () => {
  expect(nextZoom(0.41, 1)).toBe(0.5)
  expect(nextZoom(0.41, -1)).toBe(0.33)
  expect(nextZoom(1, 1)).toBe(1.1)
  expect(nextZoom(4, 1)).toBeNull()
  expect(nextZoom(0.25, -1)).toBeNull()
})

test('a page is as wide as its column, whole, or as large as was chosen', () => {
  const [letter, room] = [
    { widthPt: 612, heightPt: 792 },
    { widthPx: 612, heightPx: 396 }
  ]
  expect(planScale('fit-width', letter, room)).toBe(1)
  expect(planScale('fit-page', letter, room)).toBe(0.5)
  expect(planScale(1, letter, room)).toBe(paperScale)
})

test('one key goes through the three usual sizes, two others through the steps, and no other key does anything', () => {
  expect(zoomForKey('0', 'fit-width', 1)).toBe('fit-page')
  expect(zoomForKey('0', 'fit-page', 1)).toBe(1)
  expect(zoomForKey('0', 1.5, 1)).toBe('fit-width')
  expect(zoomForKey('+', 'fit-width', 0.41 * paperScale)).toBe(0.5)
  expect(zoomForKey('-', 'fit-width', 0.41 * paperScale)).toBe(0.33)
  expect(zoomForKey('1', 1, 1)).toBeNull()
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
