import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinHyphens } from '#core/reports/extraction/joinHyphens'

describe('joinHyphens', () => {
  it.each([
    ['a word that the page breaks', 'the inter-\nvention of', 'the intervention\nof'],
    ['its mark of punctuation', 'an inter-\nvention, and', 'an intervention,\nand'],
    ['the end of the text', 'an inter-\nvention', 'an intervention'],
    ['a blank line after it', 'an inter-\nvention\n\nNext', 'an intervention\n\nNext'],
    ['a compound that the text has elsewhere', 'take-down. Then the take-\ndown of', 'take-down. Then the take-down\nof'],
    ['a word that the text has elsewhere', 'a takedown. The take-\ndown of', 'a takedown. The takedown\nof'],
    [
      'a compound of two words of the text',
      'open the palm. I open, he hit. An open-\npalm strike',
      'open the palm. I open, he hit. An open-palm\nstrike'
    ],
    ['a compound by how it begins', 'in drive-\nstun mode', 'in drive-stun\nmode'],
    ['the second hyphen of a compound', 'the use-of-\nforce form', 'the use-of-force\nform'],
    ['a soft hyphen', 'the inter\u00AD\nvention of', 'the intervention\nof']
  ])('joins %s', (_, broken, whole) => {
    expect(joinHyphens(broken)).toBe(whole)
  })

  it.each([
    ['a capital', 'Officer Smith-\nJones ran'],
    ['a digit', 'between 21-\n22 hours'],
    ['a dash', 'he stopped -\nand ran'],
    ['a number before it', 'call 555-\nextension']
  ])('leaves a line end before or after %s', (_, text) => {
    expect(joinHyphens(text)).toBe(text)
  })

  it('loses no letter and no line, whatever the text', () => {
    const piece = fc.constantFrom('a', 'be', '-', '\n', ' ', ',', 'É', '7', '\u00AD', 'use')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const letters = (one: string): string => one.replaceAll(/[^\p{L}\p{N}]/gu, '')
        expect(letters(joinHyphens(text))).toBe(letters(text))
      })
    )
  })
})
