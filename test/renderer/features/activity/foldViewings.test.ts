import { describe, expect, it } from 'vitest'
import type { LedgerLine } from '#shared/model/ledger'
import { foldViewings } from '../../../../renderer/features/activity/foldViewings'

const line = (sequence: number, action: string, subjectId: string | null) => ({ sequence, action, subjectId }) as LedgerLine

describe('foldViewings', () => {
  it('keeps the last entry of each stretch watched, and every other line', () => {
    const lines = [
      line(6, 'viewings.record', 'b'),
      line(5, 'tags.update', 'a'),
      line(4, 'viewings.record', 'a'),
      line(3, 'tags.update', 'a'),
      line(2, 'viewings.record', 'a'),
      line(1, 'cases.recordViewing', null)
    ]
    expect(foldViewings(lines).map(({ sequence }) => sequence)).toEqual([6, 5, 4, 3, 1])
  })
})
