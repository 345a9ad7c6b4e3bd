import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLostFrames, planFrameMap } from '#core/footage/planFrameMap'

const sourceUs = [0, 33_367, 66_733, 100_100, 133_467]

describe('the map from a proxy to its source', () => {
  it('is not needed where every frame is there at its time, to the rounding of a 1/90000 s clock', () => {
    expect(planFrameMap(sourceUs, [0, 33_367, 66_733, 100_100, 133_467])).toBeNull()
    expect(planFrameMap(sourceUs, [0, 33_356, 66_744, 100_100, 133_478])).toBeNull()
    expect(planFrameMap([10_911, 50_911], [0, 50_911])).toBeNull()
  })
  it('tells which frames were dropped, and where', () => {
    const map = planFrameMap(sourceUs, [0, 100_100, 133_467])
    expect(map).toEqual({ frameIndexes: [0, 3, 4], timesUs: [0, 100_100, 133_467] })
    expect(findLostFrames(sourceUs, 166_000, map)).toEqual([{ fromUs: 33_367, toUs: 100_100, what: '2 frames could not be decoded' }])
  })
  it('tells of frames dropped at either end', () => {
    const map = planFrameMap(sourceUs, [66_733, 100_100])
    expect(findLostFrames(sourceUs, 166_000, map)).toEqual([
      { fromUs: 0, toUs: 66_733, what: '2 frames could not be decoded' },
      { fromUs: 133_467, toUs: 166_000, what: '1 frame could not be decoded' }
    ])
  })
  it('names for any frames that are left exactly these, each once, and counts every other as lost', () => {
    const kept = fc.array(fc.boolean(), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(kept, (isKept) => {
        const source = isKept.map((_, index) => Math.round((index * 1001e6) / 30000))
        const indexes = source.flatMap((_, index) => (isKept[index] === true ? [index] : []))
        const map = planFrameMap(
          source,
          indexes.map((index) => source[index] ?? 0)
        )
        if (map === null) expect(indexes).toHaveLength(source.length)
        else expect(map.frameIndexes).toEqual(indexes)
        const lost = findLostFrames(source, 1e9, map).reduce((sum, { what }) => sum + Number.parseInt(what), 0)
        expect(lost).toBe(source.length - indexes.length)
      })
    )
  })
})
