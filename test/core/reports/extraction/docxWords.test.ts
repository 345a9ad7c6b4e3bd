import { AlignmentType, Document, type FileChild, Footer, Header, LevelFormat, Packer, Paragraph, TextRun } from 'docx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocx } from '#core/reports/extraction/parseDocx'
import { makeDocx, paragraph, type ZipEntry } from './makeDocx'

const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const numbering = (content: string): ZipEntry => ({
  name: 'word/numbering.xml',
  bytes: `<w:numbering ${wordNamespace}>${content}</w:numbering>`
})
const item = (text: string, listId: number, index = 0): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${listId}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const list = (id: number, abstractId: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`
const read = (body: string, more: ZipEntry[] = []) => parseDocx(makeDocx(body, more), 'a.docx')
const alternatives = (choice: string, fallback: string): string =>
  `<w:p><w:r><w:t>Beside</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">` +
  `<mc:Choice Requires="wps">${choice}</mc:Choice>${fallback}</mc:AlternateContent></w:r></w:p>`
const textBox = (content: string): string =>
  '<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx>' +
  `<w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`

async function written(children: FileChild[], margins: { header?: string[]; first?: string[]; footer?: string[] }): Promise<Buffer> {
  const paragraphs = (texts: string[] = []) => texts.map((text) => new Paragraph(text))
  const section = {
    properties: { titlePage: true },
    headers: { default: new Header({ children: paragraphs(margins.header) }), first: new Header({ children: paragraphs(margins.first) }) },
    footers: { default: new Footer({ children: paragraphs(margins.footer) }) }
  }
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'steps',
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
            { level: 1, format: LevelFormat.LOWER_LETTER, text: '%2)', alignment: AlignmentType.START }
          ]
        }
      ]
    },
    // The second section repeats the margins of the first, as parts of their own.
    sections: [
      { ...section, children },
      { ...section, children: [new Paragraph('Second section')] }
    ]
  })
  return Packer.toBuffer(document)
}

