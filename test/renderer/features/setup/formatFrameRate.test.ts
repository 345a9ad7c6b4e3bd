import { describe, expect, it } from 'vitest'
import { formatBytes } from '../../../../renderer/features/setup/formatBytes'
import { formatFrameRate } from '../../../../renderer/features/setup/formatFrameRate'

describe('formatFrameRate', () => {
  it.each([
    [{ numerator: 30000, denominator: 1001 }, false, '30000/1001 = 29.970 frames per second'],
    [{ numerator: 25, denominator: 1 }, false, '25 frames per second'],
    [{ numerator: 25, denominator: 1 }, true, '25 frames per second on average, variable'],
    [null, false, 'the file does not say']
  ])('%o, variable %s: %s', (rate, isVariable, words) => {
    expect(formatFrameRate(rate, isVariable)).toBe(words)
  })
})

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [12_400_000, '12.4 MB'],
    [5e15, '5000.0 TB']
  ])('%d is %s', (sizeBytes, words) => {
    expect(formatBytes(sizeBytes)).toBe(words)
  })
})
