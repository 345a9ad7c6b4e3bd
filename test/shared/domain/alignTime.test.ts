import { describe, expect, it } from 'vitest'
import { alignTime, describeOffset } from '#shared/domain/alignTime'

describe('alignTime', () => {
  const early = { startsAt: '2024-10-13T01:14:00.000Z' }
  const late = { startsAt: '2024-10-13T01:14:08.000Z' }
  it('shows one moment on two cameras', () => {
    expect(alignTime(early, 10_000_000, late)).toBe(2_000_000)
    expect(alignTime(late, 2_000_000, early)).toBe(10_000_000)
    expect(describeOffset(early, late)).toBe('+8.0 s')
    expect(describeOffset(late, early)).toBe('−8.0 s')
  })
  it('guesses nothing where a clock is not known', () => {
    expect(alignTime(early, 0, { startsAt: null })).toBeNull()
    expect(describeOffset({ startsAt: null }, late)).toBeNull()
  })
})
