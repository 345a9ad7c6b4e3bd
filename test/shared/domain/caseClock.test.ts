import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alignTime,
  clockTimeAt,
  describeOffset,
  footageTimeAt,
  isCyclic,
  planCaseClock,
  wallClockId,
  wallClockOf,
  type ClockedFootage,
  type ClockPlace
} from '#shared/domain/caseClock'
import { alignmentSchema, type Alignment } from '#shared/model/alignment'
import { footageIdSchema, userIdSchema, type FootageId } from '#shared/model/ids'

const idOf = (index: number) => footageIdSchema.parse(`01920000-0000-7000-8000-${String(index).padStart(12, '0')}`)
const at = '2024-10-13T02:00:00.000Z'
const by = userIdSchema.parse(idOf(999))

const byHand = (referenceId: FootageId, offsetUs: number, driftPpm = 0): Alignment =>
  alignmentSchema.parse({
    ...{ referenceId, offsetUs, driftPpm, nudgedUs: 0, alignedAt: at, alignedBy: by },
    ...{ method: 'hand', confidence: null, pairs: [{ footageUs: 0, referenceUs: offsetUs }] }
  })
const bySound = (referenceId: FootageId, offsetUs: number, confidence: number): Alignment =>
  alignmentSchema.parse({
    ...{ referenceId, offsetUs, driftPpm: 0, nudgedUs: 0, alignedAt: at, alignedBy: by },
    ...{ method: 'sound', confidence, windows: [] }
  })

function footage(index: number, startsAt: string | null, alignment?: Alignment): ClockedFootage {
  const createdAt = `2024-10-14T00:00:00.${String(index).padStart(3, '0')}Z`
  const clockMethod = startsAt === null ? ('unknown' as const) : ('file' as const)
  return { id: idOf(index), startsAt, clockMethod, createdAt, withdrawn: null, ...(alignment === undefined ? {} : { alignment }) }
}
const withdrawn = (one: ClockedFootage): ClockedFootage => ({ ...one, withdrawn: { at, by, reason: 'entered by mistake' } })

const early = '2024-10-13T01:14:00.000Z'
const late = '2024-10-13T01:14:08.000Z'

function placeOf(all: readonly ClockedFootage[], index: number): ClockPlace {
  const place = planCaseClock(all).places.get(idOf(index))
  if (place === undefined) throw new Error('no place')
  return place
}

describe('without alignments', () => {
  it('shows one moment on two cameras by their recorded-at times', () => {
    const clock = planCaseClock([footage(1, early), footage(2, late)])
    expect(alignTime(clock, idOf(1), 10_000_000, idOf(2))).toBe(2_000_000)
    expect(alignTime(clock, idOf(2), 2_000_000, idOf(1))).toBe(10_000_000)
    expect(describeOffset(clock, idOf(1), idOf(2))).toBe('+8.0 s')
    expect(describeOffset(clock, idOf(2), idOf(1))).toBe('−8.0 s')
    expect(wallClockOf(clock, idOf(2), 1_500_900)).toBe('2024-10-13T01:14:09.500Z')
  })

  it('guesses nothing where a clock is not known', () => {
    const clock = planCaseClock([footage(1, null), footage(2, late)])
    expect(alignTime(clock, idOf(1), 0, idOf(2))).toBeNull()
    expect(describeOffset(clock, idOf(1), idOf(2))).toBeNull()
    expect(wallClockOf(clock, idOf(1), 0)).toBeNull()
    expect(clock.mainClockId).toBe(wallClockId)
  })

  it('has no clock without footage', () => {
    expect(planCaseClock([])).toEqual({ places: new Map(), mainClockId: null })
  })
})

