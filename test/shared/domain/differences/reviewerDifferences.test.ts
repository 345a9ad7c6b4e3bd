import { beforeEach, describe, expect, it } from 'vitest'
import { shippedCodebook } from '#shared/model/codebook'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { createCaseBuilder, withdrawn } from '../caseBuilder'
import { findKind } from './findKind'

const text = 'He was calm. He was struck once.'
let builder = createCaseBuilder()
beforeEach(() => {
  builder = createCaseBuilder()
})

describe('judged', () => {
  it('keeps a judgement that no rule explains', () => {
    const report = builder.report(text)
    const tag = builder.tag(builder.footage(), 'resistance', 1)
    const link = builder.link(tag, report, 'He was calm.', 'contradicts', 'He is not calm here.')
    expect(findKind(builder, 'judged')).toMatchObject([
      {
        key: `judged:${link.id}`,
        origin: 'entered',
        summary: 'A reviewer judged that the moment on footage and the passage contradict each other. He is not calm here.',
        sides: [{ tagIds: [tag.id] }, { passageIds: [link.passageId] }]
      }
    ])
  })

  it('gives way to a rule that found in what, and to a judgement that they agree', () => {
    const report = builder.report(text)
    const camera = builder.footage()
    builder.statement(report, 'struck once', 'force', { count: 1 })
    builder.link(builder.tag(camera, 'force', 1, { count: 3 }), report, 'He was struck once.', 'differs')
    builder.link(builder.tag(camera, 'de-escalation', 0), report, 'He was calm.', 'agrees')
    expect(findDifferences(builder.build(), shippedCodebook).differences.map(({ kind }) => kind)).toEqual(['count'])
  })
})

describe('entered by a reviewer', () => {
  it('stands beside what was found, with its own kind', () => {
    const report = builder.report(text)
    const tag = builder.tag(builder.footage(), 'escalation', 1)
    const passage = builder.passage(report, 'He was calm.')
    builder.enter('order', 'The tone changes first.', { tags: [tag], passages: [passage] })
    expect(findKind(builder, 'order')).toMatchObject([
      {
        origin: 'entered',
        summary: 'The tone changes first.',
        sides: [{ tagIds: [tag.id] }, { passageIds: [passage.id], reportId: report.id }]
      }
    ])
  })

  it('sets passages of one report against each other', () => {
    const report = builder.report(text)
    const passages = ['He was struck once.', 'He was calm.'].map((quote) => builder.passage(report, quote))
    builder.enter('within-a-report', 'Calm and yet struck.', { passages })
    expect(findKind(builder, 'within-a-report')[0]?.sides.map(({ passageIds }) => passageIds)).toEqual([
      [passages[1]?.id],
      [passages[0]?.id]
    ])
  })

  it('stays while one of its records does, reopened by the loss of another, and goes with the last', () => {
    const camera = builder.footage()
    const tags = [builder.tag(camera, 'escalation', 1), builder.tag(camera, 'escalation', 2)]
    builder.enter('order', 'The tone changes first.', { tags })
    const [difference] = findKind(builder, 'order')
    if (difference === undefined) throw new Error('not found')
    builder.dispose(difference, 'explained', 'Seen by both.')
    const input = builder.build()
    const without = (count: number) =>
      findDifferences({ ...input, tags: input.tags.map((tag, at) => (at < count ? withdrawn(tag) : tag)) }, shippedCodebook).differences
    expect(without(0)).toMatchObject([{ status: 'explained', isReopened: false }])
    expect(without(1)).toMatchObject([{ status: 'open', isReopened: true, reason: 'Seen by both.' }])
    expect(without(2)).toEqual([])
  })
})
