import { describe, expect, it } from 'vitest'
import type { Statement } from '#shared/model/report'
import { createCaseBuilder } from '../caseBuilder'
import { findKind } from './findKind'

const text = 'He was struck.'

function told(first: Partial<Statement>, second: Partial<Statement>, { isOneReport = false, isOneTag = true } = {}) {
  const builder = createCaseBuilder()
  const camera = builder.footage()
  const tag = builder.tag(camera, 'force', 1, { forceType: 'strike' })
  const reports = [builder.report(text), builder.report(text)] as const
  const [one, other] = [reports[0], isOneReport ? reports[0] : reports[1]]
  const statements = [builder.statement(one, text, 'force', first), builder.statement(other, text, 'force', second)]
  builder.link(tag, one, text)
  builder.link(isOneTag ? tag : builder.tag(camera, 'force', 2, { forceType: 'strike' }), other, text)
  return { differences: findKind(builder, 'between-reports'), statements }
}

describe('between reports', () => {
  it('is found where two reports give another number for one tag', () => {
    const { differences, statements } = told({ count: 1 }, { count: 3 })
    expect(differences).toHaveLength(1)
    expect(differences[0]?.summary).toBe('Two reports differ in count: Strike, at 21:14:01.000.')
    expect(differences[0]?.sides.map(({ account, statementIds }) => [account, ...statementIds])).toEqual(
      statements.map(({ id }) => ['report', id])
    )
  })

  it('is found for type, body area and denial', () => {
    expect(told({ types: ['strike'] }, { types: ['push'] }).differences).toHaveLength(1)
    expect(told({ bodyArea: 'head' }, { bodyArea: 'chest' }).differences).toHaveLength(1)
    expect(told({}, { isNegated: true }).differences[0]?.summary).toContain('whether it happened')
  })

  it('is not found where they agree, leave it open, or tell of two tags', () => {
    expect(told({ count: 2, types: ['strike'] }, { count: 2, types: ['strike', 'push'] }).differences).toEqual([])
    expect(told({ count: 2 }, { count: null }).differences).toEqual([])
    expect(told({ count: 1 }, { count: 3 }, { isOneTag: false }).differences).toEqual([])
    expect(told({ count: 1 }, { count: 3 }, { isOneReport: true }).differences).toEqual([])
  })

  it('compares numbers only where both tell of the same tags', () => {
    const builder = createCaseBuilder()
    const camera = builder.footage()
    const tags = [1, 2].map((atS) => builder.tag(camera, 'force', atS, { forceType: 'strike' }))
    const [parts, whole] = [builder.report('One strike. One more.'), builder.report('Two strikes.')]
    builder.statement(parts, 'One strike.', 'force', { count: 1 })
    builder.statement(parts, 'One more.', 'force', { count: 1 })
    builder.statement(whole, 'Two strikes.', 'force', { count: 2 })
    tags.forEach((tag, at) => {
      builder.link(tag, parts, at === 0 ? 'One strike.' : 'One more.')
      builder.link(tag, whole, 'Two strikes.')
    })
    expect(findKind(builder, 'between-reports')).toEqual([])
  })

  it('is found where each names one whom the other leaves out', () => {
    const builder = createCaseBuilder()
    const [a, b] = [builder.officer('A'), builder.officer('B')]
    const tag = builder.tag(builder.footage(), 'force', 1)
    for (const officer of [a, b]) {
      const report = builder.report(text, officer)
      builder.statement(report, text, 'force', { actorIds: [officer.id] })
      builder.link(tag, report, text)
    }
    expect(findKind(builder, 'between-reports').map(({ summary }) => summary)).toEqual([
      expect.stringContaining('Two reports differ in person')
    ])
  })
})
