import { expect, test } from 'vitest'
import { lettersOf } from '../../../../../renderer/features/reports/pages/placeLetters'
import { planPageMarks } from '../../../../../renderer/features/reports/pages/planPageMarks'
import { planPageSpan } from '../../../../../renderer/features/reports/pages/planPageSpan'

const text = 'I told him to\nstop. He ran.\nThen he fell.\n'
const firstPage = { start: 0, end: 28 }
const secondPage = { start: 28, end: text.length }
const read = (range: { start: number; end: number }) => lettersOf(text, range)
const drawn = (words: string) => lettersOf(words, { start: 0, end: words.length })
const all = (words: string) => ({ start: 0, end: drawn(words).letters.length })

test('words selected on a page are the same words of the text', () => {
  const page = 'I told him to stop. He sat.'
  const span = planPageSpan([{ drawn: drawn(page), read: read(firstPage), range: { start: 5, end: 10 } }])
  expect(span).toEqual({ start: 7, end: 13 })
})

test('a selection over the end of a page goes on in the text', () => {
  const [one, two] = ['I told him to stop. He ran.', 'Then he fell.']
  const span = planPageSpan([
    { drawn: drawn(one), read: read(firstPage), range: { start: 15, end: all(one).end } },
    { drawn: drawn(two), read: read(secondPage), range: { start: 0, end: 4 } }
  ])
  expect(span === null || span === 'unplaced' ? span : text.slice(span.start, span.end)).toBe('He ran.\nThen')
})

test('over the end of a page, words that the text has elsewhere are not placed', () => {
  const span = planPageSpan([
    {
      drawn: drawn('He ran. I told him to stop.'),
      read: read(firstPage),
      range: { start: 0, end: all('He ran. I told him to stop.').end }
    },
    { drawn: drawn('he fell. Then'), read: read(secondPage), range: { start: 0, end: 2 } }
  ])
  expect(span).toBe('unplaced')
})

test('words that the text does not hold are not placed, and no words are no selection', () => {
  expect(planPageSpan([{ drawn: drawn('A stamp'), read: read(firstPage), range: { start: 0, end: 6 } }])).toBe('unplaced')
  expect(planPageSpan([{ drawn: drawn('A stamp'), read: read(firstPage), range: { start: 2, end: 2 } }])).toBeNull()
})

test('a passage stands where its words are drawn; one whose words the page does not draw is not placed', () => {
  const page = 'I told him to stop. He sat.'
  const marks = [
    { start: 7, end: 13 },
    { start: 19, end: 27 },
    { start: 30, end: 34 }
  ]
  const planned = planPageMarks(marks, firstPage, lettersOf(text, firstPage), drawn(page))
  expect(planned.map(({ places }) => places?.map(({ start, end }) => page.slice(start, end)) ?? null)).toEqual([['him to'], null])
})
