import { describe, expect, it } from 'vitest'
import { parseDocx } from '#core/reports/extraction/parseDocx'
import { makeDocx, makeZip, packedMegabytes, paragraph, type ZipEntry } from './makeDocx'
import { problemOf } from './problemOf'

const textOf = async (body: string): Promise<string> => (await parseDocx(makeDocx(body), 'a.docx')).text
const cell = (content: string): string => `<w:tc>${content}</w:tc>`
const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`

describe('parseDocx', () => {
  it('gives paragraphs with a blank line between and breaks as line ends', async () => {
    const broken = '<w:p><w:r><w:t>One</w:t><w:br/><w:t>Two</w:t><w:tab/><w:t>Three</w:t></w:r></w:p>'
    const parsed = await parseDocx(makeDocx(paragraph('I saw &lt;b&gt; him.') + '<w:p/>' + broken), 'a.docx')
    expect(parsed.text).toBe('I saw <b> him.\n\nOne\nTwo\tThree')
    expect(parsed.pages).toEqual([{ number: 1, start: 0, end: parsed.text.length }])
  })

  it('gives table rows as lines with tabs, and a narrative in a cell as lines of its own', async () => {
    const table = `<w:tbl>${row(paragraph('Officer'), paragraph('Badge'))}${row(paragraph('Ortiz'), paragraph('114'))}${row(
      paragraph('Narrative'),
      paragraph('First.') + paragraph('Second.')
    )}</w:tbl>`
    expect(await textOf(paragraph('Form') + table)).toBe('Form\n\nOfficer\tBadge\nOrtiz\t114\nNarrative\nFirst.\n\nSecond.')
  })

  it('keeps inserted text and leaves out deleted text', async () => {
    const run = (tag: string, text: string): string => `<w:r><w:${tag}>${text}</w:${tag}></w:r>`
    expect(await textOf(`<w:p><w:ins>${run('t', 'once')}</w:ins><w:del>${run('delText', 'twice')}</w:del></w:p>`)).toBe('once')
  })

  it('never opens an outside picture', async () => {
    const relationships =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/hostname" TargetMode="External"/></Relationships>'
    const picture =
      '<w:p><w:r><w:t>Before</w:t><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rId1"/></pic:blipFill></pic:pic>' +
      '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    const bytes = makeDocx(picture, [{ name: 'word/_rels/document.xml.rels', bytes: relationships }])
    expect((await parseDocx(bytes, 'a.docx')).text).toBe('Before')
  })

  it('does not expand entities that the document declares', async () => {
    const lol = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const document = `${lol}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('x&b;')}</w:body></w:document>`
    const docx = makeZip([
      { name: '[Content_Types].xml', bytes: '<Types/>' },
      { name: 'word/document.xml', bytes: document }
    ])
    const outcome = await parseDocx(docx, 'a.docx').then(
      ({ text }) => text,
      () => 'refused'
    )
    expect(outcome).not.toContain('haha')
  })
})

describe('parseDocx with hostile containers', () => {
  const megabyte = 1024 * 1024
  const part = (name: string, megabytes: number, noiseBytes: number, claimedBytes = megabytes * megabyte): ZipEntry => ({
    name,
    bytes: packedMegabytes(megabytes, noiseBytes),
    packed: { sizeBytes: megabytes * megabyte },
    claimedBytes
  })

  it.each([
    ['a part of 60 MB of XML', [part('word/a.xml', 60, 20_000)], /50 MB/],
    ['a part of 60 MB of XML that states 10 bytes', [part('word/a.xml', 60, 20_000, 10)], /50 MB/],
    ['a part that unpacks to 1,000 times its size', [part('word/media/a.png', 20, 0)], /200 times/],
    ['a part that does so and states 10 bytes', [part('word/media/a.png', 20, 0, 10)], /200 times/],
    [
      'parts that together unpack to 240 MB',
      Array.from({ length: 6 }, (_, index) => part(`word/media/${index}.png`, 40, 20_000)),
      /200 MB/
    ],
    [
      'parts that do so and state 10 bytes',
      Array.from({ length: 6 }, (_, index) => part(`word/media/${index}.png`, 40, 20_000, 10)),
      /200 MB/
    ],
    ['10,001 parts', Array.from({ length: 10_001 }, (_, index) => ({ name: `word/${index}.xml`, bytes: '' })), /10,000 files/]
  ])('refuses %s as too large', async (_, entries, what) => {
    const problem = await problemOf(() => parseDocx(makeDocx(paragraph('x'), entries), 'a.docx'))
    expect(problem.code).toBe('report_too_large')
    expect(problem.what).toMatch(what)
  })

  it('reads a document with a large picture that is within the limits', async () => {
    expect((await parseDocx(makeDocx(paragraph('x'), [part('word/media/a.png', 60, 20_000)]), 'a.docx')).text).toBe('x')
  })

  it.each([
    ['an archive without a document', makeZip([{ name: 'a.txt', bytes: 'a' }]), 'report_format_unsupported'],
    ['an encrypted entry', makeDocx('', [{ name: 'word/a.xml', bytes: 'a', isEncrypted: true }]), 'report_password_protected'],
    ['a cut-off file', makeDocx(paragraph('x')).subarray(0, 500), 'report_unreadable'],
    ['a document that is no XML', makeDocx('<w:p><w:r>'), 'report_unreadable'],
    [
      'paragraphs nested 20,000 deep',
      makeDocx('<w:sdt><w:sdtContent>'.repeat(20_000) + '</w:sdtContent></w:sdt>'.repeat(20_000)),
      'report_unreadable'
    ]
  ])('refuses %s', async (_, bytes, code) => {
    expect((await problemOf(() => parseDocx(bytes, 'a.docx'))).code).toBe(code)
  })
})
