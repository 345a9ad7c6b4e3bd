import type { Content } from 'pdfmake/interfaces'
import { describe, expect, it } from 'vitest'
import { parsePdf } from '#core/reports/extraction/parsePdf'
import { makeManyPagePdf, makePagePdf, makePdf } from './makePdf'
import { problemOf } from './problemOf'

describe('parsePdf', () => {
  it('gives lines, paragraphs and pages whose spans cover the text', async () => {
    const narrative = 'At 21:05 I saw Officer Ortiz strike the man once with an open hand. He fell, and I called for aid. '
    const bytes = await makePdf({
      content: [
        { text: 'Supplement report', margin: [0, 0, 0, 30] },
        { text: narrative.repeat(3), margin: [0, 0, 0, 30] },
        'Signed: J. Brandt',
        { text: 'Second page', pageBreak: 'before' }
      ]
    })
    const { text, pages } = await parsePdf(bytes, 'a.pdf')
    expect(text.replaceAll(/(?<!\n)\n(?!\n)/gu, ' ')).toBe(
      `Supplement report\n\n${narrative.repeat(3).trim()}\n\nSigned: J. Brandt Second page`
    )
    expect(pages.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    expect(pages.map(({ number }) => number)).toEqual([1, 2])
    expect(text.slice(pages[1]?.start, pages[1]?.end)).toBe('Second page')
  })

  it.each([
    [[], []],
    [[3], ['Page 3 holds no text that can be read: it may be a picture, or blank.']],
    [[3, 5], ['Pages 3 and 5 hold no text that can be read: they may be pictures, or blank.']],
    [[1, 3, 4, 5], ['Pages 1 and 3 to 5 hold no text that can be read: they may be pictures, or blank.']],
    [[1, 3, 5], ['Pages 1, 3 and 5 hold no text that can be read: they may be pictures, or blank.']]
  ])('says which pages have no text: %j', async (empty, notes) => {
    const content = [1, 2, 3, 4, 5, 6].map((page): Content => {
      const pageBreak = page === 1 ? {} : { pageBreak: 'before' as const }
      return empty.includes(page) ? { text: ' ', ...pageBreak } : { text: `Page ${page}`, ...pageBreak }
    })
    const parsed = await parsePdf(await makePdf({ content }), 'a.pdf')
    expect(parsed.notes).toEqual(notes)
    expect(parsed.pages).toHaveLength(6)
  })

  it('makes a word whole that the page breaks at the end of a line', async () => {
    expect(
      (
        await parsePdf(
          makePagePdf('BT /F1 12 Tf 14 TL 72 700 Td (the inter-) Tj T* (vention of) Tj T* (use-) Tj T* (of-force) Tj ET'),
          'a.pdf'
        )
      ).text
    ).toBe('the intervention\nof\nuse-of-force')
  })

  it('reads what was filled into a form, and which boxes are ticked', async () => {
    const field = (more: string, rect: string): string => `<< /Type /Annot /Subtype /Widget /Rect [${rect}] /F 4 ${more} >>`
    const box = (state: string, rect: string): string =>
      field(`/FT /Btn /T (b${rect}) /V /${state} /AS /${state} /AP << /N << /Yes 4 0 R >> >>`, rect)
    const bytes = makePagePdf('BT /F1 12 Tf 72 700 Td (Officer:) Tj 0 -30 Td (Frisked) Tj 0 -30 Td (Arrested) Tj ET', {
      catalog: '/AcroForm << /Fields [6 0 R 7 0 R 8 0 R 9 0 R] >>',
      page: '/Annots [6 0 R 7 0 R 8 0 R 9 0 R]',
      more: [
        field('/FT /Tx /T (name) /V (Ortiz)', '130 697 300 713'),
        box('Yes', '130 667 146 683'),
        box('Off', '130 637 146 653'),
        field('/FT /Tx /T (hidden) /V (unseen) /F 2', '72 500 300 516').replace('/F 4', '')
      ]
    })
    expect((await parsePdf(bytes, 'a.pdf')).text.replaceAll(/[\t ]+/gu, ' ').split(/\n+/u)).toEqual([
      'Officer: Ortiz',
      'Frisked ☒',
      'Arrested ☐'
    ])
  })

  it('reads a page of a size that no printer has', async () => {
    const bytes = makePagePdf('BT /F1 12 Tf 72 700 Td (Small words on a giant page) Tj ET', { mediaBox: '0 0 100000000 100000000' })
    expect((await parsePdf(bytes, 'a.pdf')).text).toBe('Small words on a giant page')
  })

  it('runs no script of the file', async () => {
    const bytes = makePagePdf('BT /F1 12 Tf 72 700 Td (Text) Tj ET', {
      catalog: '/OpenAction << /S /JavaScript /JS (globalThis.wasRun = true) >>'
    })
    await parsePdf(bytes, 'a.pdf')
    expect('wasRun' in globalThis).toBe(false)
  })

  it.each([
    ['a page without text', () => makePagePdf('0 0 100 100 re f'), 'report_empty', /scan/],
    ['a header and nothing else', () => Buffer.from('%PDF-1.7\n'), 'report_unreadable', /damaged/],
    ['5,001 pages', () => makeManyPagePdf(5001), 'report_too_large', /5,?001 pages/],
    ['a password', () => makePdf({ content: 'secret', userPassword: 'x' }), 'report_password_protected', /password/],
    ['a page whose content is no PDF', () => makePagePdf({ deflated: Buffer.from('not deflated at all') }), 'report_empty', /no text/]
  ])('refuses %s', async (_, make, code, what) => {
    const bytes = await make()
    const problem = await problemOf(() => parsePdf(bytes, 'a.pdf'))
    expect(problem.code).toBe(code)
    expect(problem.what).toMatch(what)
  })

  it('opens a file that only restricts printing', async () => {
    expect((await parsePdf(await makePdf({ content: 'open to read', ownerPassword: 'x' }), 'a.pdf')).text).toBe('open to read')
  })
})
