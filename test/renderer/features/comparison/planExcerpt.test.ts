import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planExcerpt } from '../../../../renderer/features/comparison/planExcerpt'

const anchorOf = (text: string, start: number, end: number) => ({ start, end, exact: text.slice(start, end) })

test('a short report is shown whole around its passage', () => {
  const text = 'I told him to stop. He ran.'
  expect(planExcerpt({ text, pages: [] }, anchorOf(text, 2, 10))).toEqual({
    before: 'I ',
    exact: 'told him',
    after: ' to stop. He ran.',
    isCutBefore: false,
    isCutAfter: false
  })
})

test('a long one is cut between words on both sides, and says so', () => {
  const text = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ')
  const start = text.indexOf('word200')
  const excerpt = planExcerpt({ text, pages: [] }, anchorOf(text, start, start + 7))
  expect(excerpt).toMatchObject({ exact: 'word200', isCutBefore: true, isCutAfter: true })
  expect(excerpt?.before).toMatch(/^word\d+ .* word199 $/)
  expect(excerpt?.after).toMatch(/^ word201 .* word\d+$/)
})

test('a passage that the text does not hold at its place is not shown in a wrong one', () => {
  expect(planExcerpt({ text: 'I told him to stop.', pages: [] }, { start: 2, end: 6, exact: 'said' })).toBeNull()
})

test('what is shown is always a stretch of the report', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z ]{1,1500}$/), fc.nat(), fc.nat(80), (text, at, length) => {
      const start = at % text.length
      const end = Math.min(text.length, start + length + 1)
      const excerpt = planExcerpt({ text, pages: [] }, anchorOf(text, start, end))
      expect(excerpt).not.toBeNull()
      if (excerpt === null) return
      expect(text.slice(start - excerpt.before.length, end + excerpt.after.length)).toBe(excerpt.before + excerpt.exact + excerpt.after)
    })
  )
})
