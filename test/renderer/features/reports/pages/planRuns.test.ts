import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { parsePdf } from '#core/reports/extraction/parsePdf'
import { planBlocks, type TextRange } from '#shared/domain/planBlocks'
import { makePagePdf } from '../../../../core/reports/extraction/makePdf'
import { lettersOf } from '../../../../../renderer/features/reports/pages/placeLetters'
import { planPageMarks } from '../../../../../renderer/features/reports/pages/planPageMarks'
import { planRuns } from '../../../../../renderer/features/reports/pages/planRuns'
import { wordsOf } from '../../../../../renderer/features/reports/planSpanMove'

const data = process.env['COUNTERSIGN_TEST_DATA'] ?? path.resolve(import.meta.dirname, '../../../../../../shared/data')
const folder = path.join(data, 'reports/documents/pdf')
const cMapUrl = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps') + path.sep

/** The words of a PDF's text as the reader of reports gives it, each with the words that are marked for it on its page. */
async function markedWords(bytes: Buffer): Promise<{ word: string; marked: string | null }[]> {
  const parsed = await parsePdf(bytes, 'report.pdf')
  const task = getDocument({ data: new Uint8Array(bytes), cMapUrl, useSystemFonts: false, verbosity: 0 })
  const pdf = await task.promise
  const words: TextRange[] = wordsOf(parsed.text, planBlocks(parsed.text, parsed.pages))
  const found: { word: string; marked: string | null }[] = []
  for (const range of parsed.pages) {
    const page = await pdf.getPage(range.number)
    const content = await page.getTextContent({ includeMarkedContent: false })
    const runs = planRuns(content, await page.getAnnotations(), page.getViewport({ scale: 1 }))
    let drawn = ''
    const pieces = runs.map(({ text }) => {
      drawn += text
      return drawn.length - text.length
    })
    const letters = lettersOf(drawn, { start: 0, end: drawn.length }, pieces)
    for (const { mark, places } of planPageMarks(words, range, lettersOf(parsed.text, range), letters)) {
      const word = parsed.text.slice(mark.start, mark.end)
      found.push({ word, marked: places?.map(({ start, end }) => drawn.slice(start, end)).join('') ?? null })
    }
  }
  await task.destroy()
  return found
}

it('finds each cell of a table that the file draws column by column, though most read the same', async () => {
  const column = (x: number, cells: string[]) => cells.map((cell, row) => `1 0 0 1 ${x} ${700 - 20 * row} Tm (${cell}) Tj`).join(' ')
  const cells = ['Struck', 'none', 'none', 'once'].map((cell) => [cell, 'none', cell])
  const pdf = makePagePdf(`BT /F1 12 Tf ${cells.map((rows, index) => column(50 + 120 * index, rows)).join(' ')} ET`)
  const found = await markedWords(pdf)
  expect(found.map(({ word }) => word).join(' ')).toBe('Struck none none once none none none none Struck none none once')
  expect(found.filter(({ word, marked }) => word !== marked)).toEqual([])
})

it('finds what was filled into a form, and the words around it', async () => {
  const field = '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (A. Rivera) /Rect [100 690 300 710] /P 3 0 R >>'
  const pdf = makePagePdf('BT /F1 12 Tf 1 0 0 1 50 696 Tm (Name) Tj 1 0 0 1 320 696 Tm (Badge) Tj ET', {
    page: '/Annots [6 0 R]',
    more: [field],
    catalog: '/AcroForm << /Fields [6 0 R] >>'
  })
  expect(await markedWords(pdf)).toEqual(['Name', 'A', 'Rivera', 'Badge'].map((word) => ({ word, marked: word })))
})

it('finds the words of real reports, forms and tables on their pages', { timeout: 60_000 }, async (context) => {
  if (!existsSync(folder)) context.skip('there are no real reports; COUNTERSIGN_TEST_DATA can name the folder that holds them')
  let [placed, all] = [0, 0]
  for (const name of readdirSync(folder)) {
    // Empty pages alone: a report without a word is refused.
    if (name === 'labelled_pages.pdf') continue
    const found = await markedWords(readFileSync(path.join(folder, name)))
    placed += found.filter(({ marked }) => marked !== null).length
    all += found.length
  }
  expect(all).toBeGreaterThan(14_000)
  expect(placed / all).toBeGreaterThan(0.999)
})
