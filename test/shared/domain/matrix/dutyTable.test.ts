import { beforeEach, describe, expect, it } from 'vitest'
import { createComparison } from '#shared/domain/differences/createComparison'
import { shippedCodebook } from '#shared/model/codebook'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import { alignedTo, createCaseBuilder, evening } from '../caseBuilder'

const second = 1_000_000

describe('the duty to intervene', () => {
  let builder = createCaseBuilder()
  beforeEach(() => {
    builder = createCaseBuilder()
  })
  const duty = () => createComparison(shippedCodebook)(builder.build()).matrix.duty
  const failure = emptyTagDetails('failure-to-intervene')

  it('lasts from when the need was apparent to when someone stepped in, on any camera of the same clock', () => {
    const [a, b] = [builder.officer('A'), builder.officer('B')]
    const camera = builder.footage({ startsAt: null })
    const other = builder.footage({ startsAt: null, alignment: alignedTo(camera, 5) })
    const needed = builder.tag(camera, 'intervention-needed', 10, { presentIds: [a.id, b.id] }, 40)
    expect(duty()).toMatchObject([{ tag: needed, lengthUs: 30 * second, firstInterventionTagId: null }])
    const stepped = builder.tag(other, 'intervention', 17, { actorIds: [b.id] })
    expect(duty()).toMatchObject([
      {
        ...{ lengthUs: 12 * second, firstInterventionTagId: stepped.id },
        rows: [
          { officerId: a.id, ownUs: null, interventionTagId: null },
          { officerId: b.id, ownUs: 12 * second, interventionTagId: stepped.id }
        ]
      }
    ])
  })

  it('leaves the length of an open range unknown', () => {
    builder.tag(builder.footage(), 'intervention-needed', 10, { presentIds: [builder.officer('A').id] })
    expect(duty()).toMatchObject([{ lengthUs: null }])
  })

  it('names who is recorded as present and by what, without the one who uses the force', () => {
    const [a, b, c, d, e] = ['A', 'B', 'C', 'D', 'E'].map((name) => builder.officer(name))
    if (!a || !b || !c || !d || !e) throw new Error('Five officers were made.')
    const camera = builder.footage()
    const worn = builder.footage({ startsAt: evening('21:14') })
    const force = builder.tag(camera, 'force', 10, { actorIds: [a.id] }, 20)
    const needed = builder.tag(camera, 'intervention-needed', 10, { presentIds: [b.id, builder.subject('S').id], forceTagId: force.id }, 20)
    const failed = builder.tag(camera, 'failure-to-intervene', 12, { officerId: b.id, forceTagId: force.id })
    const report = builder.report('I saw the strike.', d)
    builder.link(force, report, 'I saw the strike')
    builder.link(force, builder.report('I struck him.', a), 'I struck him')
    builder.officer('Absent')
    const input = builder.build()
    const footage = input.footage.map((one) => (one.id === worn.id ? { ...one, wearerId: c.id } : one))
    const [occasion] = createComparison(shippedCodebook)({ ...input, footage }).matrix.duty
    expect(occasion?.rows.map(({ officerId, presence }) => [officerId, presence])).toEqual([
      [
        b.id,
        [
          { source: 'tagged', tagId: needed.id },
          { source: 'failure', tagId: failed.id }
        ]
      ],
      [c.id, [{ source: 'camera', footageId: worn.id }]],
      [d.id, [{ source: 'report', reportId: report.id }]]
    ])
  })

  it('leaves each element undetermined until a person sets it, and says where two answers differ', () => {
    const officer = builder.officer('A')
    const camera = builder.footage()
    builder.tag(camera, 'intervention-needed', 10, { presentIds: [officer.id] }, 20)
    const undetermined = { value: 'undetermined', shownBy: null }
    expect(duty()[0]?.rows[0]?.elements).toEqual({
      ...{ present: undetermined, observing: undetermined, beyondNecessary: undetermined },
      ...{ noAttempt: undetermined, imminentHarm: undetermined }
    })
    const elements = { ...failure.elements, present: { value: 'yes' as const, shownAtUs: 11 * second } }
    const first = builder.tag(camera, 'failure-to-intervene', 11, { officerId: officer.id, elements })
    expect(duty()[0]?.rows[0]?.elements).toMatchObject({
      present: { value: 'yes', shownBy: { tagId: first.id, atUs: 11 * second } },
      observing: undetermined
    })
    const denied = { ...elements, present: { value: 'no' as const, shownAtUs: null } }
    builder.tag(camera, 'failure-to-intervene', 12, { officerId: officer.id, elements: denied })
    expect(duty()[0]?.rows[0]?.elements.present.value).toBe('mixed')
  })

  it('tells a failure that lies in no range as an occasion of its own', () => {
    const officer = builder.officer('A')
    const camera = builder.footage()
    builder.tag(camera, 'intervention-needed', 10, { presentIds: [officer.id] }, 20)
    const failed = builder.tag(camera, 'failure-to-intervene', 50, { officerId: officer.id })
    expect(duty().map(({ tag, lengthUs }) => [tag.id === failed.id, lengthUs])).toEqual([
      [false, 10 * second],
      [true, null]
    ])
  })

  it.each([
    ['met', evening('23:30'), evening('22:00')],
    ['late', evening('23:30'), evening('23:31')],
    ['unknown', null, evening('22:00')],
    ['unknown', evening('23:30'), null]
  ] as const)('says that the deadline is %s for a shift to %s and a report at %s', (deadline, shiftEndsAt, writtenAt) => {
    const officer = builder.officer('A', { shiftEndsAt })
    builder.tag(builder.footage(), 'intervention-needed', 10, { presentIds: [officer.id] })
    expect(duty()[0]?.rows[0]?.deadline).toBe('none-found')
    builder.report('x', officer, { writtenAt })
    expect(duty()[0]?.rows[0]?.deadline).toBe(deadline)
  })
})
