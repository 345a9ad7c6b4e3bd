import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, plainText } from '#core/reports/extraction/plainText'

const anyText = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom('\r', '\n', '\u0301', 'e', '\u0000')
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

describe('countWords', () => {
  it('counts runs of letters and digits once each', () => {
    expect(countWords('Ofc. O’Brien drive-stunned him 3.5 s at 21:05.')).toBe(9)
    expect(countWords('☐ — … \n\t.')).toBe(0)
  })
})
