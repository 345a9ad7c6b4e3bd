import { beforeAll, describe, expect, it } from 'vitest'
import { parsePdf } from '#core/reports/extraction/parsePdf'
import { findBoxes, mergeFields } from '#core/reports/extraction/findBoxes'
import type { FormField } from '#shared/model/report'
import { makePagePdf } from './makePdf'

const field = (more: string, rect: string): string => `<< /Type /Annot /Subtype /Widget /Rect [${rect}] /F 4 ${more} >>`
const appearance = (state: string): string => `/AS /${state} /AP << /N << /Yes 4 0 R >> >>`
const fields = [
  field('/FT /Tx /T (officer) /TU (Name of the officer) /V (Ortiz)', '130 697 300 713'),
  field('/FT /Tx /T (badge) /V (114)', '400 697 500 713'),
  field(`/FT /Btn /T (frisked) /V /Yes ${appearance('Yes')}`, '72 667 86 681'),
  field(`/FT /Btn /T (arrested) /V /Off ${appearance('Off')}`, '172 667 186 681'),
  field('/FT /Ch /T (force) /Ff 131072 /Opt [[(b) (Baton)] [(t) (Taser)]] /V (t)', '130 637 300 653'),
  field('/FT /Tx /T (narrative) /Ff 4096 /V (He ran.\\nI followed.)', '72 560 400 620'),
  field('/FT /Btn /Ff 32768 /T (sex) /V /F /AS /F /AP << /N << /F 4 0 R >> >>', '72 520 86 534'),
  field('/FT /Btn /Ff 32768 /T (sex) /V /F /AS /Off /AP << /N << /M 4 0 R >> >>', '172 520 186 534')
]
const words: [number, number, string][] = [
  [72, 700, 'Officer:'],
  [350, 700, 'Badge'],
  [90, 670, 'Frisked'],
  [190, 670, 'Arrested'],
  [72, 640, 'Force:'],
  [90, 523, 'Female'],
  [190, 523, 'Male']
]

describe('a form in a PDF', () => {
  let text: string
  let read: FormField[]
  const named = (name: string): FormField[] => read.filter((one) => one.name === name)

  beforeAll(async () => {
    const content = words.map(([x, y, word]) => `BT /F1 12 Tf ${x} ${y} Td (${word}) Tj ET`).join('\n')
    const ids = fields.map((_, index) => `${index + 6} 0 R`).join(' ')
    const bytes = makePagePdf(content, { catalog: `/AcroForm << /Fields [${ids}] >>`, page: `/Annots [${ids}]`, more: fields })
    const parsed = await parsePdf(bytes, 'form.pdf')
    text = parsed.text
    read = mergeFields(parsed.formFields, findBoxes(text))
  })

  it('has its fields in the text, where the page has them', () => {
    expect(text.split(/\n+/u).map((line) => line.replaceAll(/[\t ]+/gu, ' '))).toEqual([
      'Officer: Ortiz Badge 114',
      '☒ Frisked ☐ Arrested',
      'Force: Taser',
      'He ran.',
      'I followed.',
      '☒ Female ☐ Male'
    ])
  })

  it('has the name, label and value of what was written, and where it is', () => {
    expect(named('officer')).toMatchObject([{ label: 'Name of the officer', value: 'Ortiz', isTicked: null }])
    expect(named('badge')).toMatchObject([{ label: 'Badge', value: '114', isTicked: null }])
    expect(named('force')).toMatchObject([{ label: 'Force', value: 'Taser', isTicked: null }])
    for (const { start, end, value } of [...named('officer'), ...named('badge'), ...named('force')])
      expect(text.slice(start, end)).toBe(value)
    const [narrative] = named('narrative')
    expect(text.slice(narrative?.start, narrative?.end)).toBe('He ran.\nI followed.')
  })

  it('has its boxes with the words beside them', () => {
    const told = [...named('frisked'), ...named('arrested'), ...named('sex')].map((one) => [
      one.value,
      one.isTicked,
      text.slice(one.start, one.end)
    ])
    expect(told.map(([value, isTicked, shown]) => [value, isTicked, String(shown).replaceAll(/\s+/gu, ' ')])).toEqual([
      ['Frisked', true, '☒ Frisked'],
      ['Arrested', false, '☐ Arrested'],
      ['Female', true, '☒ Female'],
      ['Male', false, '☐ Male']
    ])
  })
})
