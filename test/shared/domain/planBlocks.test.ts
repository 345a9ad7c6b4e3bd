import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinWrappedLines, planBlocks } from '#shared/domain/planBlocks'

const shown = (text: string, pages: { number: number; start: number; end: number }[] = []) =>
  planBlocks(text, pages).map((block) => `${block.gap}: ${text.slice(block.start, block.end)}`)

test('paragraphs and lines are kept apart, blank lines are not shown', () => {
  expect(shown('Name: A. Weaver\nBadge: 5120\n\nI told him to stop.')).toEqual([
    'page: Name: A. Weaver',
    'line: Badge: 5120',
    'paragraph: I told him to stop.'
  ])
})

test('a break that the width of the page made does not end a paragraph', () => {
  const text =
    'I told the male several times to put his hands behind his back and he\nswung at me with a closed fist, so that I took him to the ground. He\nkept still.\nEMS was called.'
  expect(shown(text)).toHaveLength(2)
  expect(shown(text)[1]).toBe('line: EMS was called.')
})

test('each page begins anew with its number', () => {
  const text = 'one\ntwo'
  expect(
    planBlocks(text, [
      { number: 1, start: 0, end: 3 },
      { number: 2, start: 4, end: 7 }
    ])
  ).toEqual([
    { start: 0, end: 3, gap: 'page', pageNumber: 1 },
    { start: 4, end: 7, gap: 'page', pageNumber: 2 }
  ])
})

test('no word is lost or shown twice, whatever the text', () => {
  const line = fc.stringMatching(/^[ a-z:.]{0,90}$/)
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n')
      const blocks = planBlocks(text, [{ number: 1, start: 0, end: text.length }])
      const bare = (some: string) => some.replaceAll(/\s/g, '')
      expect(blocks.map((block) => bare(text.slice(block.start, block.end))).join('')).toBe(bare(text))
      blocks.forEach((block, index) => expect(block.start).toBeGreaterThanOrEqual(blocks[index - 1]?.end ?? 0))
    })
  )
})

test('only the breaks that the width of the page made become spaces, and no character moves', () => {
  const wrapped = 'I told the male several times to put his hands behind his back and he\nswung at me with a closed fist.'
  const text = `Badge: 5120\n\n${wrapped}\n\nEMS was called.`
  expect(joinWrappedLines(text, planBlocks(text, []))).toBe(`Badge: 5120\n\n${wrapped.replace('\n', ' ')}\n\nEMS was called.`)
})
