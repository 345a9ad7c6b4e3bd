import { describe, expect, it } from 'vitest'
import { planLoop } from '../../../../renderer/features/player/planLoop'

const now = { loop: null, loopStartUs: null, timeUs: 5_000_000 }

describe('planLoop', () => {
  it('loops the selected range', () => {
    expect(planLoop(now, { startUs: 1, endUs: 9 })).toEqual({ do: 'loop', range: { startUs: 1, endUs: 9 } })
  })
  it('begins at the playhead where a moment or nothing is selected, and ends at the next press', () => {
    expect(planLoop(now, { startUs: 1, endUs: null })).toEqual({ do: 'begin', startUs: 5_000_000 })
    expect(planLoop({ ...now, loopStartUs: 2_000_000 }, null)).toEqual({ do: 'loop', range: { startUs: 2_000_000, endUs: 5_000_000 } })
  })
  it('lets go of a loop, and of a beginning that the playhead is not past', () => {
    expect(planLoop({ ...now, loop: { startUs: 1, endUs: 2 } }, { startUs: 1, endUs: 9 })).toEqual({ do: 'clear' })
    expect(planLoop({ ...now, loopStartUs: 5_000_000 }, null)).toEqual({ do: 'clear' })
  })
})
