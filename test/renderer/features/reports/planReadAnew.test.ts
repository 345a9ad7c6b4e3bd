import { expect, test } from 'vitest'
import { readStatements } from '#shared/domain/statements/readStatements'
import { shippedCodebook } from '#shared/model/codebook'
import type { Statement } from '#shared/model/report'
import { planReadAnew } from '../../../../renderer/features/reports/planReadAnew'
import { createCaseBuilder } from '../../../shared/domain/caseBuilder'

const read = (words: string) => readStatements(words, shippedCodebook)
const before = 'I delivered one strike to his head.'

function scene(recorded: Partial<Statement> = {}) {
  const builder = createCaseBuilder()
  const rivera = builder.officer('A. Rivera')
  const doe = builder.subject('M. Doe')
  const report = builder.report(before, rivera)
  const said = { types: ['strike'], bodyArea: 'head', count: 1, actorIds: [rivera.id], targetIds: [doe.id], ...recorded }
  const statement = builder.statement(report, before, 'force', said)
  const { case: of, people } = builder.build()
  const [readAs] = read(before)
  if (readAs === undefined) throw new Error('nothing read')
  return {
    doe,
    rivera,
    anew: (words: string, one: Statement = { ...statement, readAs }) => planReadAnew(one, read(words), { people, report, of }),
    statement
  }
}

test('only what the reader finds other than before is put into a statement: whom a person named stays', () => {
  const { doe, rivera, anew } = scene()
  const other = anew('I delivered two strikes to his head.')
  expect(other).toMatchObject({ state: 'other', changed: ['how often'], overruled: [] })
  if (other.state !== 'other') return
  expect(other.readAnew.draft).toMatchObject({ count: 2, bodyArea: 'head', actorIds: [rivera.id], targetIds: [doe.id] })
  expect(other.readAnew.readAs).toMatchObject({ count: 2 })
})

test('what a person had set otherwise than the reader is told before it is changed, and kept where the words give no other', () => {
  const { anew, statement } = scene({ count: 3, bodyArea: 'face' })
  const readAs = read(before)[0]
  const one = readAs === undefined ? statement : { ...statement, readAs }
  expect(anew('I delivered two strikes to his head.', one)).toMatchObject({
    ...{ state: 'other', changed: ['how often'], overruled: ['how often'] },
    statement: { count: 2, bodyArea: 'face' }
  })
})

test('without the reading that it began as, whom a person named stays where the words name nobody', () => {
  const { anew, statement, doe } = scene()
  expect(anew('I delivered two strikes to his head.', statement)).toMatchObject({
    ...{ state: 'other', statement: { count: 2, targetIds: [doe.id] } }
  })
})

test('the same words change nothing, and words of another kind are no reading of it', () => {
  const { anew } = scene()
  expect(anew(before)).toEqual({ state: 'same' })
  expect(anew('EMS treated him at the scene.')).toEqual({ state: 'nothing' })
})
