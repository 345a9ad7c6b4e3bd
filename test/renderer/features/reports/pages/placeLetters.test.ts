import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letterRangeOf, lettersOf, placeLetters, textRangeOf } from '../../../../../renderer/features/reports/pages/placeLetters'

const whole = (text: string) => lettersOf(text, { start: 0, end: text.length })

/** Where `words` (their `nth` place) in one text are placed in the other, as words. */
function placedWords(from: string, to: string, words: string, nth = 0) {
  let start = from.indexOf(words)
  for (let count = 0; count < nth; count += 1) start = from.indexOf(words, start + 1)
  const [drawn, read] = [whole(from), whole(to)]
  const placed = placeLetters(drawn, read, letterRangeOf(drawn, { start, end: start + words.length }))
  return placed?.map((range) => textRangeOf(read, range)) ?? null
}

test('white space, hyphens at line ends, ligatures and signs that cannot be seen do not matter', () => {
  const drawn = 'The of\uFB01cer hand-cu\uFB00ed\u00AD him at 2114\u00A0hours.'
  const read = 'The officer hand-\ncuffed him\nat 2114 hours.'
  const [range] = placedWords(drawn, read, '\uFB01cer hand-cu\uFB00ed') ?? []
  expect(read.slice(range?.start, range?.end)).toBe('ficer hand-\ncuffed')
})

test('an accent is part of its letter, however it is written', () => {
  const read = 'M. N\u00FA\u00F1ez ran.'
  const [range] = placedWords('M. Nu\u0301n\u0303ez ran.', read, 'Nu\u0301n\u0303ez') ?? []
  expect(read.slice(range?.start, range?.end)).toBe('N\u00FA\u00F1ez')
})

test('the second place of the same words is never taken for the first', () => {
  const read = 'I struck him. He fell to the ground. I struck him. He stopped.'
  expect(placedWords(read, read, 'I struck him', 1)).toEqual([{ start: 37, end: 49 }])
  // The page draws its foot first; what stands around the words tells them apart.
  const drawn = 'page 1\nOn that day I struck him. He fell\nto the ground. I struck him. He stopped.'
  const twoLines = 'On that day I struck him. He fell\nto the ground. I struck him. He stopped.\npage 1'
  expect(placedWords(drawn, twoLines, 'I struck him', 1)).toEqual([{ start: 49, end: 61 }])
})

test('words that nothing tells apart are not placed', () => {
  const drawn = 'I struck him.\nHe ran off.\nI struck him.\nHe stood up.'
  expect(placedWords(drawn, 'I struck him.\nHe stood up.\nI struck him.\nHe ran off.', 'I struck him')).toBeNull()
  expect(placedWords(drawn, 'Something else altogether.', 'I struck him')).toBeNull()
})

test('words of two cells that lie apart in the other order are placed each by itself', () => {
  const read = 'Name\tA. Rivera\nBadge\t2114'
  const drawn = 'Name Badge A. Rivera 2114'
  const [text, page] = [whole(read), whole(drawn)]
  const placed = placeLetters(text, page, { start: 0, end: 'NameA.Rivera'.length })
  expect(placed?.map((range) => textRangeOf(page, range))).toEqual([
    { start: 0, end: 4 },
    { start: 11, end: 20 }
  ])
})

test('whatever order a page is drawn in, words are placed where they are or not at all', () => {
  const phrases = ['I struck him.', 'He struck me.', 'I struck him. He struck me.', 'no']
  const lines = fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 8 })
  let placedCount = 0
  fc.assert(
    fc.property(lines, fc.infiniteStream(fc.nat(99)), fc.nat(200), fc.integer({ min: 1, max: 60 }), (chosen, keys, at, length) => {
      // Its number makes each line one of a kind, so that its true place is known.
      const numbered = chosen.map((phrase, index) => `${phrase} ${index}`)
      const order = numbered.map((line, index) => ({ line, index, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key)
      const [drawn, read] = [whole(numbered.join('\n')), whole(order.map(({ line }) => line).join('\n'))]
      const start = at % drawn.letters.length
      const range = { start, end: Math.min(drawn.letters.length, start + length) }
      const placed = placeLetters(drawn, read, range)
      if (placed === null) return
      placedCount += 1
      const lengths = numbered.map((line) => whole(line).letters.length)
      const startIn = (indices: number[], index: number) =>
        indices.slice(0, indices.indexOf(index)).reduce((sum, one) => sum + (lengths[one] ?? 0), 0)
      const readOrder = order.map(({ index }) => index)
      const drawnOrder = numbered.map((_, index) => index)
      const truth = drawnOrder.flatMap((index) =>
        Array.from({ length: lengths[index] ?? 0 }, (_, letter) => [
          startIn(drawnOrder, index) + letter,
          startIn(readOrder, index) + letter
        ])
      )
      const expected = truth.flatMap(([from = -1, to = -1]) => (from >= range.start && from < range.end ? [to] : []))
      const found = placed.flatMap((piece) => Array.from({ length: piece.end - piece.start }, (_, letter) => piece.start + letter))
      expect(found.sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b))
    }),
    { numRuns: 500 }
  )
  expect(placedCount).toBeGreaterThan(100)
})
