import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerLine } from '#shared/model/ledger'
import { mergeLedgerLines } from '../../../../renderer/features/activity/mergeLedgerLines'

const line = (sequence: number, isUndone = false) => ({ sequence, isUndone }) as LedgerLine
const someLines = fc.array(fc.integer({ min: 1, max: 50 }).map((sequence) => line(sequence)))

describe('mergeLedgerLines', () => {
  it('holds every sequence once, newest first, whatever is read in whatever order', () => {
    fc.assert(
      fc.property(someLines, someLines, (known, read) => {
        const sequences = mergeLedgerLines(known, read).map((one) => one.sequence)
        const wanted = [...new Set([...known, ...read].map((one) => one.sequence))].sort((one, other) => other - one)
        expect(sequences).toEqual(wanted)
      })
    )
  })

  it('takes the later reading of a line, which may have been undone since', () => {
    expect(mergeLedgerLines([line(2), line(1)], [line(2, true)])).toEqual([line(2, true), line(1)])
  })
})
