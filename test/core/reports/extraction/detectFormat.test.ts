import { describe, expect, it } from 'vitest'
import { detectFormat } from '#core/reports/extraction/detectFormat'
import { makeDocx, paragraph } from './makeDocx'
import { makePagePdf } from './makePdf'
import { problemOf } from './problemOf'

const pdf = makePagePdf('BT /F1 12 Tf (x) Tj ET')
const docx = makeDocx(paragraph('x'))
const oleHeader = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

describe('detectFormat', () => {
  it('goes by the content, whatever the name says', () => {
    expect(detectFormat(pdf, 'report.docx')).toBe('pdf')
    expect(detectFormat(docx, 'report.pdf')).toBe('docx')
    expect(detectFormat(Buffer.from('I saw him fall.'), 'report')).toBe('txt')
    expect(detectFormat(Buffer.concat([Buffer.from('junk\n'), pdf]), 'report.pdf')).toBe('pdf')
  })

  const message = 'Received: from x\r\n\tby y\r\nFrom: a@b.c\r\nSubject: Report\r\n\r\nText'
  it.each([
    ['rtf', '{\\rtf1 Hello}', 'a.docx'],
    ['html', '<!-- saved --> <!DOCTYPE html><p>x', 'a'],
    ['html', '<p>x', 'a.htm'],
    ['eml', message, 'a'],
    ['eml', 'Subject: x\n\ny', 'a.eml'],
    ['txt', message, 'a.txt'],
    ['txt', '<html><p>x', 'a.txt'],
    ['txt', 'no header: at all\n', 'a.eml'],
    ['txt', 'Time: 21:05\nDate: 3 March\nI saw him fall.', 'a'],
    ['txt', '<!---->'.repeat(5000), 'a']
  ])('tells %s by its beginning: %j', (format, content, fileName) => {
    expect(detectFormat(Buffer.from(content), fileName)).toBe(format)
  })

  it('takes a text that quotes a PDF header for a text', () => {
    expect(detectFormat(Buffer.from('The file began with %PDF-1.7.'), 'notes.txt')).toBe('txt')
  })

  it.each([
    ['no bytes', Buffer.alloc(0), 'a.pdf', 'report_empty'],
    ['text named RTF', Buffer.from('not an rtf'), 'a.rtf', 'report_unreadable'],
    ['an old Word file', Buffer.concat([oleHeader, Buffer.alloc(600)]), 'a.doc', 'report_format_unsupported'],
    ['a protected DOCX', Buffer.concat([oleHeader, Buffer.from('EncryptedPackage', 'utf16le')]), 'a.docx', 'report_password_protected'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'a.png', 'report_format_unsupported'],
    ['text named PDF', Buffer.from('not a pdf'), 'a.pdf', 'report_unreadable']
  ])('refuses %s', async (_, bytes, fileName, code) => {
    expect((await problemOf(() => detectFormat(bytes, fileName))).code).toBe(code)
  })

  it('tells what to do with an old Word file, and shortens a very long name', async () => {
    const problem = await problemOf(() => detectFormat(oleHeader, 'a'.repeat(10_000)))
    expect(problem.todo).toMatch(/DOCX or PDF/)
    expect(problem.what.length).toBeLessThan(250)
  })
})
