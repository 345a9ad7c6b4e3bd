import { deflateSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'

const fontFile = (name: string): string =>
  fileURLToPath(new URL(`../../../../node_modules/pdfmake/fonts/Roboto/${name}.ttf`, import.meta.url))

pdfmake.setFonts({ Roboto: { normal: fontFile('Roboto-Regular'), bold: fontFile('Roboto-Medium') } })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path.endsWith('.ttf'))

/** A PDF as a writing program makes it. */
export async function makePdf(definition: TDocumentDefinitions): Promise<Buffer> {
  return Buffer.from(await pdfmake.createPdf(definition).getBuffer())
}

/** A PDF from numbered objects (the first is the catalog), each the source between `obj` and `endobj`. */
export function assemblePdf(objects: (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  objects.forEach((object, index) => {
    offsets.push(length)
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  add(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer << /Size ${count} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`))
  return Buffer.concat(parts)
}

const stream = (dictionary: string, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')])

const pageOf = (more = '', mediaBox = '0 0 612 792'): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R ${more} >>`
const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

/** A one-page PDF whose content stream is given as PDF operators, or already deflated. */
export function makePagePdf(
  content: string | { deflated: Buffer },
  options: { mediaBox?: string; page?: string; more?: string[]; catalog?: string } = {}
): Buffer {
  const deflated = typeof content === 'string' ? deflateSync(content) : content.deflated
  return assemblePdf([
    `<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    pageOf(options.page, options.mediaBox),
    helvetica,
    stream('/Filter /FlateDecode', deflated),
    ...(options.more ?? [])
  ])
}

/** A PDF with the same page `count` times over. */
export function makeManyPagePdf(count: number): Buffer {
  return assemblePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(count)}] /Count ${count} >>`,
    pageOf(),
    helvetica,
    stream('', Buffer.from('BT /F1 12 Tf 72 700 Td (Page) Tj ET'))
  ])
}
