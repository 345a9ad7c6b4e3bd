import { describe, expect, it } from 'vitest'
import type { PlacedText } from '#shared/domain/pdf/pdfFragments'
import { layoutPage } from '#shared/domain/pdf/pdfLayout'

const at = (x: number, y: number, text: string, more: Partial<PlacedText> = {}): PlacedText => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  angle: 0,
  isRightToLeft: false,
  endsLine: true,
  ...more
})

describe('layoutPage', () => {
  it('reads lines from the top, whatever the order of the file', () => {
    expect(layoutPage([at(50, 112, 'second'), at(50, 100, 'first'), at(50, 124, 'third')]).text).toBe('first\nsecond\nthird')
  })

  it('leaves a blank line where the gap is clearly wider than usual', () => {
    expect(layoutPage([100, 112, 124, 148, 160].map((y) => at(50, y, `y${y}`))).text).toBe('y100\ny112\ny124\n\ny148\ny160')
    expect(layoutPage([100, 124, 148, 172].map((y) => at(50, y, `y${y}`))).text).toBe('y100\ny124\ny148\ny172')
  })

  it('puts a label and its value on one line, and the cells of a row apart by tabs', () => {
    expect(layoutPage([at(300, 100, '114'), at(50, 100, 'Badge'), at(50, 112, 'Name'), at(300, 112, 'Ortiz')]).text).toBe(
      'Badge\t114\nName\tOrtiz'
    )
  })

  it('joins a word that the file draws in parts, and parts words that it draws apart', () => {
    const parts = [at(50, 100, 'st', { endsLine: false }), at(60, 100, 'rike', { endsLine: false }), at(84, 100, 'once')]
    expect(layoutPage(parts).text).toBe('strike once')
  })

  it('does not let a raised footnote mark grow a number', () => {
    expect(layoutPage([at(50, 100, 'struck 3', { endsLine: false }), at(90, 96.5, '1', { size: 6, width: 3 })]).text).toBe('struck 3 1')
  })

  it('reads letters drawn twice for boldness once', () => {
    expect(layoutPage([at(50, 100, 'NARRATIVE', { endsLine: false }), at(50.3, 100, 'NARRATIVE')]).text).toBe('NARRATIVE')
  })

  it('reads two columns of running text one after the other, between a heading and a footer across both', () => {
    const left = Array.from({ length: 8 }, (_, line) => at(50, 130 + 12 * line, `left column of the page ${line}`))
    const right = Array.from({ length: 8 }, (_, line) => at(320, 133 + 12 * line, `right column of the page ${line}`))
    const heading = at(50, 100, 'A heading that runs across both of the columns on the page, as many do')
    const footer = at(50, 260, 'A footer that runs across both of the columns on this page, as many do')
    const { text } = layoutPage([heading, ...left.flatMap((line, index) => [line, ...right.slice(index, index + 1)]), footer])
    const lines = text.split('\n').filter((line) => line !== '')
    expect(lines).toEqual([heading, ...left, ...right, footer].map((piece) => piece.text))
  })

  it('reads words that run against the direction of their line in their own order', () => {
    const rtl = { isRightToLeft: true }
    const arabic = [at(290, 100, 'قال', rtl), at(185, 100, 'هرب ثم وقف', rtl)]
    expect(layoutPage([...arabic, at(240, 100, 'Ortiz'), at(268, 100, '114')]).text).toBe('قال Ortiz 114 هرب ثم وقف')
    expect(layoutPage([at(50, 100, 'He said in Arabic'), at(160, 100, 'قال', rtl), at(141, 100, 'هرب', rtl)]).text).toBe(
      'He said in Arabic قال هرب'
    )
  })

  it('reads text that runs up the margin apart from the rest', () => {
    const margin = at(20, 400, 'CONFIDENTIAL', { angle: 270 })
    expect(layoutPage([margin, at(50, 100, 'The officer arrived.')]).text).toBe('The officer arrived.\n\nCONFIDENTIAL')
  })

  it('reads a page that lies on its side', () => {
    const lines = ['first', 'second'].map((text, index) => at(100 + 12 * index, 500, text, { angle: 270 }))
    expect(layoutPage(lines.reverse()).text).toBe('first\nsecond')
  })
})
