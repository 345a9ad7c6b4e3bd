import { expect, test } from 'vitest'
import { planLoop } from '../../../../renderer/features/comparison/planLoop'

test('a moment is played with 1.5 s on either side, a range to 1.5 s after its end', () => {
  expect(planLoop({ startUs: 10_000_000, endUs: null }, 60_000_000)).toEqual({ startS: 8.5, endS: 11.5 })
  expect(planLoop({ startUs: 10_000_000, endUs: 20_000_000 }, 60_000_000)).toEqual({ startS: 8.5, endS: 21.5 })
})

test('a loop never leaves the footage', () => {
  expect(planLoop({ startUs: 500_000, endUs: null }, 1_000_000)).toEqual({ startS: 0, endS: 1 })
})
