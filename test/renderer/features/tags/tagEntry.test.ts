import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatFootageTime } from '#shared/domain/time'
import { shippedCodebook } from '#shared/model/codebook'
import { footageIdSchema } from '#shared/model/ids'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import { filterForceTypes } from '../../../../renderer/features/tags/filterForceTypes'
import { parseFootageTime } from '../../../../renderer/ui/parseFootageTime'
import { planKey } from '../../../../renderer/features/tags/planKey'
import { reviewNote } from '../../../../renderer/features/tags/reviewNote'
import { problemsOfDraft } from '../../../../renderer/features/tags/tagDraft'

describe('parseFootageTime', () => {
  it('reads what the screen writes, to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359_999_999 }), (timeMs) => {
        expect(parseFootageTime(formatFootageTime(timeMs * 1000))).toBe(timeMs * 1000)
      })
    )
  })
  it('takes shorter ways of writing', () => {
    expect(parseFootageTime('3:27.3')).toBe(207_300_000)
    expect(parseFootageTime(' 207,3 ')).toBe(207_300_000)
    expect(parseFootageTime('1:00:00')).toBe(3_600_000_000)
  })
  it('refuses what is no time', () => {
    for (const text of ['', 'soon', '-3', '1:75', '1:99:00', '12:', '1:2:3:4', '1e5', '0x10', '9'.repeat(30)])
      expect(parseFootageTime(text)).toBeNull()
  })
})

describe('planKey', () => {
  const open = { kind: 'force' as const, footageId: 'a', startUs: 100 }
  it('opens, ends, keeps a moment, and swaps nothing', () => {
    expect(planKey(null, { kind: 'force', footageId: 'a', timeUs: 100 })).toEqual({ do: 'open' })
    expect(planKey(open, { kind: 'force', footageId: 'a', timeUs: 250 })).toEqual({ do: 'end', endUs: 250 })
    expect(planKey(open, { kind: 'force', footageId: 'a', timeUs: 100 })).toEqual({ do: 'keep-moment' })
    expect(planKey(open, { kind: 'force', footageId: 'a', timeUs: 99 })).toEqual({ do: 'refuse-reversed' })
  })
  it('opens another where the open one is of another kind or another camera', () => {
    expect(planKey(open, { kind: 'warning', footageId: 'a', timeUs: 250 })).toEqual({ do: 'open' })
    expect(planKey(open, { kind: 'force', footageId: 'b', timeUs: 250 })).toEqual({ do: 'open' })
  })
})

describe('problemsOfDraft', () => {
  const draft = {
    footageId: footageIdSchema.parse('01920000-0000-7000-8000-000000000001'),
    startUs: 1000,
    endUs: 2000,
    details: emptyTagDetails('force'),
    note: '',
    clauseIds: []
  }
  it('finds nothing wrong with what can be saved', () => {
    expect(problemsOfDraft(draft, 5000).size).toBe(0)
    expect(problemsOfDraft({ ...draft, endUs: null }, 5000).size).toBe(0)
  })
  it('says at its field what is wrong', () => {
    expect([...problemsOfDraft({ ...draft, endUs: 999 }, 5000).keys()]).toEqual(['endUs'])
    expect([...problemsOfDraft({ ...draft, startUs: 6000, endUs: null }, 5000).keys()]).toEqual(['startUs'])
    expect([...problemsOfDraft({ ...draft, endUs: 5001 }, 5000).keys()]).toEqual(['endUs'])
    expect([...problemsOfDraft({ ...draft, note: 'x'.repeat(10_001) }, 5000).keys()]).toEqual(['note'])
  })
})

describe('filterForceTypes', () => {
  const ids = (typed: string) => filterForceTypes(shippedCodebook.forceTypes, typed).map((type) => type.id)
  it('offers all types until something is typed', () => {
    expect(ids('')).toEqual(shippedCodebook.forceTypes.map((type) => type.id))
  })
  it('finds by the start of a word of the label first, then by the words of reports', () => {
    expect(ids('taser')).toEqual(['ecw-discharged', 'ecw-drive-stun', 'ecw-pointed'])
    expect(ids('str')[0]).toBe('strike')
    expect(ids('punch')).toEqual(['strike'])
    expect(ids('K-9')).toEqual(['canine'])
    expect(ids('zzz')).toEqual([])
  })
})

describe('reviewNote', () => {
  it('speaks once the review date is past, not on the day itself', () => {
    expect(reviewNote('2026-11-01', new Date(2026, 10, 1, 23, 59))).toBeNull()
    expect(reviewNote('2026-11-01', new Date(2026, 10, 2))).toBe('review date passed 1 Nov 2026')
  })
})
