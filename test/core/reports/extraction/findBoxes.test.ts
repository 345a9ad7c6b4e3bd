import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBoxes, mergeFields } from '#core/reports/extraction/findBoxes'

const told = (text: string) =>
  findBoxes(text).map(({ label, value, isTicked, start, end }) => [label, value, isTicked, text.slice(start, end)])

describe('findBoxes', () => {
  it.each([
    [
      '☒ Baton  ☐ Taser',
      [
        [null, 'Baton', true, '☒ Baton'],
        [null, 'Taser', false, '☐ Taser']
      ]
    ],
    [
      'Force used: [X] Baton [ ] Taser',
      [
        ['Force used', 'Baton', true, '[X] Baton'],
        ['Force used', 'Taser', false, '[ ] Taser']
      ]
    ],
    ['Frisked ☒', [[null, 'Frisked', true, 'Frisked ☒']]],
    [
      'Frisked [x]\tArrested [ ]',
      [
        [null, 'Frisked', true, 'Frisked [x]'],
        [null, 'Arrested', false, 'Arrested [ ]']
      ]
    ],
    [
      'Injured?\t(X) Yes\t( ) No',
      [
        ['Injured?', 'Yes', true, '(X) Yes'],
        ['Injured?', 'No', false, '( ) No']
      ]
    ],
    ['☑\tOC spray\tonce', [[null, 'OC spray', true, '☑\tOC spray']]],
    ['☒ Canine\nby Officer B', [[null, 'Canine', true, '☒ Canine']]]
  ])('reads %j', (text, boxes) => {
    expect(told(text)).toEqual(boxes)
  })

  it.each(['He said [INSERT: name].', 'see note [1]', 'Exhibit (X) shows', '☐', 'f(x) = 2'])('takes %j for no box', (text) => {
    expect(told(text)).toEqual([])
  })

  it('gives spans that are in order, within the text, and hold the words', () => {
    const piece = fc.constantFrom('☒', '☐', '[X]', '[ ]', ' ', '\t', '\n', 'Baton', 'no', '(x)', ':')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const boxes = findBoxes(text)
        for (const { start, end, value } of boxes) expect(text.slice(start, end)).toContain(value)
        expect(boxes.map(({ start }) => start)).toEqual(boxes.map(({ start }) => start).sort((a, b) => a - b))
      })
    )
  })

  it('is done in time with a line of nothing but boxes', () => {
    const startedAt = performance.now()
    findBoxes('[X] '.repeat(100_000))
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })
})

describe('mergeFields', () => {
  it('gives a box that the file names the words beside it, and keeps the rest', () => {
    const text = 'Force: ☒ Baton\nName Ortiz\n☐ Other'
    const named = [
      { name: 'f1', label: null, value: 'Yes', isTicked: true, start: 7, end: 8 },
      { name: 'f2', label: 'Name', value: 'Ortiz', isTicked: null, start: 20, end: 25 }
    ]
    expect(mergeFields(named, findBoxes(text))).toEqual([
      { name: 'f1', label: 'Force', value: 'Baton', isTicked: true, start: 7, end: 14 },
      named[1],
      { name: 'Other', label: null, value: 'Other', isTicked: false, start: 26, end: 33 }
    ])
  })
})
