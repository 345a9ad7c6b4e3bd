import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  closedGapUs,
  formatShare,
  gapsOf,
  lengthOf,
  nextGap,
  unionOf,
  watchedOf,
  watchedShares,
  type Stretch
} from '#shared/domain/watched'
import { userIdSchema } from '#shared/model/ids'
import { createCaseBuilder } from './caseBuilder'

const durationUs = 60_000_000
const stretch = fc
  .tuple(fc.integer({ min: 0, max: durationUs }), fc.integer({ min: 0, max: durationUs }))
  .map(([one, other]): Stretch => ({ startUs: Math.min(one, other), endUs: Math.max(one, other) }))
const stretches = fc.array(stretch, { maxLength: 12 })

const covers = (union: readonly Stretch[], timeUs: number) => union.some(({ startUs, endUs }) => startUs <= timeUs && timeUs <= endUs)

describe('unionOf', () => {
  it('is the same whatever the order, and however often it is taken', () => {
    fc.assert(
      fc.property(stretches, fc.infiniteStream(fc.nat()), (given, random) => {
        const union = unionOf(given, durationUs)
        const shuffled = given
          .map((one) => ({ one, at: random.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(unionOf(shuffled, durationUs)).toEqual(union)
        expect(unionOf(union, durationUs)).toEqual(union)
        expect(unionOf([...given, ...given], durationUs)).toEqual(union)
      })
    )
  })

  it('is in order, apart, and holds each moment that was watched and none that is further than a closed gap from it', () => {
    fc.assert(
      fc.property(stretches, fc.integer({ min: 0, max: durationUs }), (given, timeUs) => {
        const union = unionOf(given, durationUs)
        for (const [index, { startUs, endUs }] of union.entries()) {
          expect(endUs).toBeGreaterThan(startUs)
          expect(startUs - (union[index - 1]?.endUs ?? -Infinity)).toBeGreaterThan(closedGapUs)
        }
        const shown = given.filter(({ startUs, endUs }) => endUs > startUs)
        if (covers(shown, timeUs)) expect(covers(union, timeUs)).toBe(true)
        if (covers(union, timeUs)) {
          const distance = Math.min(...shown.map(({ startUs, endUs }) => Math.max(startUs - timeUs, timeUs - endUs, 0)))
          expect(distance).toBeLessThanOrEqual(closedGapUs)
        }
      })
    )
  })

  it('never leaves the footage, and with its gaps is the whole of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ startUs: fc.integer(), endUs: fc.integer() })),
        fc.integer({ min: 1, max: durationUs }),
        (given, wholeUs) => {
          const union = unionOf(given, wholeUs)
          expect(lengthOf(union)).toBeLessThanOrEqual(wholeUs)
          expect(lengthOf(union) + lengthOf(gapsOf(union, wholeUs))).toBe(wholeUs)
          for (const { startUs, endUs } of union) {
            expect(startUs).toBeGreaterThanOrEqual(0)
            expect(endUs).toBeLessThanOrEqual(wholeUs)
          }
        }
      )
    )
  })

  it('closes the gap of a few frames between a pause and going on, and at both ends', () => {
    const given = [
      { startUs: 40_000, endUs: 10_000_000 },
      { startUs: 10_040_000, endUs: durationUs - 40_000 }
    ]
    expect(unionOf(given, durationUs)).toEqual([{ startUs: 0, endUs: durationUs }])
  })
})

describe('what was watched of a case', () => {
  const build = createCaseBuilder()
  const first = build.footage()
  const second = build.footage()
  const wholeUs = first.probe.durationUs
  const one = userIdSchema.parse('01900000-0000-7000-8000-00000000aaaa')
  const other = userIdSchema.parse('01900000-0000-7000-8000-00000000bbbb')
  const viewing = (userId: typeof one, footageId: typeof first.id, part: number, rate = 1, isMuted = false) => ({
    ...{ userId, userName: userId === one ? 'A. Sergeant' : 'B. Lieutenant', footageId, rate, isMuted },
    ...{ startUs: 0, endUs: Math.round(wholeUs * part) }
  })

  it('is told for each reviewer apart, over all footage together', () => {
    const shares = watchedShares(
      [viewing(one, first.id, 1), viewing(one, second.id, 0.5), viewing(other, second.id, 0.25, 4)],
      [first, second]
    )
    expect(shares).toEqual([
      { userId: one, userName: 'A. Sergeant', share: 0.75, closeShare: 0.75 },
      { userId: other, userName: 'B. Lieutenant', share: 0.125, closeShare: 0 }
    ])
  })

  it('keeps fast and silent watching apart from watching at normal speed with sound', () => {
    const watched = watchedOf(
      [viewing(one, first.id, 1, 2), viewing(one, first.id, 0.5, 1, true), viewing(one, first.id, 0.25, 0.5)],
      first
    )
    expect(lengthOf(watched.all)).toBe(wholeUs)
    expect(lengthOf(watched.closely)).toBe(wholeUs / 4)
  })

  it('asks for no sound of a recording that has none', () => {
    const silent = { ...first, probe: { ...first.probe, audioCodec: null } }
    expect(lengthOf(watchedOf([viewing(one, first.id, 1, 1, true)], silent).closely)).toBe(wholeUs)
  })

  it('leaves out withdrawn footage, and never goes beyond 0 to 1', () => {
    const withdrawn = { ...second, withdrawn: { at: second.createdAt, by: one, reason: 'no part of it' } }
    expect(watchedShares([viewing(one, first.id, 1), viewing(one, second.id, 1)], [first, withdrawn])).toMatchObject([{ share: 1 }])
    expect(watchedShares([viewing(one, second.id, 1)], [withdrawn])).toEqual([])
    fc.assert(
      fc.property(stretches, (given) => {
        const viewings = given.map((range) => ({ ...viewing(one, first.id, 1), ...range }))
        for (const { share, closeShare } of watchedShares(viewings, [first])) {
          expect(share).toBeGreaterThan(0)
          expect(share).toBeLessThanOrEqual(1)
          expect(closeShare).toBeLessThanOrEqual(share)
        }
      })
    )
  })
})

describe('nextGap', () => {
  const gaps = [
    { startUs: 10, endUs: 20 },
    { startUs: 40, endUs: 50 }
  ]
  it('goes forward, and from the last one round to the first', () => {
    expect(nextGap(gaps, 0)).toBe(gaps[0])
    expect(nextGap(gaps, 10)).toBe(gaps[1])
    expect(nextGap(gaps, 45)).toBe(gaps[0])
    expect(nextGap([], 0)).toBeNull()
  })
})

describe('formatShare', () => {
  it('never says that all was watched where it was not', () => {
    expect(formatShare(0)).toBe('0 %')
    expect(formatShare(0.004)).toBe('under 1 %')
    expect(formatShare(0.9999)).toBe('99 %')
    expect(formatShare(1)).toBe('100 %')
  })
})
