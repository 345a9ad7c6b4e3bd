import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestPicture, planStrip } from '../../../../renderer/features/timeline/planStrip'

const hourUs = 3_600_000_000
const everyTenSeconds = Array.from({ length: 360 }, (_, index) => index * 10_000_000)

describe('the places of a filmstrip', () => {
  it('cover the view of a whole hour, each with a picture of its own time', () => {
    const places = planStrip({ startUs: 0, endUs: hourUs }, 1000, 80, everyTenSeconds, hourUs)
    expect(places.map(({ leftPx }) => Math.round(leftPx))).toEqual(Array.from({ length: 13 }, (_, index) => index * 80))
    expect(places.every(({ isOwn }) => isOwn)).toBe(true)
  })

  it('say that the picture is only the nearest, where the view is shorter than the way from one to the next', () => {
    const places = planStrip({ startUs: 13_000_000, endUs: 13_500_000 }, 1000, 80, everyTenSeconds, hourUs)
    expect(new Set(places.map(({ pictureIndex, isOwn }) => `${pictureIndex} ${isOwn}`))).toEqual(new Set(['1 false']))
  })

  it('end where there are no pictures yet', () => {
    const places = planStrip({ startUs: 0, endUs: hourUs }, 1000, 80, everyTenSeconds.slice(0, 90), hourUs / 4)
    expect(places).toHaveLength(4)
    expect(planStrip({ startUs: 0, endUs: hourUs }, 1000, 80, [], hourUs)).toEqual([])
  })

  it('keep their pictures when the view is moved', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1000 }), (seconds) => {
        const spanUs = 600_000_000
        const at = (startUs: number) => planStrip({ startUs, endUs: startUs + spanUs }, 1000, 80, everyTenSeconds, hourUs)
        const timeOf = (leftPx: number, startUs: number) => Math.round((startUs + (leftPx * spanUs) / 1000) / 1000)
        const before = new Map(at(0).map(({ leftPx, pictureIndex }) => [timeOf(leftPx, 0), pictureIndex]))
        const moved = at(seconds * 1_000_000)
        for (const { leftPx, pictureIndex } of moved) {
          const same = before.get(timeOf(leftPx, seconds * 1_000_000))
          if (same !== undefined) expect(pictureIndex).toBe(same)
        }
      })
    )
  })

  it('take the nearest picture of any time', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 1000 }), { minLength: 1 }), fc.nat({ max: 1200 }), (times, timeUs) => {
        const sorted = times.toSorted((a, b) => a - b)
        const distance = Math.abs((sorted[nearestPicture(sorted, timeUs)] ?? NaN) - timeUs)
        expect(distance).toBe(Math.min(...sorted.map((time) => Math.abs(time - timeUs))))
      })
    )
  })
})
