import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planRuler } from '../../../../renderer/features/timeline/planRuler'
import { followView, fractionOf, panView, timeAtFraction, wholeView, zoomView } from '../../../../renderer/features/timeline/timeScale'

const durationUs = 842_000_000
const anyView = fc
  .tuple(fc.integer({ min: 0, max: durationUs - 1_000_000 }), fc.integer({ min: 500_000, max: durationUs }))
  .map(([startUs, spanUs]) => ({ startUs, endUs: Math.min(durationUs, startUs + spanUs) }))

describe('time scale', () => {
  it('puts a time where it reads it back, to a microsecond', () => {
    fc.assert(
      fc.property(anyView, fc.double({ min: 0, max: 1, noNaN: true }), (view, fraction) => {
        const timeUs = timeAtFraction(view, fraction, durationUs)
        expect(Math.abs(timeAtFraction(view, fractionOf(view, timeUs), durationUs) - timeUs)).toBeLessThanOrEqual(1)
      })
    )
  })

  it('keeps the anchor in its place while zooming in, and never leaves the footage', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 12 }), (fraction, times) => {
        const anchorUs = Math.round(fraction * durationUs)
        let view = wholeView(durationUs)
        for (let turn = 0; turn < times; turn += 1) view = zoomView(view, 2, anchorUs, durationUs)
        expect(fractionOf(view, anchorUs)).toBeCloseTo(fraction, 3)
        expect(view.startUs).toBeGreaterThanOrEqual(0)
        expect(view.endUs).toBeLessThanOrEqual(durationUs)
        expect(view.endUs - view.startUs).toBeGreaterThanOrEqual(500_000)
      })
    )
  })

  it('is the whole footage again when zoomed out far enough', () => {
    const near = zoomView(wholeView(durationUs), 64, 400_000_000, durationUs)
    expect(zoomView(near, 1 / 1000, 400_000_000, durationUs)).toEqual(wholeView(durationUs))
  })

  it('pans no further than the ends, and follows the playhead only when it leaves', () => {
    const view = { startUs: 100_000_000, endUs: 200_000_000 }
    expect(panView(view, -5, durationUs)).toEqual({ startUs: 0, endUs: 100_000_000 })
    expect(panView(view, 50, durationUs).endUs).toBe(durationUs)
    expect(followView(view, 150_000_000, durationUs)).toBe(view)
    const followed = followView(view, 300_000_000, durationUs)
    expect(fractionOf(followed, 300_000_000)).toBeCloseTo(0.1, 6)
  })
})

describe('planRuler', () => {
  it('keeps lines apart, in view, and on whole steps of the clock', () => {
    fc.assert(
      fc.property(
        anyView,
        fc.integer({ min: 200, max: 2000 }),
        fc.integer({ min: 0, max: 1_700_000_000_000 }),
        (view, widthPx, originMs) => {
          const { stepMs, ticks } = planRuler(view, widthPx, 76, originMs)
          ticks.forEach((tick, index) => {
            expect(tick.fraction).toBeGreaterThanOrEqual(-1e-6)
            expect(tick.fraction).toBeLessThanOrEqual(1 + 1e-6)
            expect((originMs + tick.timeUs / 1000) % stepMs).toBeCloseTo(0, 3)
            const before = ticks[index - 1]
            if (before !== undefined) expect((tick.fraction - before.fraction) * widthPx).toBeGreaterThanOrEqual(75.9)
          })
          expect(ticks.length).toBeLessThanOrEqual(widthPx / 76 + 1)
        }
      )
    )
  })
})
