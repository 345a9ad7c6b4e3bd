import { expect, test } from 'vitest'
import { planCaseClock } from '#shared/domain/caseClock'
import { elementAnswers, tagLines, tagPeople, tagTime } from '#shared/domain/tagWords'
import { createCaseBuilder } from '../../shared/domain/caseBuilder'

const builder = createCaseBuilder()
const camera = builder.footage()
const rivera = builder.officer('A. Rivera')
const doe = builder.subject('M. Doe')
const people = new Map([rivera, doe].map((person) => [String(person.id), person]))
const { case: of } = builder.build()

test('a range names only as much of its end as differs from its start', () => {
  const time = (fromS: number, toS: number | null) => tagTime(builder.tag(camera, 'injury', fromS, {}, toS), planCaseClock([camera]), of)
  expect(time(20, null)).toBe('21:14:20')
  expect(time(20, 29)).toBe('21:14:20–29')
  expect(time(20, 20.4)).toBe('21:14:20')
  expect(time(50, 70)).toBe('21:14:50–15:10')
})

test('without a known clock the time of the footage is told', () => {
  const unknown = builder.footage({ startsAt: null })
  expect(tagTime(builder.tag(unknown, 'injury', 207), planCaseClock([unknown]), of)).toBe('00:03:27')
})

test('who does it on whom is told as far as it is known', () => {
  const force = (actorIds: (typeof rivera.id)[], targetIds: (typeof doe.id)[]) =>
    tagPeople(builder.tag(camera, 'force', 1, { actorIds, targetIds }).details, people)
  expect(force([rivera.id], [doe.id])).toBe('A. Rivera on M. Doe')
  expect(force([rivera.id], [])).toBe('A. Rivera')
  expect(force([], [doe.id])).toBe('On M. Doe')
  expect(force([], [])).toBe('')
})

test('every element of a failure to intervene is told with its answer, undetermined ones too', () => {
  const { details } = builder.tag(camera, 'failure-to-intervene', 1)
  expect(elementAnswers(details).map(({ value }) => value)).toEqual(Array(5).fill('undetermined'))
})

test('words and note are told as they were written', () => {
  const warning = builder.tag(camera, 'warning', 1, { words: '<b>Stop</b>' })
  expect(tagLines({ details: warning.details, note: 'Twice.' })).toEqual(['“<b>Stop</b>”', 'Twice.'])
})
