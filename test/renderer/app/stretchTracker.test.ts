import { describe, expect, it } from 'vitest'
import { beginStretch, endStretch, growStretch, type OpenStretch, type ShownFrame } from '../../../renderer/app/stretchTracker'

const frame = (at: number, more: Partial<ShownFrame> = {}): ShownFrame => ({
  ...{ timeUs: at * 40_000, nowMs: at * 40, presentedCount: at, droppedCount: 0, rate: 1, isMuted: false },
  ...more
})

/** What stretches a row of frames makes. */
function stretchesOf(frames: readonly ShownFrame[]): [number, number][] {
  const done: OpenStretch[] = []
  for (const one of frames) {
    const open = done.at(-1)
    const grown = open === undefined ? null : growStretch(open, one)
    if (grown === null) done.push(beginStretch(one, null))
    else done[done.length - 1] = grown
  }
  return done.map(({ startUs, endUs }) => [startUs, endUs])
}

const row = (from: number, to: number, change: (at: number) => Partial<ShownFrame> = () => ({})) =>
  Array.from({ length: to - from + 1 }, (_, index) => frame(from + index, change(from + index)))

describe('a stretch that is watched', () => {
  it('grows with each frame shown', () => {
    expect(stretchesOf(row(0, 100))).toEqual([[0, 4_000_000]])
  })

  it('ends at a jump forwards or backwards', () => {
    const jumped = [...row(0, 10), ...row(11, 20, (at) => ({ timeUs: 60_000_000 + at * 40_000 }))]
    expect(stretchesOf(jumped)).toEqual([
      [0, 400_000],
      [60_440_000, 60_800_000]
    ])
    const back = [...row(50, 60), ...row(61, 70, (at) => ({ timeUs: (at - 61) * 40_000 }))]
    expect(stretchesOf(back)).toEqual([
      [2_000_000, 2_400_000],
      [0, 360_000]
    ])
  })

  it('ends where speed or sound change', () => {
    expect(stretchesOf([...row(0, 10), ...row(11, 20, () => ({ isMuted: true }))])).toHaveLength(2)
    expect(stretchesOf([...row(0, 10), ...row(11, 20, () => ({ rate: 2 }))])).toHaveLength(2)
  })

  it('goes on over a window that was busy, and over a frame that the footage itself holds long', () => {
    // Three seconds without a word while 75 frames were put on screen.
    expect(stretchesOf([...row(0, 10), ...row(85, 90)])).toEqual([[0, 3_600_000]])
    const held = [frame(0), frame(125, { presentedCount: 1 }), frame(126, { presentedCount: 2 })]
    expect(stretchesOf(held)).toEqual([[0, 5_040_000]])
  })

  it('ends where the picture stood still while frames were dropped', () => {
    const stalled = [...row(0, 10), ...row(135, 140, (at) => ({ presentedCount: at - 124, droppedCount: 120 }))]
    expect(stretchesOf(stalled)).toEqual([
      [0, 400_000],
      [5_400_000, 5_600_000]
    ])
  })

  it('begins where the picture stood, and ends where it stands, within a few frames', () => {
    expect(beginStretch(frame(11), 400_000).startUs).toBe(400_000)
    expect(beginStretch(frame(11), 0).startUs).toBe(440_000)
    expect(beginStretch(frame(11), 900_000).startUs).toBe(440_000)
    const open = beginStretch(frame(10), null)
    expect(endStretch(open, 430_000).endUs).toBe(430_000)
    expect(endStretch(open, 9_000_000).endUs).toBe(400_000)
    expect(endStretch(open, 0).endUs).toBe(400_000)
  })
})
