/// <reference path="./pdfmakeFonts.d.ts" />
import pdfmake from 'pdfmake'
import roboto from 'pdfmake/fonts/Roboto.js'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Block, FindingsDocument } from './findingsBlocks'

const fontFiles: ReadonlySet<unknown> = new Set(Object.values(roboto['Roboto'] ?? {}))

const stillWidthPt = 260

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
    content: document.blocks.map(contentOf)
  }
  return pdfmake.createPdf(definition).getBuffer()
}

function contentOf(block: Block): Content {
  switch (block.type) {
    case 'heading':
      return { text: block.text, style: `h${block.level}`, headlineLevel: block.level }
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
              { image: block.image, width: stillWidthPt },
              { text: block.caption, style: 'muted', fontSize: 8 }
            ],
            margin: [0, 2, 0, 4],
            unbreakable: true
          }
    case 'sides':
      return {
        table: {
          widths: ['*', '*'],
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
