import { describe, expect, it } from 'vitest'
import { activeTags } from '../../../../renderer/features/player/activeTags'
import { alignTime, describeOffset } from '../../../../renderer/features/player/alignTime'
import { neighbourTag } from '../../../../renderer/features/player/neighbourTag'

const tags = [30, 10, 20].map((startUs) => ({ startUs, endUs: null }))

describe('neighbourTag', () => {
  it('finds the nearest tag on either side, whatever their order, and never the one it stands on', () => {
    expect(neighbourTag(tags, 15, 1)?.startUs).toBe(20)
    expect(neighbourTag(tags, 20, 1)?.startUs).toBe(30)
    expect(neighbourTag(tags, 20, -1)?.startUs).toBe(10)
    expect(neighbourTag(tags, 30, 1)).toBeNull()
    expect(neighbourTag(tags, 10, -1)).toBeNull()
  })
})

describe('activeTags', () => {
  it('holds a range from its start to its end, and a moment for a second', () => {
    const range = { startUs: 1_000_000, endUs: 4_000_000 }
    const moment = { startUs: 2_000_000, endUs: null }
    const at = (timeUs: number) => activeTags([moment, range], timeUs)
    expect(at(999_999)).toEqual([])
    expect(at(1_000_000)).toEqual([range])
    expect(at(2_500_000)).toEqual([range, moment])
    expect(at(3_000_001)).toEqual([range])
    expect(at(4_000_001)).toEqual([])
  })
})

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
