import { describe, expect, it } from 'vitest'
import { activeTags } from '#shared/domain/activeTags'

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
