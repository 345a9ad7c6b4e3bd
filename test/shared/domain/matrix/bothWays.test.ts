import { describe, expect, it } from 'vitest'
import { createComparison } from '#shared/domain/differences/createComparison'
import { shippedCodebook } from '#shared/model/codebook'
import { createCaseBuilder } from '../caseBuilder'

describe('both ways', () => {
  it('counts moments of force in every involved officer’s report, and force statements with a moment', () => {
    const builder = createCaseBuilder()
    const [a, b, c] = [builder.officer('A'), builder.officer('B'), builder.officer('C')]
    const camera = builder.footage()
    const first = builder.report('I struck him. I struck again. I pushed him. I did not kick him. I cuffed him. I used OC.', a)
    const second = builder.report('A struck him.', b)
    const strike = builder.tag(camera, 'force', 10, { forceType: 'strike', actorIds: [a.id] })
    const push = builder.tag(camera, 'force', 20, { forceType: 'push', actorIds: [c.id] })
    const later = builder.tag(camera, 'force', 30, { forceType: 'strike', actorIds: [a.id] })
    builder.tag(camera, 'force', 40, { forceType: 'restraint-device' })
    builder.link(strike, first, 'I struck him')
    builder.link(strike, second, 'A struck him')
    builder.link(push, first, 'I pushed him')
    builder.absentFromReport(push, second)
    builder.link(later, first, 'I struck again')
    builder.statement(first, 'I struck him', 'force', { types: ['strike'] })
    const again = builder.statement(first, 'I used OC', 'force', { types: ['chemical-spray'] })
    builder.statement(first, 'I struck again. I pushed', 'resistance')
    builder.statement(first, 'I did not kick him', 'force', { isNegated: true })
    builder.statement(first, 'I cuffed him', 'force', { types: ['restraint-device'] })
    builder.statement(second, 'A struck him', 'force')
    const { bothWays } = createComparison(shippedCodebook)(builder.build()).matrix
    expect(bothWays).toMatchObject({
      ...{ momentCount: 3, inEveryReport: 1, notMentionedInSome: 1, notComparedInSome: 1, officersWithoutReport: [c.id] },
      reports: [
        { reportId: first.id, isInvolved: true, moments: { mentioned: 3, notMentioned: 0, notCompared: 0 } },
        { reportId: second.id, isInvolved: true, moments: { mentioned: 1, notMentioned: 1, notCompared: 1 } }
      ]
    })
    expect(bothWays.reports[0]?.statements).toEqual({ tagged: 1, noMoment: 0, cannotCheck: 0, notCompared: 1 })
    expect(bothWays.reports[1]?.statements.tagged).toBe(1)
    builder.absentFromFootage(again)
    expect(createComparison(shippedCodebook)(builder.build()).matrix.bothWays.statements).toEqual({
      ...{ tagged: 2, noMoment: 1, cannotCheck: 0, notCompared: 0 }
    })
  })

  it('has no moment in every report where no involved officer wrote one', () => {
    const builder = createCaseBuilder()
    builder.tag(builder.footage(), 'force', 10)
    expect(createComparison(shippedCodebook)(builder.build()).matrix.bothWays).toMatchObject({ momentCount: 1, inEveryReport: 0 })
  })
})
