import { describe, expect, it } from 'vitest'
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