describe('with alignments', () => {
  it('puts an alignment before the recorded-at time', () => {
    const all = [footage(1, early), footage(2, late, bySound(idOf(1), 7_400_000, 0.9))]
    expect(alignTime(planCaseClock(all), idOf(2), 0, idOf(1))).toBe(7_400_000)
    expect(placeOf(all, 2)).toMatchObject({ method: 'sound', confidence: 0.9, referenceId: idOf(1), wallClockFromId: idOf(1) })
    expect(wallClockOf(planCaseClock(all), idOf(2), 0)).toBe('2024-10-13T01:14:07.400Z')
  })

  it('tells the wall clock by one that is aligned to a reference without', () => {
    const all = [footage(1, null), footage(2, late, byHand(idOf(1), 3_000_000))]
    expect(wallClockOf(planCaseClock(all), idOf(1), 0)).toBe('2024-10-13T01:14:05.000Z')
    expect(placeOf(all, 1).wallClockFromId).toBe(idOf(2))
  })

  it('counts from the first moment where no camera knows the wall clock, and leaves the unaligned apart', () => {
    const all = [footage(1, null), footage(2, null, byHand(idOf(1), -2_000_000)), footage(3, null)]
    const clock = planCaseClock(all)
    expect(clock.mainClockId).toBe(idOf(1))
    expect([placeOf(all, 2).startUs, placeOf(all, 1).startUs]).toEqual([0, 2_000_000])
    expect(alignTime(clock, idOf(3), 0, idOf(1))).toBeNull()
    expect(placeOf(all, 3)).toMatchObject({ clockId: idOf(3), method: 'unknown', confidence: null, referenceId: null })
  })

  it('follows references as far as they lead, with the least confidence on the way', () => {
    const all = [
      footage(1, early),
      footage(2, null, bySound(idOf(1), 5_000_000, 0.6)),
      footage(3, null, bySound(idOf(2), 1_000_000, 0.9)),
      footage(4, null, byHand(idOf(3), -500_000))
    ]
    expect(alignTime(planCaseClock(all), idOf(4), 0, idOf(1))).toBe(5_500_000)
    expect(placeOf(all, 4)).toMatchObject({ method: 'hand', confidence: 0.6, clockId: wallClockId })
  })

  it('stands by its own clock where its reference is withdrawn or missing', () => {
    const all = [withdrawn(footage(1, early)), footage(2, late, byHand(idOf(1), 1_000_000)), footage(3, null, byHand(idOf(77), 0))]
    expect(wallClockOf(planCaseClock(all), idOf(2), 0)).toBe(late)
    expect(placeOf(all, 2)).toMatchObject({ method: 'file', referenceId: null, problem: 'reference-withdrawn' })
    expect(placeOf(all, 3)).toMatchObject({ clockId: idOf(3), problem: 'reference-withdrawn' })
    expect(wallClockOf(planCaseClock(all), idOf(1), 0)).toBe(early)
  })

  it('does not follow a ring, and lets others lean on its members', () => {
    const all = [
      footage(1, early, byHand(idOf(2), 1_000_000)),
      footage(2, late, byHand(idOf(1), 1_000_000)),
      footage(3, null, byHand(idOf(2), 4_000_000)),
      footage(4, null, byHand(idOf(4), 1))
    ]
    expect([placeOf(all, 1), placeOf(all, 2), placeOf(all, 4)].map(({ problem }) => problem)).toEqual(['cycle', 'cycle', 'cycle'])
    expect(wallClockOf(planCaseClock(all), idOf(3), 0)).toBe('2024-10-13T01:14:12.000Z')
    const byId = new Map(all.map((one) => [one.id, one]))
    expect([isCyclic(byId, idOf(1), idOf(3)), isCyclic(byId, idOf(3), idOf(2)), isCyclic(byId, idOf(3), idOf(3))]).toEqual([
      true,
      false,
      true
    ])
  })
})

const hourUs = 3_600_000_000
const footageUs = fc.integer({ min: 0, max: 24 * hourUs })
const chain = fc
  .array(
    fc.record({
      startsAt: fc.option(fc.integer({ min: 0, max: 1e9 }).map((ms) => new Date(Date.parse(early) + ms).toISOString())),
      to: fc.option(fc.nat({ max: 5 }), { freq: 4 }),
      offsetUs: fc.integer({ min: -12 * hourUs, max: 12 * hourUs }),
      driftPpm: fc.double({ min: -200, max: 200, noNaN: true }),
      isWithdrawn: fc.boolean()
    }),
    { minLength: 1, maxLength: 6 }
  )
  .map((specs) =>
    specs.map(({ startsAt, to, offsetUs, driftPpm, isWithdrawn }, index) => {
      const one = footage(index, startsAt, to === null ? undefined : byHand(idOf(to), offsetUs, driftPpm))
      return isWithdrawn && index > 3 ? withdrawn(one) : one
    })
  )

describe('laws', () => {
  it('goes to the clock and back within a microsecond', () => {
    fc.assert(
      fc.property(chain, footageUs, (all, timeUs) => {
        for (const place of planCaseClock(all).places.values()) {
          const clockUs = clockTimeAt(place, timeUs)
          expect(Number.isSafeInteger(clockUs)).toBe(true)
          expect(Math.abs(footageTimeAt(place, clockUs) - timeUs)).toBeLessThanOrEqual(1)
        }
      })
    )
  })

  it('goes from one camera to another and back within two microseconds, and keeps the order of moments', () => {
    fc.assert(
      fc.property(chain, footageUs, footageUs, (all, timeUs, otherUs) => {
        const clock = planCaseClock(all)
        for (const from of all) {
          for (const to of all) {
            const there = alignTime(clock, from.id, timeUs, to.id)
            const other = alignTime(clock, from.id, otherUs, to.id)
            expect(there === null).toBe(alignTime(clock, to.id, 0, from.id) === null)
            if (there === null || other === null) continue
            expect(Math.abs((alignTime(clock, to.id, there, from.id) ?? NaN) - timeUs)).toBeLessThanOrEqual(2)
            if (timeUs <= otherUs) expect(there).toBeLessThanOrEqual(other)
          }
        }
      })
    )
  })

  it('keeps to each alignment that it follows, drift and all, within two microseconds', () => {
    fc.assert(
      fc.property(chain, footageUs, (all, timeUs) => {
        const clock = planCaseClock(all)
        for (const { id, alignment } of all) {
          const place = clock.places.get(id)
          if (alignment === undefined || place?.referenceId == null) continue
          const expectedUs = alignment.offsetUs + timeUs * (1 + alignment.driftPpm / 1e6)
          expect(Math.abs((alignTime(clock, id, timeUs, place.referenceId) ?? NaN) - expectedUs)).toBeLessThanOrEqual(2)
        }
      })
    )
  })

  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(
        chain.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(planCaseClock(shuffled)).toEqual(planCaseClock(all))
        }
      )
    )
  })
})
