import { describe, expect, it } from 'vitest'
import type { Block } from '#core/exports/findingsBlocks'
import { renderFindingsPdf } from '#core/exports/renderFindingsPdf'
import { parsePdf } from '#core/reports/extraction/parsePdf'

/** One dark pixel, as PNG; drawn as a square. */
const image = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

async function pagesOf(blocks: Block[]): Promise<string[][]> {
  const bytes = await renderFindingsPdf({ title: 'Findings', language: 'en', blocks })
  const { text, pages } = await parsePdf(bytes, 'findings.pdf')
  const lines = pages.map((page) => text.slice(page.start, page.end).split('\n'))
  return lines.map((page) => page.filter((line) => line.trim() !== '' && !/ · page \d+ of \d+$/u.test(line)))
}

const facts = (count: number): Block => ({
  type: 'facts',
  rows: Array.from({ length: count }, (_, row) => ['Row', `value ${row}`] as const)
})
const followers: Block[] = [
  { type: 'still', image, caption: 'Caption of still' },
  { type: 'still', image: null, caption: 'No still could be made of this moment.' },
  { type: 'paragraph', text: 'A summary of what differs. '.repeat(20) },
  facts(4),
  { type: 'sides', left: ['Footage', 'says'], right: ['Report', 'says'] }
]

describe('the findings summary as PDF', () => {
  it('leaves no heading alone at the foot of a page, wherever it falls', async () => {
    for (let rows = 0; rows < 12; rows++) {
      const blocks = Array.from({ length: 20 }, (_, index): Block[] => [
        { type: 'heading', level: 2, text: `Heading of part ${index}` },
        { type: 'heading', level: 3, text: `Heading of piece ${index}` },
        ...followers.slice(index % followers.length, (index % followers.length) + 1),
        ...(rows === 0 ? [] : [facts(rows)])
      ]).flat()
      const pages = await pagesOf(blocks)
      expect(pages.length).toBeGreaterThan(3)
      expect(pages.map((page) => page.at(-1) ?? '').filter((line) => line.startsWith('Heading'))).toEqual([])
      expect(pages.flat().filter((line) => line.startsWith('Heading'))).toHaveLength(40)
    }
  })

  it('keeps a still, its caption and the heading of its tag on one page', async () => {
    const blocks = Array.from({ length: 12 }, (_, index): Block[] => [
      { type: 'heading', level: 3, text: `Tag ${index}` },
      { type: 'still', image, caption: `Frame of tag ${index}` },
      facts(index + 1)
    ]).flat()
    const pages = await pagesOf(blocks)
    for (let index = 0; index < 12; index++) {
      const page = pages.find((lines) => lines.includes(`Tag ${index}`))
      expect(page).toContain(`Frame of tag ${index}`)
    }
  })

  it('loses no words of a paragraph that is longer than a page', async () => {
    const words = Array.from({ length: 4000 }, (_, index) => `word${index}`)
    const pages = await pagesOf([
      { type: 'heading', level: 3, text: 'Heading' },
      { type: 'paragraph', text: words.join(' ') },
      { type: 'heading', level: 3, text: 'Heading' },
      { type: 'facts', rows: [['Note', words.join(' ')]] }
    ])
    expect(
      pages
        .flat()
        .join(' ')
        .match(/word\d+/gu)
    ).toEqual([...words, ...words])
  })
})
