import { describe, expect, it } from 'vitest'
import { planCaseClock } from '#shared/domain/caseClock'
import { coveredAt } from '#shared/domain/coverage'
import { reportingDeadline, timeToIntervene } from '#shared/domain/deadline'
import { createCaseBuilder, evening, withdrawn } from './caseBuilder'

describe('reportingDeadline', () => {
  const builder = createCaseBuilder()
  const officer = builder.officer('A', { shiftEndsAt: evening('23:30') })
  const other = builder.officer('B')
  const written = (clock: string | null, by = officer) => builder.report('x', by, { writtenAt: clock === null ? null : evening(clock) })

  it('is met by one report within the shift, to the very end of it', () => {
    expect(reportingDeadline(officer, [written('23:30'), written('23:59')])).toBe('met')
  })

  it('is late where all are written after the shift', () => {
    expect(reportingDeadline(officer, [written('23:31')])).toBe('late')
  })

  it('is none found where the officer wrote none that stands', () => {
    expect(reportingDeadline(officer, [written('22:00', other), withdrawn(written('22:00'))])).toBe('none-found')
  })

  it('is unknown where a time is', () => {
    expect(reportingDeadline(officer, [written(null), written('23:59')])).toBe('unknown')
    expect(reportingDeadline({ ...officer, shiftEndsAt: null }, [written('22:00')])).toBe('unknown')
  })
})

describe('timeToIntervene', () => {
  const builder = createCaseBuilder()
  const [a, b] = [builder.officer('A'), builder.officer('B')]
  const camera = builder.footage()
  const needed = builder.tag(camera, 'intervention-needed', 10, { presentIds: [a.id, b.id] }, 40)
  const late = builder.tag(camera, 'intervention', 35, { actorIds: [a.id] })
  const early = builder.tag(camera, 'intervention', 22, { actorIds: [a.id] })

  it('is the time to the first intervention, or else the length of the range', () => {
    expect(timeToIntervene(needed, [needed, late, early])).toEqual([
      { officerId: a.id, timeUs: 12_000_000, hasIntervened: true },
      { officerId: b.id, timeUs: 30_000_000, hasIntervened: false }
    ])
  })

  it('counts no intervention that is withdrawn, before the need, or on another camera', () => {
    const others = [
      withdrawn(early),
      builder.tag(camera, 'intervention', 5, { actorIds: [a.id] }),
      builder.tag(builder.footage(), 'intervention', 20, { actorIds: [a.id] })
    ]
    expect(timeToIntervene(needed, others)[0]).toEqual({ officerId: a.id, timeUs: 30_000_000, hasIntervened: false })
  })

  it('is unknown where the range has no end, and empty for another kind', () => {
    expect(timeToIntervene({ ...needed, endUs: null }, [])[0]?.timeUs).toBeNull()
    expect(timeToIntervene(early, [late])).toEqual([])
  })
})

describe('coverage', () => {
  const builder = createCaseBuilder()
  const camera = builder.footage({ startsAt: evening('21:14'), durationS: 60 })

  it('covers from the first to the last moment', () => {
    const clock = planCaseClock([camera])
    const covered = ['21:13:59', '21:14:00', '21:14:30', '21:15:00', '21:15:01'].map((at) => coveredAt(clock, camera, evening(at)))
    expect(covered).toEqual([null, 0, 30_000_000, 60_000_000, null])
    expect(coveredAt(planCaseClock([{ ...camera, startsAt: null }]), camera, evening('21:14:30'))).toBeNull()
  })
})
