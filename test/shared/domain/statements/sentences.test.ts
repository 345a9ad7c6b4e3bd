import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '#shared/domain/statements/sentences'

const sentencesOf = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it('does not end a sentence at titles, initials and O.C.', () => {
    expect(sentencesOf('Sgt. Jones and Ofc. A. Brown used O.C. Spray. Det. Lee left.')).toEqual([
      'Sgt. Jones and Ofc. A. Brown used O.C. Spray.',
      'Det. Lee left.'
    ])
  })

  it('goes on after a time at the start, and ends at one that closes a sentence', () => {
    expect(sentencesOf('At 9:14 p.m. Officer Lee arrived.')).toEqual(['At 9:14 p.m. Officer Lee arrived.'])
    expect(sentencesOf('We arrived with two other units at 9:14 p.m. Officer Lee left.')).toHaveLength(2)
  })

  it('joins lines that only wrap, and keeps paragraphs, list items and short form lines apart', () => {
    expect(sentencesOf('I struck him\ntwice in the face.\n\nHe fell.')).toEqual(['I struck him\ntwice in the face.', 'He fell.'])
    expect(sentencesOf('Force used: Taser\nCount: 2\n- Baton')).toEqual(['Force used: Taser', 'Count: 2', '- Baton'])
  })

  it('gives spans in order that hold every character other than blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        let from = 0
        let gaps = ''
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThan(start)
          gaps += text.slice(from, start)
          from = end
        }
        expect((gaps + text.slice(from)).trim()).toBe('')
      })
    )
  })

  it('never cuts a character in two, however long a text without full stops is', () => {
    for (const { start, end } of splitSentences('x' + '😀'.repeat(9000))) expect(end - start).toBeLessThanOrEqual(2000)
    expect(sentencesOf('x' + '😀'.repeat(9000)).some((piece) => /\p{Surrogate}/u.test(piece))).toBe(false)
  })
})
