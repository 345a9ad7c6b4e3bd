import { describe, expect, it } from 'vitest'
import { activeTags } from '../../../../renderer/features/player/activeTags'
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
