import { beforeEach, describe, expect, it } from 'vitest'
import { createCaseBuilder, evening } from '../caseBuilder'
import { findKind } from './findKind'

describe('duty to intervene', () => {
  let builder = createCaseBuilder()
  beforeEach(() => {
    builder = createCaseBuilder()
  })

  it('is found for each officer named who wrote no report, once', () => {
    const [a, b] = [builder.officer('A'), builder.officer('B')]
    const camera = builder.footage()
    const needed = builder.tag(camera, 'intervention-needed', 1, { presentIds: [a.id, b.id] }, 9)
    const failure = builder.tag(camera, 'failure-to-intervene', 5, { officerId: a.id })
    builder.report('I saw it.', b)
    const differences = findKind(builder, 'duty-to-intervene')
    expect(differences).toMatchObject([{ key: `duty-to-intervene:${a.id}`, personIds: [a.id] }])
    expect(differences[0]?.sides.map((side) => [side.account, side.tagIds])).toEqual([
      ['footage', [needed.id, failure.id]],
      ['none', []]
    ])
  })

  it('is found for a report after the end of the shift, and not where the deadline is unknown', () => {
    const [late, unknown] = [builder.officer('A'), builder.officer('B', { shiftEndsAt: null })]
    builder.tag(builder.footage(), 'intervention-needed', 1, { presentIds: [late.id, unknown.id] })
    const report = builder.report('I saw it.', late, { writtenAt: evening('23:45') })
    builder.report('I saw it.', unknown, { writtenAt: evening('23:45') })
    const differences = findKind(builder, 'duty-to-intervene')
    expect(differences.map(({ personIds }) => personIds)).toEqual([[late.id]])
    expect(differences[0]?.sides[1]).toMatchObject({
      reportId: report.id,
      says: 'Incident report by Ofc. A: written 12 Oct 2024 23:45, after the shift ended 12 Oct 2024 23:30.'
    })
  })

  it('is found where the officer’s reports were looked through in vain for the tag or its force', () => {
    const officer = builder.officer('A')
    const camera = builder.footage()
    const force = builder.tag(camera, 'force', 1)
    builder.tag(camera, 'intervention-needed', 1, { presentIds: [officer.id], forceTagId: force.id })
    const reports = [builder.report('Quiet night.', officer), builder.report('Still quiet.', officer)]
    expect(findKind(builder, 'duty-to-intervene')).toEqual([])
    for (const report of reports) {
      expect(findKind(builder, 'duty-to-intervene')).toEqual([])
      builder.absentFromReport(force, report)
    }
    expect(findKind(builder, 'duty-to-intervene')).toHaveLength(1)
    for (const report of reports.slice(1)) builder.link(force, report, 'Still quiet.')
    expect(findKind(builder, 'duty-to-intervene')).toEqual([])
  })

  it('is not found for one who reported in time, nor for one who is no officer', () => {
    const [officer, bystander] = [builder.officer('A'), builder.subject('B')]
    builder.tag(builder.footage(), 'intervention-needed', 1, { presentIds: [officer.id, bystander.id] })
    builder.report('I saw it.', officer)
    expect(findKind(builder, 'duty-to-intervene')).toEqual([])
  })
})
