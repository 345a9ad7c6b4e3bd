import { expect, it } from 'vitest'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { shippedCodebook } from '#shared/model/codebook'
import { createCaseBuilder, withdrawn } from '../caseBuilder'

const find = (builder: ReturnType<typeof createCaseBuilder>) => findDifferences(builder.build(), shippedCodebook).differences

it('ten thousand tags of one moment, all tied to one passage, are one count', () => {
  const builder = createCaseBuilder()
  const camera = builder.footage()
  const report = builder.report('I struck him once.')
  builder.statement(report, 'I struck him once.', 'force', { types: ['strike'], count: 1 })
  for (let at = 0; at < 10_000; at += 1)
    builder.link(builder.tag(camera, 'force', 5, { forceType: 'strike' }), report, 'I struck him once.')
  const startedAtMs = performance.now()
  const differences = find(builder)
  expect(performance.now() - startedAtMs).toBeLessThan(10_000)
  expect(differences.map(({ kind, summary }) => [kind, summary])).toEqual([['count', '“Strike”: footage shows 10000, the report says 1.']])
})

it('equal times are in no order, and neither are ranges without length or those that touch', () => {
  const builder = createCaseBuilder()
  const camera = builder.footage()
  const report = builder.report('First. Second. Third.')
  builder.link(builder.tag(camera, 'resistance', 5, {}, 5), report, 'First.')
  builder.link(builder.tag(camera, 'warning', 5), report, 'Second.')
  builder.link(builder.tag(camera, 'de-escalation', 2, {}, 5), report, 'Third.')
  expect(find(builder)).toEqual([])
  builder.link(builder.tag(camera, 'injury', 4), builder.report('After. Before.'), 'Before.')
  expect(find(builder)).toEqual([])
})

it('links whose ends were withdrawn or never were say nothing', () => {
  const builder = createCaseBuilder()
  const report = builder.report('I pushed him.')
  builder.statement(report, 'I pushed him.', 'force', { types: ['push'] })
  builder.link(builder.tag(builder.footage(), 'force', 1, { forceType: 'strike' }), report, 'I pushed him.')
  const input = builder.build()
  const of = (changed: Partial<typeof input>) =>
    findDifferences({ ...input, ...changed }, shippedCodebook).differences.map(({ kind }) => kind)
  expect(of({})).toEqual(['force-type'])
  expect(of({ tags: input.tags.map(withdrawn) })).toEqual([])
  expect(of({ passages: [] })).toEqual([])
  expect(of({ statements: input.statements.map(withdrawn) })).toEqual([])
  expect(of({ footage: [] })).toEqual([])
  expect(of({ tags: [] })).toEqual([])
})
