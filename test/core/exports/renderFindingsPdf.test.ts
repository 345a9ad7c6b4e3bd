import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
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

  it('cuts nothing off a matrix of many accounts and events, whatever long words it holds', async () => {
    const names = Array.from({ length: 13 }, (_, at) => `Account${at} ${at === 6 ? 'W'.repeat(150) : 'by somebody'}`)
    const rows = Array.from({ length: 60 }, (_, row) => ({
      title: `Event${row}`,
      detail: row === 7 ? 'M'.repeat(160) : 'who',
      cells: names.map((_name, at) => [`cell${row}x${at}`, ...(row % 3 === 0 ? ['open: 1, 2, 3'] : [])])
    }))
    const blocks: Block[] = [
      { type: 'paragraph', text: 'Before' },
      { type: 'heading', level: 2, text: 'Events and accounts' },
      { type: 'matrix', note: 'A note.', accounts: names, rows },
      { type: 'paragraph', text: 'Afterwards' }
    ]
    const bytes = await renderFindingsPdf({ title: 'Findings', language: 'en', blocks })
    const pages = await placedWords(bytes)
    const words = pages.flatMap(({ items }) => items.map(({ str }) => str))
    const cells = rows.flatMap((row) => row.cells.flatMap(([cell]) => cell ?? []))
    expect(words.filter((word) => cells.includes(word)).toSorted()).toEqual(cells.toSorted())
    for (const { width, height, items } of pages) {
      for (const { x, y, right } of items) {
        expect(x).toBeGreaterThanOrEqual(40)
        expect(right).toBeLessThanOrEqual(width - 40)
        expect(y).toBeGreaterThan(10)
        expect(y).toBeLessThan(height - 40)
      }
    }
    const wide = pages.filter(({ width, height }) => width > height)
    expect(wide.length).toBeGreaterThan(5)
    expect(pages.filter((page) => !wide.includes(page)).map(({ items }) => items[0]?.str)).toEqual(['Before', 'Afterwards'])
    // Each page says whose the columns are.
    for (const { items } of wide) expect(items.some(({ str }) => str.startsWith('Account') && /^Account\d+/u.test(str))).toBe(true)
  })
})

async function placedWords(bytes: Buffer) {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const page = await document.getPage(at + 1)
      const { width, height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      const placed = items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [x, y] = [Number(item.transform[4]), Number(item.transform[5])]
        return [{ str: item.str, x, y, right: x + item.width }]
      })
      return { width, height, items: placed }
    })
  )
}