describe('the words of a DOCX', () => {
  it('hold headers and footers, each distinct one once and marked', async () => {
    const bytes = await written([new Paragraph('I saw the arrest.')], {
      header: ['Springfield Police', 'Case 24-118302'],
      first: ['Supplement'],
      footer: ['Signed under oath']
    })
    const { text, notes } = await parseDocx(bytes, 'a.docx')
    expect(text.split('\n\n').sort()).toEqual(
      [
        '[Header] Springfield Police\nCase 24-118302',
        '[Header] Supplement',
        'I saw the arrest.',
        'Second section',
        '[Footer] Signed under oath'
      ].sort()
    )
    expect(text.indexOf('[Header]')).toBe(0)
    expect(text.endsWith('[Footer] Signed under oath')).toBe(true)
    expect(notes).toEqual([])
  })

  it('hold the numbers of a list that a writing program made', async () => {
    const step = (text: string, index: number) => new Paragraph({ text, numbering: { reference: 'steps', level: index } })
    const children = [
      step('Arrived', 0),
      step('by car', 1),
      step('alone', 1),
      new Paragraph({ children: [new TextRun('Then')] }),
      step('Left', 0)
    ]
    expect((await parseDocx(await written(children, {}), 'a.docx')).text).toBe(
      '1. Arrived\na) by car\nb) alone\n\nThen\n\n2. Left\n\nSecond section'
    )
  })

  it('hold list numbers of every usual kind, of upper levels too', async () => {
    const kinds = `<w:abstractNum w:abstractNumId="1">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}${level(
      2,
      'upperLetter',
      '(%3)'
    )}${level(3, 'bullet', '\uF0B7')}</w:abstractNum>${list(1, 1)}`
    const body = [0, 1, 1, 2, 0, 1, 2, 3].map((index) => item('x', 1, index)).join('')
    expect((await read(body, [numbering(kinds)])).text).toBe('I. x\n1.1 x\n1.2 x\n(A) x\nII. x\n2.1 x\n(A) x\n• x')
  })

  it('count on through lists of one definition, and anew where a list says so', async () => {
    const lists =
      `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}</w:abstractNum>${list(1, 1)}${list(2, 1)}` +
      list(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')
    const body = [1, 1, 2, 3, 3].map((id) => item('x', id)).join('')
    expect((await read(body, [numbering(lists)])).text).toBe('1. x\n2. x\n3. x\n7. x\n8. x')
  })

  it('hold the numbers that a style gives, and none where a paragraph refuses them', async () => {
    const styles: ZipEntry = {
      name: 'word/styles.xml',
      bytes:
        `<w:styles ${wordNamespace}><w:style w:type="paragraph" w:styleId="Heading"><w:name w:val="Heading"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
        `<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Heading"/></w:style></w:styles>`
    }
    const lists = numbering(`<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}</w:abstractNum>${list(1, 1)}`)
    const styled = (style: string, more = ''): string =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr><w:r><w:t>${style}</w:t></w:r></w:p>`
    const body = styled('Heading') + styled('Own') + styled('Own', '<w:numPr><w:numId w:val="0"/></w:numPr>')
    expect((await read(body, [lists, styles])).text).toMatch(/^1\. Heading\n+2\. Own\n+Own$/u)
  })

  it('number lists as a person would count them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (count) => {
        const letters = numbering(`<w:abstractNum w:abstractNumId="1">${level(0, 'lowerLetter', '%1')}</w:abstractNum>${list(1, 1)}`)
        const { text } = await read(item('x', 1).repeat(count), [letters])
        const expected = Array.from(
          { length: count },
          (_, index) => `${'abcdefghijklmnopqrstuvwxyz'.charAt(index % 26).repeat(1 + Math.floor(index / 26))} x`
        )
        expect(text).toBe(expected.join('\n'))
      }),
      { numRuns: 8 }
    )
  })

  it('hold a text box, drawn in the new way, in the old way, or in both', async () => {
    const fallback = `<mc:Fallback><w:pict><v:oval xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph('Boxed')}</w:txbxContent></v:textbox></v:oval></w:pict></mc:Fallback>`
    const expected = 'Beside\n\nBoxed'
    expect((await read(alternatives(textBox(paragraph('Boxed')), ''))).text).toBe(expected)
    expect((await read(alternatives(textBox(paragraph('Boxed')), fallback))).text).toBe(expected)
    expect((await read(alternatives('<w:t/>', fallback))).text).toBe(expected)
    expect((await read(`<w:p><w:r><w:t>Beside</w:t>${textBox(paragraph('Boxed'))}</w:r></w:p>`)).text).toBe(expected)
  })

  it('hold what fields, right-to-left runs and annotated characters wrap', async () => {
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`
    const ruby = `<w:r><w:ruby><w:rt>${run('above')}</w:rt><w:rubyBase>${run('base')}</w:rubyBase></w:ruby></w:r>`
    const body = `<w:p><w:fldSimple w:instr="DATE">${run('May 4, ')}</w:fldSimple><w:bdo w:val="rtl">${run('right, ')}</w:bdo>${ruby}<w:r><w:cr/><w:t>below</w:t></w:r></w:p>`
    expect((await read(body)).text).toBe('May 4, right, base\nbelow')
  })

  it('are told apart from what cannot be read', async () => {
    const math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    const chart =
      '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    const formula = `<w:p><m:oMath ${math}><m:r><m:t>a=b</m:t></m:r></m:oMath></w:p>`
    const deleted = '<w:p><w:del><w:r><w:delText>twice</w:delText></w:r></w:del></w:p>'
    const strange = '<w:p><w:unheardOf><w:r><w:t>lost</w:t></w:r></w:unheardOf></w:p>'
    const { text, notes } = await read(`${paragraph('x')}${chart}<w:altChunk/>${formula}${deleted}${strange}`)
    expect(text).toBe('x\n\na=b')
    expect(notes).toEqual([
      'It holds a chart or diagram, whose words are not read.',
      'Another file is embedded in it, whose words are not read.',
      'It holds a formula, which is given on one line, without its layout.',
      'It tracks changes: words that were deleted or moved away are left out.',
      'Some words could not be read: they stand in parts of an unknown kind (unheardOf).'
    ])
  })
})
