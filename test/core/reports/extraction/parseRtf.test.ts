import { describe, expect, it } from 'vitest'
import { parseRtf } from '#core/reports/extraction/parseRtf'
import { problemOf } from './problemOf'

const fonts = String.raw`{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Wingdings;}{\f2\fcharset204 Arial Cyr;}}`
const read = (content: string) =>
  parseRtf(Buffer.from(String.raw`{\rtf1\ansi\ansicpg1252\deff0` + `${fonts}\n${content}}`, 'latin1'), 'a.rtf')

describe('parseRtf', () => {
  it.each([
    ['paragraphs, lines and tabs', String.raw`One\par Two\line Three\tab Four`, 'One\nTwo\nThree\tFour'],
    ['quotes and letters beyond ASCII', String.raw`\ldblquote Stop\rdblquote , said Jos\'e9 \'93now\'94`, '“Stop”, said José “now”'],
    ['letters in the code page of their font', String.raw`{\f2 \'d3\'d5\'c2}`, 'УХВ'],
    ['letters by number, with a fallback', String.raw`\uc1 caf\u233?, \u1055\'cf\u-10180?\u-8432?`, 'café, П🌐'],
    [
      'table rows, cells apart',
      String.raw`\trowd\pard\intbl Officer\cell Badge\cell\row\pard\intbl Ortiz\cell 114\cell\row\pard After`,
      'Officer\tBadge\nOrtiz\t114\nAfter'
    ],
    ['a narrative in a cell', String.raw`\trowd\pard\intbl Narrative\cell One.\par Two.\cell\row\pard`, 'Narrative\nOne.\nTwo.'],
    ['the cells of a row without an end', String.raw`\pard\intbl a\cell b\cell`, 'a\tb'],
    ['the result of a field', String.raw`{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt a link}}`, 'a link'],
    [
      'boxes of a form',
      String.raw`{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres25\ffdefres1}}}{\fldrslt }} Baton`,
      '☒ Baton'
    ],
    ['boxes of a picture font', String.raw`{\f1\'fe} Baton {\f1\'a8} Taser`, '🗹 Baton ☐ Taser'],
    [
      'headers, notes and footers',
      String.raw`{\header\pard Page 1\par}{\footer Signed}Struck{\footnote once}.`,
      '[Header] Page 1\n\nStruck[1].\n\n[1] once\n\n[Footer] Signed'
    ],
    ['no style, author or picture', String.raw`{\stylesheet{\s0 Normal;}}{\info{\author X}}{\*\unknown x}{\pict\pngblip ffd8}Text`, 'Text']
  ])('reads %s', async (_, content, text) => {
    expect((await read(content)).text).toBe(text)
  })

  it('says what it leaves out', async () => {
    const { text, notes } = await read(
      String.raw`Seen{\v secret}{\deleted gone}{\pict ff}{\object{\*\objdata 00}{\result shown}}{\*\annotation hm}{\cpg9999 a}`
    )
    expect(text).toBe('Seenshowna')
    expect(notes).toEqual([
      'It holds 1 picture: words inside a picture are not read.',
      'Another file is embedded in it, whose words are not read.',
      'It tracks changes: words that were deleted or moved away are left out.',
      'It has words that are hidden on the page, left out of the text.',
      'It has 1 comment in the margin, left out of the text.'
    ])
  })

  it.each([
    ['groups that never end', '{'.repeat(500) + 'deep', 'deep'],
    ['too many ends', 'a}}}}b', 'ab'],
    ['a binary part that says it is longer than the file', String.raw`a{\pict\bin99999 xx}b`, 'a']
  ])('reads what there is with %s', async (_, content, text) => {
    expect((await read(content)).text).toBe(text)
  })

  it('refuses groups nested without end', async () => {
    expect((await problemOf(() => read('{'.repeat(20_000)))).code).toBe('report_unreadable')
  })

  it('takes time in the size of a picture, not in its square', async () => {
    const lines = `${'0123456789abcdef'.repeat(8)}\r\n`.repeat(60_000)
    const startedAt = performance.now()
    expect((await read(String.raw`{\pict\pngblip` + `\r\n${lines}}After`)).text).toBe('After')
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })
})
