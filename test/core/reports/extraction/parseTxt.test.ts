import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTxt } from '#core/reports/extraction/parseTxt'

const written = 'Über 3 strikes – “stop”\r\nJosé left.\r\n'
const expected = 'Über 3 strikes – “stop”\nJosé left.\n'
const windows1252 = Buffer.from(
  written.replace(/[–“”]/gu, (mark) => ({ '–': '\u0096', '“': '\u0093', '”': '\u0094' })[mark] ?? mark),
  'latin1'
)

describe('parseTxt', () => {
  it.each([
    ['UTF-8', Buffer.from(written)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${written}`)],
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${written}`, 'utf16le')],
    ['UTF-16BE with a mark', Buffer.from(`\uFEFF${written}`, 'utf16le').swap16()],
    ['windows-1252', windows1252]
  ])('reads %s', (_, bytes) => {
    expect(parseTxt(bytes, 'a.txt').text).toBe(expected)
  })

  it('gives one page that covers the text, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        const { text, pages } = parseTxt(Buffer.from(bytes), 'a.txt')
        expect(pages).toEqual([{ number: 1, start: 0, end: text.length }])
      })
    )
  })

  it('refuses more than 20 million characters', () => {
    expect(() => parseTxt(Buffer.alloc(21 * 1024 * 1024, 'a'), 'a.txt')).toThrow(/too large/)
  })
})
