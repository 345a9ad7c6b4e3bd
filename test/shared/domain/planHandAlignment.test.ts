import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planHandAlignment } from '#shared/domain/planHandAlignment'

const pair = (footageS: number, referenceS: number) => ({ footageUs: footageS * 1e6, referenceUs: referenceS * 1e6 })

describe('matching moments by hand', () => {
  it('takes the offset from one pair', () => {
    expect(planHandAlignment([pair(10, 7.5)])).toEqual({ offsetUs: -2_500_000, driftPpm: 0, problem: null })
  })

  it('takes offset and drift from two pairs, so that both hold to within a microsecond for each second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3600, max: 3600 }),
        fc.double({ min: -199, max: 199, noNaN: true }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 60, max: 7200 }),
        (offsetS, ppm, firstS, spanS) => {
          const referenceUs = (footageS: number) => Math.round(offsetS * 1e6 + footageS * (1e6 + ppm))
          const pairs = [firstS, firstS + spanS].map((at) => ({ footageUs: at * 1e6, referenceUs: referenceUs(at) }))
          const plan = planHandAlignment(pairs)
          if (plan.problem !== null) throw new Error('no plan')
          for (const { footageUs, referenceUs: expectedUs } of pairs) {
            const gotUs = plan.offsetUs + footageUs * (1 + plan.driftPpm / 1e6)
            expect(Math.abs(gotUs - expectedUs)).toBeLessThanOrEqual(footageUs * 1e-8 + 2)
          }
        }
      )
    )
  })

  it('takes no drift from a frame of misjudgement between two pairs that lie near each other', () => {
    expect(planHandAlignment([pair(10, 20), pair(15, 25.04)])).toEqual({ offsetUs: 10_020_000, driftPpm: 0, problem: null })
  })

  it('refuses pairs that no clock could bring together', () => {
    expect(planHandAlignment([pair(10, 20), pair(70, 90)]).problem?.what).toContain(
      '60.00 s pass between them on one camera, 70.00 s on the other'
    )
    expect(planHandAlignment([pair(10, 20), pair(10, 25)]).problem).not.toBeNull()
    expect(planHandAlignment([]).problem).not.toBeNull()
  })
})
