import { createCanvas } from '@napi-rs/canvas'
import type { Content } from 'pdfmake/interfaces'
import { describe, expect, it } from 'vitest'
import { parsePdf } from '#core/reports/extraction/parsePdf'
import { makePdf } from './makePdf'

const lines = [
  'SUPPLEMENT REPORT',
  'At 21:05 I saw Officer Ortiz strike the man once',
  'with an open hand. He fell to the ground, and I',
  'called for medical aid. I did not use my baton.'
]

/** A page of text as a scanner gives it: letters as dots, 200 to the inch, on a page of 8.5 by 11 inches. */
function scanOf(text: readonly string[]): Content {
  const canvas = createCanvas(1700, 2200)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = 'black'
  context.font = '40px "DejaVu Serif", "Liberation Serif", "Noto Serif", serif'
  text.forEach((line, index) => context.fillText(line, 160, 240 + index * 70))
  return { image: canvas.toDataURL('image/png'), width: 612, absolutePosition: { x: 0, y: 0 } }
}
const page = { pageSize: 'LETTER', pageMargins: 0 } as const
const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

describe('a PDF that is a scan', () => {
  it('is read from its pictures, on the pages without text and on one with only a stamp, and says so', async () => {
    const bytes = await makePdf({
      ...page,
      content: [
        { text: 'Typed page: the officer arrived at 21:00 and left at 22:00.', margin: 72 },
        { stack: [scanOf(lines)], pageBreak: 'before' },
        {
          stack: [scanOf(['He walked away from me.']), { text: 'RECEIVED 2026-03-04', absolutePosition: { x: 200, y: 700 } }],
          pageBreak: 'before'
        }
      ]
    })
    const heard: [number, boolean][] = []
    const parsed = await parsePdf(bytes, 'scan.pdf', ({ pagesRead, isRecognised }) => heard.push([pagesRead, isRecognised]))
    const texts = parsed.pages.map(({ start, end }) => plain(parsed.text.slice(start, end)))
    expect(texts[0]).toContain('Typed page')
    expect(texts[1]).toBe(lines.join(' '))
    expect(texts[2]).toBe('RECEIVED 2026-03-04 He walked away from me.')
    expect(parsed.notes).toEqual(['Pages 2 and 3 were read by optical character recognition: check them against the pages.'])
    expect(parsed.extractor).toBe('pdfjs-dist and tesseract.js')
    expect(heard).toEqual([
      [1, false],
      [2, true],
      [3, true]
    ])
  })
})
