/// <reference path="./pdfmakeFonts.d.ts" />
import pdfmake from 'pdfmake'
import roboto from 'pdfmake/fonts/Roboto.js'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { inLocale } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'
import { planColumnGroups, type Block, type ColumnGroup, type FindingsDocument, type MatrixBlock } from './findingsBlocks'

const say = messagesOf('exports')

const fontFiles: ReadonlySet<unknown> = new Set(Object.values(roboto['Roboto'] ?? {}))

const stillSizePt: [width: number, height: number] = [260, 300]

/** What surely fits on a page below its headings. */
const maxKeptLines = 40
const lettersPerLine = 90

const eventWidthPt = 190

/** Writes a findings summary as PDF. Its fonts come with the package; nothing is fetched. */
export async function renderFindingsPdf({ title, language, blocks }: FindingsDocument): Promise<Buffer> {
  pdfmake.setFonts(roboto)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((file) => fontFiles.has(file))
  const definition: TDocumentDefinitions = {
    info: { title, creator: 'Countersign' },
    language,
    pageMargins: [48, 48, 48, 56],
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.25, color: '#1b2129' },
    styles: {
      h1: { fontSize: 18, bold: true, margin: [0, 0, 0, 8] },
      h2: { fontSize: 13, bold: true, margin: [0, 18, 0, 6] },
      h3: { fontSize: 10.5, bold: true, margin: [0, 10, 0, 3] },
      muted: { color: '#566273' }
    },
    footer: (page, pageCount) => ({
      text: inLocale(language, () => say('page', { title, page, count: pageCount })),
      alignment: 'center',
      fontSize: 8,
      color: '#566273',
      margin: [0, 16]
    }),
    content: inLocale(language, () => planContent(blocks))
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
    if (block.type === 'matrix') {
      content.push(...matrixPages(block, headings.map(contentOf)))
      headings = []
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
    case 'matrix':
      return false
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
    case 'matrix':
      return matrixPages(block, [])
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

/** The matrix on pages of its own, on their side; the accounts that do not fit beside each other come on pages after them. */
function matrixPages(block: MatrixBlock, headings: readonly Content[]): Content[] {
  const groups = planColumnGroups(block.accounts.length)
  const isSplit = groups.length > 1
  return [
    { text: '', pageBreak: 'before', pageOrientation: 'landscape' },
    ...headings,
    { text: block.note, margin: [0, 2, 0, 6] },
    ...groups.flatMap((group, at): Content[] => [...(isSplit ? [accountsShown(block, group, at > 0)] : []), matrixTable(block, group)]),
    { text: '', pageBreak: 'before', pageOrientation: 'portrait' }
  ]
}

function accountsShown({ accounts }: MatrixBlock, { from, to }: ColumnGroup, isOnNewPage: boolean): Content {
  const text = say('accountsShown', { from: from + 1, to, count: accounts.length })
  return { text, style: 'muted', margin: [0, 0, 0, 4], ...(isOnNewPage ? { pageBreak: 'before' as const } : {}) }
}

/** Rows are kept whole, and the names of the accounts stand on every page; the events are numbered, to be found again in the next table. */
function matrixTable({ accounts, rows }: MatrixBlock, { from, to }: ColumnGroup): Content {
  return {
    fontSize: 8,
    layout: 'lightHorizontalLines',
    table: {
      widths: [eventWidthPt, ...accounts.slice(from, to).map(() => '*')],
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [
        [say('event'), ...accounts.slice(from, to)].map((name) => ({ text: breakableInCell(name), bold: true })),
        ...rows.map(({ title, detail, cells }, at) => [
          { stack: linesOfCell([`${at + 1}. ${title}`, detail]) },
          ...cells.slice(from, to).map((lines) => ({ stack: linesOfCell(lines) }))
        ])
      ]
    }
  }
}

function linesOfCell([word, ...more]: readonly string[]): Content[] {
  const rest = more.filter((line) => line !== '')
  return [
    { text: breakableInCell(word ?? '') },
    ...rest.map((line): Content => ({ text: breakableInCell(line), style: 'muted', fontSize: 7 }))
  ]
}

/** A word too long for a column (a hash, a name of 200 letters) would run off the page: it may break anywhere. */
function breakable(text: string): string {
  return text.replace(/\S{40}/g, '$&\u200b')
}

/** The same in the narrow columns of a matrix, where fifteen wide letters are too many; shorter words are left whole. */
function breakableInCell(text: string): string {
  return text.replace(/\S{15,}/gu, (word) => word.replace(/.{12}/gu, '$&\u200b'))
}
