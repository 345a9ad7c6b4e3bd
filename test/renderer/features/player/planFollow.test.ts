import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planFollow, type FollowSituation } from '../../../../renderer/features/player/planFollow'

const durationUs = 60e6
const situation = fc.record<FollowSituation>({
  wantedUs: fc.option(fc.integer({ min: -5e6, max: 65e6 })),
  durationUs: fc.constant(durationUs),
  rate: fc.constantFrom(0, 0.25, 0.5, 1, 2, 4),
  errorUs: fc.option(fc.integer({ min: -60e6, max: 60e6 })),
  frameUs: fc.constantFrom(16_683, 33_367, 40_000),
  sinceSeekMs: fc.oneof(fc.nat(5000), fc.constant(Infinity)),
  seekCostMs: fc.nat(1000)
})

describe('planFollow', () => {
  it('never leaves the recording, never runs outside of it, and nudges towards the large camera alone', () => {
    fc.assert(
      fc.property(situation, (now) => {
        const plan = planFollow(now)
        if (plan.seekToUs !== null) {
          expect(plan.seekToUs).toBeGreaterThanOrEqual(0)
          expect(plan.seekToUs).toBeLessThanOrEqual(durationUs)
        }
        const isInside = now.wantedUs !== null && now.wantedUs >= 0 && now.wantedUs <= durationUs
        if (!isInside || now.rate === 0) expect(plan.rate).toBe(0)
        else {
          expect(Math.abs(plan.rate / now.rate - 1)).toBeLessThanOrEqual(0.3 + 1e-9)
          if (now.errorUs !== null) expect((plan.rate - now.rate) * now.errorUs).toBeLessThanOrEqual(0)
        }
        const isOff = now.errorUs === null || Math.abs(now.errorUs) >= now.frameUs
        if (isInside && isOff) expect(plan.state).not.toBe('together')
      })
    )
  })

  it('seeks ahead by what a seek takes, and leaves pictures between two seeks', () => {
    const far = { wantedUs: 10e6, durationUs, rate: 2, errorUs: -3e6, frameUs: 40_000, seekCostMs: 200 }
    expect(planFollow({ ...far, sinceSeekMs: 5000 }).seekToUs).toBe(10.4e6)
    expect(planFollow({ ...far, sinceSeekMs: 300 }).seekToUs).toBeNull()
    expect(planFollow({ ...far, seekCostMs: 1000, sinceSeekMs: 2000 }).seekToUs).toBeNull()
  })

  it('leaves a camera alone that is near enough', () => {
    const near = { wantedUs: 10e6, durationUs, rate: 1, errorUs: 3000, frameUs: 40_000, sinceSeekMs: Infinity, seekCostMs: 100 }
    expect(planFollow(near)).toEqual({ state: 'together', rate: 1, seekToUs: null })
  })
})
