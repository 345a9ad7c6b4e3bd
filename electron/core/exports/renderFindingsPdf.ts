/// <reference path="./pdfmakeFonts.d.ts" />
import pdfmake from 'pdfmake'
import roboto from 'pdfmake/fonts/Roboto.js'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Block, FindingsDocument } from './findingsBlocks'

const fontFiles: ReadonlySet<unknown> = new Set(Object.values(roboto['Roboto'] ?? {}))

const stillSizePt: [width: number, height: number] = [260, 300]

/** What surely fits on a page below its headings. */
const maxKeptLines = 40
const lettersPerLine = 90

/** Writes a findings summary as PDF. Its fonts come with the package; nothing is fetched. */
export async function renderFindingsPdf(document: FindingsDocument): Promise<Buffer> {
  pdfmake.setFonts(roboto)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((file) => fontFiles.has(file))
  const definition: TDocumentDefinitions = {
    info: { title: document.title, creator: 'Countersign' },
    pageMargins: [48, 48, 48, 56],
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.25, color: '#1b2129' },
    styles: {
      h1: { fontSize: 18, bold: true, margin: [0, 0, 0, 8] },
      h2: { fontSize: 13, bold: true, margin: [0, 18, 0, 6] },
      h3: { fontSize: 10.5, bold: true, margin: [0, 10, 0, 3] },
      muted: { color: '#566273' }
    },
    footer: (page, pageCount) => ({
      text: `${document.title} · page ${page} of ${pageCount}`,
      alignment: 'center',
      fontSize: 8,
      color: '#566273',
      margin: [0, 16]
    }),
    content: planContent(document.blocks)
  }
  return pdfmake.createPdf(definition).getBuffer()
}

/**
 * Lays out the blocks so that a heading stays with the beginning of what it heads. Only what fits on a page is held together:
 * a piece that may not break is cut off where it is taller than its page.
 */
function planContent(blocks: readonly Block[]): Content[] {
  const content: Content[] = []
  let headings: Block[] = []
  for (const block of blocks) {
    if (block.type === 'heading') {
      headings.push(block)
      continue
    }
    const [kept, rest] = headings.length === 0 ? [null, block] : cutBeginning(block)
    const together = [...headings, ...(kept === null ? [] : [kept])].map(contentOf)
    if (together.length > 0) content.push({ stack: together, unbreakable: true })
    if (rest !== null) content.push(contentOf(rest))
    headings = []
  }
  return [...content, ...headings.map(contentOf)]
}

/** Cuts off what of a block is to stay with its heading: all of it, the first of its rows, or nothing where it is long. */
function cutBeginning(block: Block): readonly [kept: Block | null, rest: Block | null] {
  if (block.type !== 'facts') return isShort(block) ? [block, null] : [null, block]
  const [first, ...others] = block.rows
  if (first === undefined || !isShort({ type: 'facts', rows: [first] })) return [null, block]
  return [{ type: 'facts', rows: [first] }, others.length === 0 ? null : { type: 'facts', rows: others }]
}

const linesOf = (text: string, columns = 1): number =>
  text.split('\n').reduce((count, line) => count + 1 + Math.floor((line.length * columns) / lettersPerLine), 0)

function isShort(block: Block): boolean {
  switch (block.type) {
    case 'heading':
    case 'still':
      return true
    case 'paragraph':
    case 'quote':
      return linesOf(block.text) <= maxKeptLines
    case 'facts':
      return block.rows.every(([, value]) => linesOf(value) <= maxKeptLines)
    case 'sides':
      return [block.left, block.right].every(([, text]) => linesOf(text, 2) <= maxKeptLines)
  }
}

function contentOf(block: Block): Content {
  switch (block.type) {
    case 'heading':
      return { text: block.text, style: `h${block.level}` }
    case 'paragraph':
      return { text: block.text, margin: [0, 2, 0, 4] }
    case 'facts':
      return {
        layout: 'noBorders',
        table: {
          widths: [110, '*'],
          body: block.rows.map(([label, value]) => [{ text: label, style: 'muted' }, { text: breakable(value) }])
        }
      }
    case 'quote':
      return {
        stack: [
          { text: block.text, italics: true },
          { text: block.source, style: 'muted' }
        ],
        margin: [12, 4, 0, 4]
      }
    case 'still':
      return block.image === null
        ? { text: block.caption, style: 'muted' }
        : {
            stack: [
              { image: block.image, fit: stillSizePt },
              { text: block.caption, style: 'muted', fontSize: 8 }
            ],
            margin: [0, 2, 0, 4],
            unbreakable: true
          }
    case 'sides':
      return {
        table: {
          widths: ['*', '*'],
          headerRows: 1,
          keepWithHeaderRows: 1,
          body: [
            [
              { text: block.left[0], style: 'muted' },
              { text: block.right[0], style: 'muted' }
            ],
            [{ text: breakable(block.left[1]) }, { text: breakable(block.right[1]) }]
          ]
        },
        layout: 'lightHorizontalLines',
        margin: [0, 2, 0, 4]
      }
  }
}

/** A word too long for a column (a hash, a name of 200 letters) would run off the page: it may break anywhere. */
function breakable(text: string): string {
  return text.replace(/\S{40}/g, '$&\u200b')
}
