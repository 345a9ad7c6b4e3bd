import { describe, expect, it } from 'vitest'
import { createCaseBuilder } from '../caseBuilder'
import { findKind } from './findKind'

const text = 'I delivered one strike to his upper body. I warned him twice.'
const strikes = 'I delivered one strike to his upper body.'
const warned = 'I warned him twice.'

/** Strike tags with these counts, all linked to one sentence with statements of these counts. */
function counted(shown: readonly (number | null)[], told: readonly (number | null)[], types = ['strike']) {
  const builder = createCaseBuilder()
  const report = builder.report(text)
  const camera = builder.footage()
  const statements = told.map((count) => builder.statement(report, strikes, 'force', { types, count }))
  const tags = shown.map((count, at) => builder.tag(camera, 'force', at, { forceType: 'strike', count }))
  tags.forEach((tag) => builder.link(tag, report, strikes))
  return { differences: findKind(builder, 'count'), statements, tags, builder, report }
}

describe('count', () => {
  it('sums the tags of one statement: one difference, not one per tag', () => {
    const { differences, statements, tags } = counted([null, null, 1], [1])
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatchObject({
      key: `count:${statements[0]?.id}`,
      summary: '“Strike”: footage shows 3, the report says 1.',
      sides: [{ tagIds: tags.map(({ id }) => id) }, { statementIds: [statements[0]?.id] }]
    })
    expect(differences[0]?.sides[0].says).toBe('Footage: Strike ×3, from 21:14:00.000')
  })

  it.each([
    [[3], [3], 0],
    [[null], [1], 0],
    [[2, null], [3], 0],
    [[2], [3], 1],
    [[3], [null], 0],
    [[1, 2], [1, 2], 0],
    [[1, 1], [1, 2], 1]
  ])('footage %j and report %j: %i', (shown, told, count) => {
    expect(counted(shown, told).differences).toHaveLength(count)
  })

  it('compares one force type at a time', () => {
    const { builder, report } = counted([3], [5])
    builder.link(builder.tag(builder.footage(), 'force', 9, { forceType: 'push', count: 2 }), report, strikes)
    expect(findKind(builder, 'count')[0]?.summary).toBe('“Strike”: footage shows 3, the report says 5.')
  })

  it('sums over links to different words of one statement', () => {
    const { builder, report } = counted([1], [1])
    builder.link(builder.tag(builder.footage(), 'force', 9, { forceType: 'strike' }), report, 'one strike')
    expect(findKind(builder, 'count').map(({ summary }) => summary)).toEqual(['“Strike”: footage shows 2, the report says 1.'])
  })

  it('compares each telling of the same force on its own', () => {
    const builder = createCaseBuilder()
    const report = builder.report('Struck him twice. Box: 2 strikes.')
    const tag = builder.tag(builder.footage(), 'force', 1, { forceType: 'strike', count: 2 })
    for (const quote of ['Struck him twice.', '2 strikes']) {
      builder.statement(report, quote, 'force', { types: ['strike'], count: 2 })
      builder.link(tag, report, quote)
    }
    expect(findKind(builder, 'count')).toEqual([])
  })

  it('counts warnings, and nothing that is denied', () => {
    const { builder, report } = counted([], [])
    const camera = builder.footage()
    builder.statement(report, warned, 'warning', { count: 2 })
    builder.link(builder.tag(camera, 'warning', 1), report, warned)
    expect(findKind(builder, 'count')[0]?.summary).toBe('Warning or command: footage shows 1, the report says 2.')
    const denied = createCaseBuilder()
    const other = denied.report(text)
    denied.statement(other, strikes, 'force', { types: ['strike'], count: 3, isNegated: true })
    denied.link(denied.tag(denied.footage(), 'force', 1, { forceType: 'strike' }), other, strikes)
    expect(findKind(denied, 'count')).toEqual([])
  })
})
