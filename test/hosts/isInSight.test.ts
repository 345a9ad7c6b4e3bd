import { expect, it } from 'vitest'
import { isInSight } from '../../electron/main/isInSight'

const first = { x: 0, y: 24, width: 1920, height: 1056 }
const second = { x: 1920, y: 0, width: 1280, height: 1024 }
const at = (x: number, y: number) => ({ x, y, width: 900, height: 900 })

it('finds a window where its upper edge can be taken hold of', () => {
  expect(isInSight(at(2000, 60), [first, second])).toBe(true)
  expect(isInSight(at(-780, 60), [first])).toBe(true)
})

it('finds none on a monitor that is gone, beyond its edge, above it or below it', () => {
  expect(isInSight(at(2000, 60), [first])).toBe(false)
  expect(isInSight(at(-781, 60), [first])).toBe(false)
  expect(isInSight(at(100, 23), [first])).toBe(false)
  expect(isInSight(at(100, 1041), [first])).toBe(false)
  expect(isInSight(at(100, 100), [])).toBe(false)
})
