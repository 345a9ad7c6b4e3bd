import { expect, test } from 'vitest'
import type { ReadStatement } from '#shared/model/report'
import { planEvidence, planQuote } from '../../../../renderer/features/reports/planEvidence'
import {
  changedFields,
  draftFromForm,
  emptyStatementForm,
  formFromReading,
  formFromStatement
} from '../../../../renderer/features/reports/statementForm'
import { createCaseBuilder, evening } from '../../../shared/domain/caseBuilder'

const builder = createCaseBuilder()
const rivera = builder.officer('A. Rivera')
const doe = builder.subject('M. Doe')
const report = builder.report('I struck him once at 2119 hours.', rivera)
const { case: of, people } = builder.build()

const reading: ReadStatement = {
  kind: 'force',
  types: ['strike'],
  bodyArea: 'head',
  count: 1,
  actor: 'I',
  target: 'Mr. Doe',
  time: '21:19',
  durationSeconds: null,
  order: null,
  negated: false,
  hearsay: true,
  uncertain: false,
  start: 0,
  end: 16,
  text: 'I struck him once',
  evidence: { kind: [{ start: 2, end: 8 }], types: [{ start: 2, end: 8 }], actor: [{ start: 0, end: 1 }], count: [{ start: 13, end: 17 }] }
}

test('what the reader found fills the form: I is the author, and a name is the one person whom it fits', () => {
  expect(formFromReading(reading, people, report)).toMatchObject({
    kind: 'force',
    types: ['strike'],
    bodyArea: 'head',
    count: '1',
    statedTime: '21:19',
    actorIds: [rivera.id],
    targetIds: [doe.id],
    isHearsay: true
  })
})

test('a name that fits nobody or several is nobody', () => {
  const second = createCaseBuilder()
  const twins = [second.officer('A. Doe'), second.officer('B. Doe')]
  expect(formFromReading({ ...reading, target: 'the male' }, people, report).targetIds).toEqual([])
  expect(formFromReading({ ...reading, target: 'Doe' }, twins, report).targetIds).toEqual([])
})

test('a form becomes a draft with its time on the day of the case, and a saved statement becomes the same form again', () => {
  const form = { ...emptyStatementForm, types: ['strike'], count: '3', statedTime: '21:19' }
  const { draft } = draftFromForm(form, of)
  expect(draft).toMatchObject({ count: 3, statedAt: evening('21:19'), bodyArea: null })
  const saved = builder.statement(report, 'I struck him once', 'force', draft ?? {})
  expect(formFromStatement(saved, of)).toEqual(form)
})

test('what cannot be read is named by its field, and nothing is saved', () => {
  const { draft, problems } = draftFromForm({ ...emptyStatementForm, count: 'three', statedTime: '25:00' }, of)
  expect(draft).toBeNull()
  expect([...(problems?.keys() ?? [])].sort()).toEqual(['count', 'statedTime'])
  expect(draftFromForm({ ...emptyStatementForm, count: '0' }, of).draft).toBeNull()
})

test('what a person made otherwise than the reader had found is told, and only that', () => {
  const form = formFromReading(reading, people, report)
  const { draft } = draftFromForm(form, of)
  if (draft === null) throw new Error('the form makes no draft')
  const kept = { ...builder.statement(report, 'I struck him once', 'force'), ...draft }
  expect(changedFields(kept, reading, people, report, of)).toEqual([])
  expect(changedFields({ ...kept, count: 2, isHearsay: false }, reading, people, report, of)).toEqual(['how often', 'hearsay'])
})

test('the words that a reading rests on are marked in the passage, and no letter is lost', () => {
  const pieces = planQuote(reading.text, 0, reading)
  expect(pieces.map(({ text }) => text).join('')).toBe(reading.text)
  expect(pieces.find(({ text }) => text === 'once')?.labels).toEqual(['How often'])
  expect(planEvidence(reading).map(({ label, words }) => [label, words])).toEqual([
    ['Types of force', ['struck']],
    ['How often', ['once']],
    ['Who', ['I']]
  ])
})

test('the words that a reading rests on are marked where its sentence stands now, and nowhere once it is gone', () => {
  const marked = (quote: string, start: number) =>
    planQuote(quote, start, reading).flatMap(({ text, labels }) => (labels.length > 0 ? [text] : []))
  const own = marked(reading.text, 0)
  expect(own).toContain('struck')
  expect(marked(reading.text, 500)).toEqual(own)
  expect(marked(`Then ${reading.text}.`, 500)).toEqual(own)
  expect(marked('I struck him twice', 0)).toEqual([])
})
