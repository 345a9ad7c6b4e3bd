import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planSnippet } from '#core/search/planSnippet'

const marked = (text: string, word: string) => {
  const start = text.indexOf(word)
  return { text, spans: [{ start, end: start + word.length }] }
}

describe('planSnippet', () => {
  it('shows a short text whole, on one line', () => {
    expect(planSnippet(marked('He fell\n  at the door', 'door'))).toEqual({ text: 'He fell at the door', spans: [{ start: 15, end: 19 }] })
  })

  it('cuts a long one around the first word, between words', () => {
    const { text, spans } = planSnippet(marked(`${'before '.repeat(50)}taser ${'after '.repeat(50)}`, 'taser'))
    expect(text).toMatch(/^… before (before )+taser (after )+after …$/)
    expect(text.length).toBeLessThan(240)
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['taser'])
  })

  it('keeps the words of each span that it shows, whatever stands around them', () => {
    const piece = fc.stringMatching(/^[a-z]{1,9}$/)
    const gap = fc.constantFrom(' ', '\n', '  ', '\n\n', '\t')
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, gap, fc.boolean()), { minLength: 1, maxLength: 80 }), (pieces) => {
        let text = ''
        const spans: { start: number; end: number }[] = []
        for (const [word, space, isFound] of pieces) {
          if (isFound) spans.push({ start: text.length, end: text.length + word.length })
          text += word + space
        }
        const cut = planSnippet({ text, spans })
        expect(spans.length > 0).toBe(cut.spans.length > 0)
        cut.spans.forEach((span, index) => {
          const from = spans[index] ?? { start: 0, end: 0 }
          expect(cut.text.slice(span.start, span.end)).toBe(text.slice(from.start, from.end))
        })
      })
    )
  })
})
