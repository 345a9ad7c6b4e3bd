import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, plainText } from '#core/reports/extraction/plainText'

const anyText = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom(
      '\r',
      '\n',
      '\u0301',
      'e',
      '\u0000',
      '\u00AD',
      '\u200B',
      '\u200D',
      '\u200C',
      '\u202E',
      '\uFB01',
      '\uFEFB',
      'क',
      '\u094D',
      'ب',
      '\u064E',
      ' '
    )
  )
})

describe('plainText', () => {
  it('holds no control characters but line feed and tab, no half surrogates, and is NFC', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = plainText(raw)
        expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}]/u)
        expect(text).toBe(text.normalize('NFC'))
      })
    )
  })

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        expect(plainText(plainText(raw))).toBe(plainText(raw))
      })
    )
  })

  it('keeps lines and words as written', () => {
    expect(plainText('a\r\nb\rc\td\u0000e')).toBe('a\nb\nc\tde')
    expect(plainText('Jose\u0301  said “no”.')).toBe('José  said “no”.')
  })
})

describe('plainText, of what shows nothing or shows letters as one', () => {
  it.each([
    ['ligatures', 'o\uFB03cer \uFB01red \uFB02ash', 'officer fired flash'],
    ['soft hyphens', 'inter\u00ADvention, inter\u00AD\nvention', 'intervention, intervention'],
    ['zero-width characters', 'tas\u200Ber\u2060 \uFEFFused', 'taser used'],
    ['joiners where they join nothing', 'ta\u200Dser', 'taser'],
    ['overrides of the writing direction', 'did \u202Eton\u202C strike', 'did ton strike'],
    ['Arabic letters in the shape they have beside others', '\uFEB7\uFEAE\uFEC3\uFEA6', 'شرطخ'],
    ['accents apart from their letter', 'Jose\u0301', 'José']
  ])('stores %s as the letters they are', (_, raw, text) => {
    expect(plainText(raw)).toBe(text)
  })

  it.each(['می\u200Cخواهم', 'क्\u200Dष', '👮\u200D♀️', 'السلام hello 21:05'])('keeps %s, in the order in which it is written', (text) => {
    expect(plainText(text)).toBe(text.normalize('NFC'))
  })
})

describe('countWords', () => {
  it('counts runs of letters and digits once each', () => {
    expect(countWords('Ofc. O’Brien drive-stunned him 3.5 s at 21:05.')).toBe(9)
    expect(countWords('☐ — … \n\t.')).toBe(0)
  })
})
