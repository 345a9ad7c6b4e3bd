import { expect, test } from 'vitest'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { planBlocks } from '#shared/domain/planBlocks'
import { shippedCodebook } from '#shared/model/codebook'
import { planAccounts, type AccountRecords } from '../../../../renderer/features/reports/planAccounts'
import { planNotes } from '../../../../renderer/features/reports/planNotes'
import { createCaseBuilder } from '../../../shared/domain/caseBuilder'

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]))
const recordsOf = (input: ComparisonInput): AccountRecords => ({
  tags: byId(input.tags),
  footage: byId(input.footage),
  passages: byId(input.passages),
  statements: byId(input.statements),
  links: byId(input.links),
  absences: byId(input.absences),
  reports: byId(input.reports)
})
const withdrawn = { at: '2024-10-14T10:00:00.000Z', by: '01900000-0000-7000-8000-000000000001', reason: 'Wrong.' }

function scene() {
  const builder = createCaseBuilder()
  const camera = builder.footage()
  const text = 'He swung at me. I took him down.\n\nI delivered one strike to his body.'
  const report = builder.report(text, builder.officer('A. Rivera'))
  const other = builder.report('I stood by.')
  const strike = builder.tag(camera, 'force', 40, { forceType: 'strike', bodyArea: 'head', count: 3 })
  const takedown = builder.tag(camera, 'force', 20, { forceType: 'takedown' })
  const warning = builder.tag(camera, 'warning', 10)
  return { builder, camera, text, report, other, strike, takedown, warning }
}

test('tags come in the order of the case clock over all cameras; without a clock they come last', () => {
  const { builder, strike, takedown, warning, report } = scene()
  const late = builder.footage({ startsAt: null })
  const unknown = builder.tag(late, 'camera', 0)
  const early = builder.tag(builder.footage({ startsAt: '2024-10-13T01:14:30.000Z' }), 'injury', 0)
  const { cards } = planAccounts(recordsOf(builder.build()), report.id)
  expect(cards.map(({ tag }) => tag.id)).toEqual([warning.id, takedown.id, early.id, strike.id, unknown.id])
})

test('a tag is linked, not mentioned or not compared in the report shown, and nothing is taken from another report', () => {
  const { builder, strike, takedown, warning, report, other } = scene()
  builder.link(takedown, report, 'I took him down', 'agrees')
  builder.absentFromReport(warning, report)
  builder.absentFromReport(strike, other)
  const states = (reportId: typeof report.id) =>
    new Map(planAccounts(recordsOf(builder.build()), reportId).cards.map(({ tag, comparison }) => [tag.id, comparison.state]))
  expect([...states(report.id).values()]).toEqual(['not-mentioned', 'linked', 'not-compared'])
  expect([...states(other.id).values()]).toEqual(['not-compared', 'not-compared', 'not-mentioned'])
})

test('a passage is underlined by the gravest judgement of its links, a statement without one as a statement', () => {
  const { builder, strike, takedown, report } = scene()
  builder.link(takedown, report, 'I took him down', 'agrees')
  builder.link(strike, report, 'I took him down', 'contradicts')
  builder.statement(report, 'He swung at me', 'resistance')
  const { marks } = planAccounts(recordsOf(builder.build()), report.id)
  expect(marks.map(({ passage, look }) => [passage.anchor.exact, look])).toEqual([
    ['He swung at me', 'statement'],
    ['I took him down', 'contradicts']
  ])
})

test('what was withdrawn is left out, and so is a passage to which nothing is tied any more', () => {
  const { builder, takedown, report } = scene()
  const link = builder.link(takedown, report, 'I took him down')
  const input = builder.build()
  const { cards, marks } = planAccounts(
    recordsOf({ ...input, links: [{ ...link, withdrawn: { ...withdrawn, by: link.createdBy } }] }),
    report.id
  )
  expect(marks).toEqual([])
  expect(cards.find(({ tag }) => tag.id === takedown.id)?.comparison.state).toBe('not-compared')
})

test('a difference is told beside the paragraph in which its passage ends; what a report leaves out is told on the card', () => {
  const { builder, strike, takedown, report, text } = scene()
  builder.link(strike, report, 'I delivered one strike to his body', 'contradicts')
  builder.statement(report, 'I delivered one strike to his body', 'force', { types: ['strike'], bodyArea: 'body', count: 1 })
  builder.absentFromReport(takedown, report)
  const input = builder.build()
  const { differences } = findDifferences(input, shippedCodebook)
  const notes = planNotes(differences, report.id, byId(input.passages), planBlocks(text, []))
  expect(differences.map(({ kind }) => kind)).toContain('not-in-report')
  expect([...notes.byBlock.keys()]).toEqual([1])
  expect(notes.byBlock.get(1)?.map(({ kind }) => kind)).toContain('count')
  expect(notes.whole.map(({ kind }) => kind)).not.toContain('not-in-report')
})

test('a difference entered on words that nothing else is tied to stands beside their paragraph', () => {
  const { builder, report, text } = scene()
  builder.enter('count', 'Three are seen.', { passages: [builder.passage(report, 'one strike')] })
  const input = builder.build()
  const { differences } = findDifferences(input, shippedCodebook)
  const notes = planNotes(differences, report.id, byId(input.passages), planBlocks(text, []))
  expect(notes.byBlock.get(1)).toMatchObject([{ summary: 'Three are seen.' }])
  expect(notes.whole.map(({ summary }) => summary)).not.toContain('Three are seen.')
})

test('a passage without a certain place in a replaced report is not marked, and its tag and what was looked for before are not compared', () => {
  const { builder, strike, takedown, report } = scene()
  builder.link(takedown, report, 'I took him down', 'agrees')
  builder.absentFromReport(strike, report)
  const records = recordsOf(builder.build())
  const compared = ({ cards }: ReturnType<typeof planAccounts>) => cards.filter(({ comparison }) => comparison.state !== 'not-compared')
  expect(compared(planAccounts(records, report.id))).toHaveLength(2)
  const former = { ...report, replacedAt: '2999-01-01T00:00:00.000Z' }
  const replaced: AccountRecords = {
    ...records,
    reports: new Map([[report.id, { ...report, former: [former] }]]),
    passages: new Map(
      [...records.passages].map(([id, passage]) => [id, { ...passage, refinding: { state: 'lost' as const, isSettled: false } }])
    )
  }
  const accounts = planAccounts(replaced, report.id)
  expect(accounts.marks).toEqual([])
  expect(compared(accounts)).toEqual([])
})
