import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveReading } from '#shared/domain/statements/moveReading'
import { readEachSentence, readStatements } from '#shared/domain/statements/readStatements'
import { shippedCodebook } from '#shared/model/codebook'
import { lexiconSchema } from '#shared/model/lexiconSchema'
import { readFieldSchema, type ReadField, type ReadStatement } from '#shared/model/report'

const read = (text: string): ReadStatement[] => readStatements(text, shippedCodebook)
const wordsOf = (text: string, field: ReadField, at = 0): string[] | undefined =>
  read(text)[at]?.evidence[field]?.map(({ start, end }) => text.slice(start, end))

describe('the words that a field rests on', () => {
  const long = 'At 21:14, Officer Lee stated that he may have struck the man twice in the face for 10 seconds after he fell.'
  it.each<[string, ReadField, string[]]>([
    [long, 'types', ['struck']],
    [long, 'count', ['twice']],
    [long, 'bodyArea', ['face']],
    [long, 'time', ['21:14']],
    [long, 'hearsay', ['stated that']],
    [long, 'uncertain', ['may have']],
    [long, 'duration', ['10 seconds']],
    [long, 'target', ['the man']],
    ['I then did not strike him.', 'negated', ['not']],
    ['I then did not strike him.', 'actor', ['I']],
    ['I then did not strike him.', 'order', ['then']],
    ['I punched and kicked him.', 'types', ['punched', 'kicked']],
    ['He arrived at 9. EMS was called.', 'kind', ['EMS']]
  ])('%s: %s', (text, field, words) => {
    expect(wordsOf(text, field)).toEqual(words)
  })

  it('lie within the sentence, and stand only where something was read', () => {
    const parts = [
      'I',
      'the man',
      'struck',
      'did not',
      'twice',
      'stated that',
      'at 21:14',
      'for 5 seconds',
      'then',
      ', ',
      '. ',
      'in the face'
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (words) => {
        for (const statement of read(words.join(' '))) {
          const { evidence, start, end } = statement
          for (const spans of Object.values(evidence)) {
            for (const span of spans) expect(span.start >= start && span.end <= end && span.start < span.end).toBe(true)
          }
          expect(evidence.kind).toBeDefined()
          expect(statement.negated).toBe(evidence.negated !== undefined)
          expect(statement.hearsay).toBe(evidence.hearsay !== undefined)
          expect(statement.uncertain).toBe(evidence.uncertain !== undefined)
          expect(statement.durationSeconds !== null).toBe(evidence.duration !== undefined)
          expect(statement.order !== null).toBe(evidence.order !== undefined)
          expect(Object.keys(evidence).every((field) => readFieldSchema.safeParse(field).success)).toBe(true)
        }
      }),
      { numRuns: 200 }
    )
  })

  it('move with the text before them', () => {
    const before = 'It was dark. '
    const text = 'I struck him twice.'
    expect(read(before + text)).toEqual(read(text).map((reading) => moveReading(reading, before.length)))
  })
})

describe('how long', () => {
  it.each([
    ['I held his arm for 30 seconds.', 30],
    ['I tased him for one five-second cycle.', 5],
    ['I knelt on him for two minutes.', 120],
    ['I struck him 30 seconds later.', null],
    ['Within 10 seconds I struck him.', null],
    ['I struck him for several seconds.', null]
  ])('%s', (text, seconds) => {
    expect(read(text)[0]?.durationSeconds).toBe(seconds)
  })
})

describe('order in time', () => {
  it.each([
    ['I then struck him.', 'later'],
    ['After he was struck by Officer Lee, he fell.', 'earlier'],
    ['While I struck him he yelled.', 'same-time'],
    ['Initially I struck him.', 'first'],
    ['I struck him.', null]
  ])('%s', (text, order) => {
    expect(read(text)[0]?.order).toBe(order)
  })
})

describe('hearsay', () => {
  it('ends where the author speaks again', () => {
    expect(read('Officer Lee stated that he struck the man, and I then tased him.')).toMatchObject([
      { types: ['strike'], hearsay: true },
      { types: ['ecw-discharged'], hearsay: false, actor: 'I' }
    ])
  })

  it('does not take the "I" of one who is quoted for the author', () => {
    expect(read('Webb said, "I was punched by the officer."')[0]?.actor).not.toBe('I')
  })
})

describe('the lexicon', () => {
  it('is what drives the reading: an agency that adds a word finds it, and one that takes a cue away does not', () => {
    const { lexicon } = shippedCodebook
    const changed = {
      ...shippedCodebook,
      lexicon: { ...lexicon, force: { ...lexicon.force, phrases: { strike: ['zapped'] } }, cues: { ...lexicon.cues, negationBefore: [] } }
    }
    expect(readStatements('I did not have him zapped.', changed)).toMatchObject([{ types: ['strike'], negated: false }])
  })

  it.each([{ unspecified: ['… force'] }, { unspecified: ['> force'] }, { unspecified: [''] }])(
    'refuses a phrase without a first word: %j',
    (force) => {
      const { lexicon } = shippedCodebook
      expect(lexiconSchema.safeParse({ ...lexicon, force: { ...lexicon.force, ...force } }).success).toBe(false)
    }
  )
})

it('is read step by step with the same result', () => {
  const text = 'Sgt. Lee struck the man. He did not resist. '.repeat(20)
  expect([...readEachSentence(text, shippedCodebook)].flat()).toEqual(read(text))
})
