import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAt, planFileChecks } from '#shared/domain/planFileChecks'
import { checkIntervalSchema } from '#shared/model/fileCheck'

const now = '2026-03-15T12:00:00.000Z'
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 24 * 60 * 60 * 1000).toISOString()

describe('planFileChecks', () => {
  it.each([
    ['daily', ['b', 'c', 'd'], '2026-03-15T23:59:59.999Z'],
    ['weekly', ['c', 'd'], null],
    ['monthly', ['d'], null],
    ['off', [], null]
  ] as const)('%s: what is due, the longest due first', (interval, due, nextBefore) => {
    const sources = [
      { id: 'd', hashedAt: daysAgo(31) },
      { id: 'b', hashedAt: daysAgo(2) },
      { id: 'a', hashedAt: daysAgo(0.9) },
      { id: 'c', hashedAt: daysAgo(7) }
    ]
    const plan = planFileChecks(sources, interval, now)
    expect(plan.due.map(({ id }) => id)).toEqual([...due].reverse())
    if (interval === 'off') expect(plan.nextDueAt).toBeNull()
    else expect((plan.nextDueAt ?? '') > now).toBe(true)
    if (nextBefore !== null) expect((plan.nextDueAt ?? '') < nextBefore).toBe(true)
  })

  it('puts each file among the due ones or leaves it for later, by its own time', () => {
    const source = fc.record({ id: fc.uuid(), hashedAt: fc.double({ min: 0, max: 60, noNaN: true }).map(daysAgo) })
    fc.assert(
      fc.property(fc.array(source), fc.constantFrom(...checkIntervalSchema.options), (sources, interval) => {
        const { due, nextDueAt } = planFileChecks(sources, interval, now)
        const later = sources.filter((one) => !due.includes(one)).flatMap((one) => dueAt(one, interval) ?? [])
        for (const one of due) expect((dueAt(one, interval) ?? '') <= now).toBe(true)
        for (const at of later) expect(at >= (nextDueAt ?? '')).toBe(true)
        expect(nextDueAt === null).toBe(later.length === 0)
      })
    )
  })
})
