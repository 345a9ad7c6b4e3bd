import { expect, test } from 'vitest'
import { planBlocks } from '#shared/domain/planBlocks'
import { planSpanMove, sentencesOf, wordsOf } from '../../../../renderer/features/reports/planSpanMove'

const text = 'I told him to stop. He ran.\n\nEMS came at 21:19.'
const blocks = planBlocks(text, [])
const sentences = sentencesOf(text, blocks)
const quote = (span: { start: number; end: number } | null) => (span === null ? null : text.slice(span.start, span.end))

test('sentences are moved through one by one, and stop at both ends', () => {
  const first = planSpanMove(sentences, null, 'next')
  expect(quote(first)).toBe('I told him to stop.')
  const second = planSpanMove(sentences, first, 'next')
  expect(quote(second)).toBe('He ran.')
  const third = planSpanMove(sentences, second, 'next')
  expect(quote(third)).toBe('EMS came at 21:19.')
  expect(planSpanMove(sentences, third, 'next')).toEqual(third)
  expect(planSpanMove(sentences, third, 'previous')).toEqual(second)
  expect(planSpanMove(sentences, first, 'previous')).toEqual(first)
})

test('a selection grows and shrinks by a sentence or by a word, never to nothing', () => {
  const words = wordsOf(text, blocks)
  const first = planSpanMove(sentences, null, 'next')
  const two = planSpanMove(sentences, first, 'extend')
  expect(quote(two)).toBe('I told him to stop. He ran.')
  expect(quote(planSpanMove(sentences, two, 'shrink'))).toBe('I told him to stop.')
  expect(quote(planSpanMove(words, first, 'extend'))).toBe('I told him to stop. He')
  const one = planSpanMove(words, null, 'next')
  expect(quote(one)).toBe('I')
  expect(planSpanMove(words, one, 'shrink')).toEqual(one)
})

test('a line break inside a paragraph does not end a sentence', () => {
  const wrapped = 'I told the male several times to put his hands behind his back and he\nswung at me.'
  expect(sentencesOf(wrapped, planBlocks(wrapped, []))).toEqual([{ start: 0, end: wrapped.length }])
})

test('an initial or a title does not end a sentence', () => {
  const named = 'I saw Sgt. C. Haddad with M. Doe. He ran.'
  expect(sentencesOf(named, planBlocks(named, [])).map(({ start, end }) => named.slice(start, end))).toEqual([
    'I saw Sgt. C. Haddad with M. Doe.',
    'He ran.'
  ])
})
