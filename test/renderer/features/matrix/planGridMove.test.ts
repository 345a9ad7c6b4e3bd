import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planGridMove } from '../../../../renderer/features/matrix/planGridMove'

const size = { rows: 30, columns: 4, pageRows: 10 }
const from = { row: 12, column: 2 }

describe('planGridMove', () => {
  it.each([
    ['ArrowUp', false, { row: 11, column: 2 }],
    ['ArrowDown', false, { row: 13, column: 2 }],
    ['ArrowLeft', false, { row: 12, column: 1 }],
    ['ArrowRight', false, { row: 12, column: 3 }],
    ['PageUp', false, { row: 2, column: 2 }],
    ['PageDown', false, { row: 22, column: 2 }],
    ['Home', false, { row: 12, column: 0 }],
    ['End', false, { row: 12, column: 3 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 29, column: 3 }]
  ])('leads %s (with Ctrl: %s) to %o', (key, isCtrl, to) => {
    expect(planGridMove(key, isCtrl, from, size)).toEqual(to)
  })

  it('leads nowhere by another key, or in an empty grid', () => {
    expect(planGridMove('d', false, from, size)).toBeNull()
    expect(planGridMove('ArrowUp', false, from, { ...size, rows: 0 })).toBeNull()
  })

  it('never leaves the grid', () => {
    const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End')
    const count = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(key, fc.boolean(), count, count, fc.nat(39), fc.nat(39), (pressed, isCtrl, rows, columns, row, column) => {
        const to = planGridMove(pressed, isCtrl, { row: row % rows, column: column % columns }, { rows, columns, pageRows: 7 })
        expect(to !== null && to.row >= 0 && to.row < rows && to.column >= 0 && to.column < columns).toBe(true)
      })
    )
  })
})
