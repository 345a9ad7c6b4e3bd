import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameAtTime, nearestFrame, planWindow, steppedFrame, type FrameWindow } from '../../../../renderer/features/player/frameWindow'

/** Thirty seconds at 30000/1001 frames per second, as a window that holds all of it. */
const timesUs = Array.from({ length: 900 }, (_, index) => Math.round((index * 1_001_000_000) / 30_000))
const durationUs = 30_030_000
const whole: FrameWindow = { fromUs: 0, toUs: durationUs, timesUs, firstFrameIndex: 0, proxy: null }
const part: FrameWindow = {
  fromUs: 8_000_000,
  toUs: 22_000_000,
  timesUs: timesUs.filter((time) => time >= 8_000_000 && time <= 22_000_000),
  firstFrameIndex: 240,
  proxy: null
}

describe('frames around the playhead', () => {
  it('are placed by the times of the proxy where it lacks frames of the source, and keep the times and numbers of the source', () => {
    const proxy = { timesUs: [0, 100_500, 133_900], frameIndexes: [0, 3, 4] }
    const lacking: FrameWindow = { fromUs: 0, toUs: durationUs, timesUs: [0, 100_100, 133_467], firstFrameIndex: 0, proxy }
    expect(steppedFrame(lacking, 0, 1, durationUs)).toEqual({ timeUs: 100_100, frameIndex: 3, middleUs: 117_200 })
    expect(nearestFrame(lacking, 100_500, durationUs)).toMatchObject({ timeUs: 100_100, frameIndex: 3 })
  })

  it('asks for a span that holds the time with room on either side, inside the footage', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7_200_000_000 }), fc.integer({ min: 0, max: 7_200_000_000 }), (timeUs, lengthUs) => {
        const { fromUs, toUs } = planWindow(Math.min(timeUs, lengthUs), lengthUs)
        expect(fromUs).toBeGreaterThanOrEqual(0)
        expect(toUs).toBeLessThanOrEqual(lengthUs)
        expect(fromUs).toBeLessThanOrEqual(Math.max(0, Math.min(timeUs, lengthUs) - 0))
        expect(fromUs === 0 || Math.min(timeUs, lengthUs) - fromUs >= 1_000_000).toBe(true)
        expect(toUs === lengthUs || toUs - timeUs >= 1_000_000).toBe(true)
      })
    )
  })

  it('gives a time between a frame and the next, at which that frame is the one on screen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: durationUs - 1 }), (timeUs) => {
        const frame = frameAtTime(whole, timeUs, durationUs)
        expect(frame).not.toBeNull()
        if (frame === null) return
        expect(frame.timeUs).toBe(timesUs[frame.frameIndex])
        expect(frame.middleUs).toBeGreaterThan(frame.timeUs)
        expect(frame.middleUs).toBeLessThan(timesUs[frame.frameIndex + 1] ?? durationUs + 1)
        expect(frameAtTime(whole, frame.middleUs, durationUs)).toEqual(frame)
      })
    )
  })

  it('takes what a player reports, rounded or not, for the nearest frame', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 899 }), fc.integer({ min: -2000, max: 2000 }), (index, errorUs) => {
        expect(nearestFrame(whole, (timesUs[index] ?? 0) + errorUs, durationUs)?.frameIndex).toBe(index)
      })
    )
  })

  it('comes back to the same frame after as many steps back as on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 600 }), fc.integer({ min: -50, max: 50 }), (index, offset) => {
        const there = steppedFrame(part, timesUs[index] ?? 0, offset, durationUs)
        expect(there?.frameIndex).toBe(index + offset)
        expect(steppedFrame(part, there?.timeUs ?? 0, -offset, durationUs)?.frameIndex).toBe(index)
      })
    )
  })

  it('stays on the first and the last frame, and asks for more where the window ends before the footage', () => {
    expect(steppedFrame(whole, 0, -1, durationUs)?.frameIndex).toBe(0)
    expect(steppedFrame(whole, durationUs, 1, durationUs)?.frameIndex).toBe(899)
    expect(steppedFrame(part, part.timesUs.at(-1) ?? 0, 1, durationUs)).toBeNull()
    expect(steppedFrame(part, part.timesUs[0] ?? 0, -1, durationUs)).toBeNull()
  })
})
