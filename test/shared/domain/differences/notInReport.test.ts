import { beforeEach, describe, expect, it } from 'vitest'
import { shippedCodebook } from '#shared/model/codebook'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { createCaseBuilder, withdrawn } from '../caseBuilder'
import { findKind } from './findKind'

describe('not in report', () => {
  let builder = createCaseBuilder()
  beforeEach(() => {
    builder = createCaseBuilder()
  })
  const notCompared = () => findDifferences(builder.build(), shippedCodebook).notCompared

  it('is found where a reviewer looked in vain, with both sides to jump to', () => {
    const officer = builder.officer('A. Doe', { badgeNumber: '7' })
    const tag = builder.tag(builder.footage(), 'force', 222.3, { forceType: 'strike', bodyArea: 'head', count: 3, actorIds: [officer.id] })
    const report = builder.report('Nothing of note.', officer)
    builder.absentFromReport(tag, report)
    const [difference, ...more] = findKind(builder, 'not-in-report')
    expect(more).toEqual([])
    expect(difference).toMatchObject({
      origin: 'found',
      key: `not-in-report:${tag.id}+${report.id}`,
      personIds: [officer.id],
      status: 'open',
      sides: [
        { account: 'footage', says: 'Footage: Strike · head ×3, by Ofc. A. Doe (#7), at 21:17:42.300', tagIds: [tag.id] },
        { account: 'report', reportId: report.id }
      ]
    })
    expect(difference?.rule).toContain('does not mention')
    expect(notCompared()).toEqual([])
  })

  it('is not found by silence: without a look it is not compared', () => {
    const tag = builder.tag(builder.footage(), 'intervention', 1)
    const reports = [builder.report('One.'), builder.report('Two.')]
    expect(findKind(builder, 'not-in-report')).toEqual([])
    expect(notCompared()).toEqual(reports.map(({ id }) => ({ kind: 'tag-in-report', tagId: tag.id, reportId: id })))
  })

  it('gives way to a link, however the look came out', () => {
    const tag = builder.tag(builder.footage(), 'failure-to-intervene', 1)
    const report = builder.report('He stood by.')
    builder.absentFromReport(tag, report)
    builder.link(tag, report, 'He stood by.')
    expect(findKind(builder, 'not-in-report')).toEqual([])
    expect(notCompared()).toEqual([])
  })

  it('leaves out what alone is no force, and what a report need not mention', () => {
    const camera = builder.footage()
    const report = builder.report('Nothing.')
    builder.absentFromReport(builder.tag(camera, 'force', 1, { forceType: 'restraint-device' }), report)
    builder.absentFromReport(builder.tag(camera, 'escalation', 1), report)
    expect(findDifferences(builder.build(), shippedCodebook)).toEqual({ differences: [], notCompared: [] })
  })

  it('leaves out tags of withdrawn footage and withdrawn reports', () => {
    const camera = builder.footage()
    const [kept, gone] = [builder.report('Kept.'), builder.report('Gone.')]
    const tag = builder.tag(camera, 'force', 1)
    builder.absentFromReport(tag, kept)
    builder.absentFromReport(tag, gone)
    const input = builder.build()
    const reports = input.reports.map((report) => (report.id === gone.id ? withdrawn(report) : report))
    expect(findDifferences({ ...input, reports }, shippedCodebook).differences).toHaveLength(1)
    expect(findDifferences({ ...input, footage: input.footage.map(withdrawn) }, shippedCodebook)).toEqual({
      differences: [],
      notCompared: []
    })
  })
})
