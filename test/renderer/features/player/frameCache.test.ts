import { describe, expect, it } from 'vitest'
import { createFrameCache } from '../../../../renderer/features/player/frameCache'

/** One frame every four seconds, for a minute: windows of which some hold few frames. */
const timesUs = Array.from({ length: 15 }, (_, index) => index * 4_000_000)
const durationUs = 60_000_000

function cacheWith(fail: { next: boolean } = { next: false }) {
  const asked: [number, number][] = []
  const cache = createFrameCache((fromUs, toUs) => {
    asked.push([fromUs, toUs])
    if (fail.next) {
      fail.next = false
      return Promise.reject(new Error('away'))
    }
    const inside = timesUs.filter((time) => time >= fromUs && time <= toUs)
    return Promise.resolve({ timesUs: inside, firstFrameIndex: timesUs.indexOf(inside[0] ?? 0), proxy: null })
  }, durationUs)
  return { cache, asked }
}

describe('createFrameCache', () => {
  it('asks once for one window, however often it is wanted', async () => {
    const { cache, asked } = cacheWith()
    expect(cache.known(5_000_000)).toBeNull()
    await Promise.all([cache.around(5_000_000), cache.around(6_000_000), cache.around(9_000_000)])
    expect(asked).toHaveLength(1)
    expect(cache.known(5_000_000)?.timesUs).toContain(4_000_000)
  })

  it('steps over frames that lie further apart than a window reaches', async () => {
    const { cache } = cacheWith()
    expect((await cache.step(8_000_000, 1))?.timeUs).toBe(12_000_000)
    expect((await cache.step(8_000_000, 10))?.timeUs).toBe(48_000_000)
    expect((await cache.step(40_000_000, -10))?.timeUs).toBe(0)
    expect((await cache.step(40_000_000, 99))?.timeUs).toBe(56_000_000)
  })

  it('asks again after a failure', async () => {
    const { cache, asked } = cacheWith({ next: true })
    await expect(cache.around(0)).rejects.toThrow('away')
    expect((await cache.around(0)).timesUs[0]).toBe(0)
    expect(asked).toHaveLength(2)
  })
})
