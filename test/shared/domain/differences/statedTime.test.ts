import { describe, expect, it } from 'vitest'
import { createCaseBuilder, evening } from '../caseBuilder'
import { findKind } from './findKind'

const text = 'At that time I struck him.'

/** A strike from 21:15:00 to 21:16:00 on footage, and a statement of this time. */
function stated(statedAt: string | null, startsAt: string | null = evening('21:14')) {
  const builder = createCaseBuilder()
  const report = builder.report(text)
  builder.statement(report, text, 'force', { statedAt })
  builder.link(builder.tag(builder.footage({ startsAt }), 'force', 60, {}, 120), report, text)
  return findKind(builder, 'time')
}

describe('time', () => {
  it('is found beyond the tolerance on either side', () => {
    expect(stated(evening('21:18:01'))[0]?.summary).toBe('The report states 21:18:01; the case clock is 2 min 1 s away from it.')
    expect(stated(evening('21:12:59'))).toHaveLength(1)
  })

  it('is not found within the tolerance or inside the range', () => {
    for (const clock of ['21:13:00', '21:15:30', '21:18:00']) expect(stated(evening(clock))).toEqual([])
  })

  it('is not compared where no time is stated or no clock is known', () => {
    expect(stated(null)).toEqual([])
    expect(stated(evening('22:00'), null)).toEqual([])
  })
})
