import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseSummarySchema, type CaseSummary } from '#shared/model/caseSummary'
import {
  filterQueue,
  matchesFilter,
  queueColumns,
  queueFilters,
  queueRowsOf,
  sortQueue
} from '../../../../renderer/features/library/planQueue'
import { planRowMove } from '../../../../renderer/features/library/planRowMove'
import { createCaseBuilder } from '../../../shared/domain/caseBuilder'

const of = createCaseBuilder().build().case
const now = '2024-10-13T03:30:00.000Z'
const me = of.createdBy

const summaryOf = (more: Partial<CaseSummary> = {}, dueOn: string | null = null): CaseSummary =>
  caseSummarySchema.parse({
    ...{ footageCount: 1, reportCount: 1, tagCount: 1, openDifferenceCount: 0, notComparedCount: 0, watched: [], notIntactCount: 0 },
    ...{ coverFootageId: null, marks: [] },
    case: { ...of, dueOn },
    ...more
  })

describe('the queue', () => {
  it('counts the days to the due date on the calendar of the case', () => {
    // In New York it is still the evening of the 12th.
    const daysOf = (dueOn: string | null) => queueRowsOf([summaryOf({}, dueOn)], me, now)[0]?.dueInDays
    expect([daysOf('2024-10-14'), daysOf('2024-10-12'), daysOf('2024-10-09'), daysOf(null)]).toEqual([2, 0, -3, null])
  })

  it('comes in the order of the due dates, then the newest first, and without one last', () => {
    const startsAt = ['2024-10-01T00:00:00.000Z', '2024-10-02T00:00:00.000Z']
    const rows = queueRowsOf(
      [
        summaryOf({ case: { ...of, incidentNumber: 'none' } }),
        summaryOf({ case: { ...of, incidentNumber: 'older', dueOn: '2024-11-01', startsAt: startsAt[0] ?? '' } }),
        summaryOf({ case: { ...of, incidentNumber: 'newer', dueOn: '2024-11-01', startsAt: startsAt[1] ?? '' } }),
        summaryOf({ case: { ...of, incidentNumber: 'late', dueOn: '2024-10-01' } })
      ],
      me,
      now
    )
    const namesOf = (isDescending: boolean) => sortQueue(rows, { by: 'due', isDescending }).map((row) => row.case.incidentNumber)
    expect(namesOf(false)).toEqual(['late', 'newer', 'older', 'none'])
    expect(namesOf(true)).toEqual(['newer', 'older', 'late', 'none'])
  })

  it('narrows by every chosen filter, and each count is what choosing it would leave', () => {
    const row = fc.record({
      marks: fc.uniqueArray(fc.constantFrom('taser' as const, 'escalation' as const, 'person-in-crisis' as const)),
      openDifferenceCount: fc.nat(2),
      footageCount: fc.nat(1),
      share: fc.constantFrom(0, 0.5, 1),
      dueOn: fc.constantFrom(null, '2024-10-01', '2024-12-01')
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.uniqueArray(fc.constantFrom(...queueFilters), { maxLength: 3 }), (made, picked) => {
        const rows = queueRowsOf(
          made.map(({ share, dueOn, ...more }) =>
            summaryOf({ ...more, watched: [{ userId: me, userName: 'A', share, closeShare: 0 }] }, dueOn)
          ),
          me,
          now
        )
        const chosen = new Set(picked)
        const { rows: shown, counts } = filterQueue(rows, chosen)
        expect(shown).toEqual(rows.filter((one) => picked.every((filter) => matchesFilter(one, filter))))
        for (const filter of queueFilters) expect(counts.get(filter)).toBe(filterQueue(rows, new Set([...chosen, filter])).rows.length)
        for (const by of queueColumns) expect(sortQueue(shown, { by, isDescending: true })).toHaveLength(shown.length)
      })
    )
  })

  it('is moved in by keys, and never out of it', () => {
    expect([planRowMove('ArrowDown', 1, 3), planRowMove('ArrowDown', 2, 3), planRowMove('ArrowUp', 0, 3)]).toEqual([2, 2, 0])
    expect([planRowMove('End', 0, 1000), planRowMove('Home', 500, 1000), planRowMove('PageDown', 998, 1000)]).toEqual([999, 0, 999])
    expect([planRowMove('x', 0, 3), planRowMove('End', 0, 0)]).toEqual([null, null])
  })
})
