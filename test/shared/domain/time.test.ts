import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  formatFootageTime,
  formatInstant,
  formatWallClock,
  frameAt,
  instantOnDay,
  neighbourFrame,
  parseLocalDateTime,
  toLocalDateTime
} from '#shared/domain/time'

const newYork = 'America/New_York'
const timeZones = fc.constantFrom(newYork, 'UTC', 'Asia/Kathmandu', 'Australia/Lord_Howe')
const instants = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
const frameTimes = fc.uniqueArray(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 50 }).map((times) => times.sort((a, b) => a - b))

describe('footage time', () => {
  it('reads as hours, minutes, seconds and milliseconds, cut and not rounded', () => {
    expect(formatFootageTime(207_300_000)).toBe('00:03:27.300')
    expect(formatFootageTime(207_300_999)).toBe('00:03:27.300')
    expect(formatFootageTime(207_999_999, { withFraction: false })).toBe('00:03:27')
    expect(formatFootageTime(100 * 3_600_000_000)).toBe('100:00:00.000')
  })

  it('never reads earlier for a later time', () => {
    const short = fc.integer({ min: 0, max: 99 * 3_600_000_000 })
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(formatFootageTime(Math.min(a, b)) <= formatFootageTime(Math.max(a, b))).toBe(true)
      })
    )
  })
})

describe('wall clock', () => {
  it('reads in the time zone of the case', () => {
    expect(formatWallClock('2024-10-13T01:17:42.300Z', newYork)).toBe('21:17:42.300')
    expect(formatWallClock('2024-10-13T01:17:42.300Z', newYork, { withFraction: false })).toBe('21:17:42')
    expect(formatInstant('2024-10-13T01:14:00.000Z', newYork)).toBe('12 Oct 2024 21:14')
  })
})

describe('the time of day in a zone', () => {
  const zones = fc.constantFrom(newYork, 'UTC', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns')
  // Days on which clocks are set forward or back, and others.
  const moments = fc
    .tuple(fc.constantFrom('2024-03-10', '2024-11-03', '2024-04-06', '2024-10-05', '2023-07-01', '1969-12-31'), fc.nat(86_399_999))
    .map(([day, ofDayMs]) => new Date(Date.parse(day) + ofDayMs).toISOString())

  it('is what the calendar of the zone says, on days when its clocks are set too', () => {
    fc.assert(
      fc.property(moments, zones, (instant, timeZone) => {
        const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainTime()
        expect(formatWallClock(instant, timeZone)).toBe(local.toString({ smallestUnit: 'millisecond' }))
      }),
      { numRuns: 2000 }
    )
  })
})

describe('local date and time', () => {
  it('is read in the time zone of the case', () => {
    expect(parseLocalDateTime('2024-10-12T21:14', newYork)).toBe('2024-10-13T01:14:00.000Z')
    expect(parseLocalDateTime('2024-10-12T21:14:05.3', newYork)).toBe('2024-10-13T01:14:05.300Z')
  })

  it.each(['', '2024-10-12', '2024-13-12T21:14', '2024-02-30T21:14', '2024-10-12T24:14', '2024-10-12T21:14Z', 'yesterday'])(
    'is null for %j',
    (text) => {
      expect(parseLocalDateTime(text, newYork)).toBeNull()
    }
  )

  it('is null for a time that the clocks skipped, and the first of one that came twice', () => {
    expect(parseLocalDateTime('2024-03-10T02:30', newYork)).toBeNull()
    expect(parseLocalDateTime('2024-11-03T01:30', newYork)).toBe('2024-11-03T05:30:00.000Z')
  })

  it('comes back as it went, but for the hour that came twice', () => {
    fc.assert(
      fc.property(instants, timeZones, (instant, timeZone) => {
        const local = toLocalDateTime(instant, timeZone)
        const back = parseLocalDateTime(local, timeZone)
        expect(back).not.toBeNull()
        expect(toLocalDateTime(back ?? '', timeZone)).toBe(local)
        if (back !== instant) expect(Date.parse(instant) - Date.parse(back ?? '')).toBeLessThanOrEqual(3_600_000)
        expect((back ?? '') <= instant).toBe(true)
      })
    )
  })
})

describe('a time of day that a report states', () => {
  const lateEvening = { startsAt: '2024-10-13T03:30:00.000Z', endsAt: '2024-10-13T04:20:00.000Z', timeZone: newYork }

  it('falls on the day that brings it nearest to the case', () => {
    expect(instantOnDay(lateEvening, '23:45')).toBe('2024-10-13T03:45:00.000Z')
    expect(instantOnDay(lateEvening, '00:10')).toBe('2024-10-13T04:10:00.000Z')
    expect(instantOnDay(lateEvening, '22:00')).toBe('2024-10-13T02:00:00.000Z')
  })

  it.each(['24:00', '9:15', '21:60', 'noon', ''])('is null for %j', (text) => {
    expect(instantOnDay(lateEvening, text)).toBeNull()
  })

  it('is never more than half a day and a clock change from the span', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 0, max: 172_800_000 }),
        timeZones,
        fc.integer({ min: 0, max: 1439 }),
        (startsAt, ms, timeZone, minute) => {
          const endsAt = new Date(Date.parse(startsAt) + ms).toISOString()
          const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          const instant = instantOnDay({ startsAt, endsAt, timeZone }, clock)
          if (instant === null) return
          expect(formatWallClock(instant, timeZone)).toBe(`${clock}:00.000`)
          const distanceMs = Math.max(Date.parse(startsAt) - Date.parse(instant), Date.parse(instant) - Date.parse(endsAt), 0)
          expect(distanceMs).toBeLessThanOrEqual(13 * 3_600_000)
        }
      )
    )
  })
})

describe('frames', () => {
  it('shows the last frame that has begun', () => {
    fc.assert(
      fc.property(frameTimes, fc.integer({ min: -10, max: 10_000_010 }), (timesUs, timeUs) => {
        expect(frameAt(timesUs, timeUs)).toBe(timesUs.filter((time) => time <= timeUs).length - 1)
      })
    )
  })

  it('steps from frame to frame and back', () => {
    fc.assert(
      fc.property(frameTimes, fc.nat(), (timesUs, pick) => {
        fc.pre(timesUs.length > 1)
        const from = timesUs[pick % (timesUs.length - 1)] ?? 0
        const next = neighbourFrame(timesUs, from, 1)
        expect(next).toBeGreaterThan(from)
        expect(neighbourFrame(timesUs, next ?? 0, -1)).toBe(from)
      })
    )
  })

  it('has no neighbour beyond the frames it was given', () => {
    expect(neighbourFrame([0, 33_333], 40_000, 1)).toBeNull()
    expect(neighbourFrame([0, 33_333], 0, -1)).toBeNull()
    expect(neighbourFrame([], 0, 1)).toBeNull()
    expect(neighbourFrame([100], 0, 1)).toBe(100)
  })
})
