import { caseDraftSchema, personDraftSchema } from '#shared/model/case'
import { shippedCodebook } from '#shared/model/codebook'
import { footageDraftSchema } from '#shared/model/footage'
import { reportDraftSchema, statementDraftSchema } from '#shared/model/report'
import { tagDraftSchema } from '#shared/model/tag'
import { absences, cameraA, cameraB, caseDraft, links, people, reports, statements, tags, withIds } from '#core/demonstration/index'
import { findQuote } from '#core/demonstration/findQuote'
import { novakReport, parkReport, riveraReport } from '#core/demonstration/reportTexts'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'

const cameras = [cameraA, cameraB]
const ids = new Map([...people, ...cameras, ...reports, ...tags].map(({ key }): [string, string] => [key, v7()]))

describe('the script of the demonstration', () => {
  test('is made of drafts that the model takes', () => {
    caseDraftSchema.parse(caseDraft)
    for (const { draft } of people) personDraftSchema.parse(draft)
    for (const { draft } of cameras) footageDraftSchema.parse(withIds(draft, ids))
    for (const { draft } of reports) reportDraftSchema.parse(withIds(draft, ids))
    for (const { draft } of tags) tagDraftSchema.parse(withIds(draft, ids))
    for (const { draft } of statements) statementDraftSchema.parse(withIds(draft, ids))
    expect([tags.length, statements.length, links.length, absences.length]).toEqual([5, 3, 2, 1])
  })

  test('a key without an id is refused', () => {
    expect(() => tagDraftSchema.parse(withIds(tags[0]?.draft, new Map()))).toThrow()
  })

  test('uses ids of the shipped codebook', () => {
    const forceTypes = new Set(shippedCodebook.forceTypes.map(({ id }) => id))
    const bodyAreas = new Set(shippedCodebook.bodyAreas.map(({ id }) => id))
    for (const { draft } of tags) {
      if (draft.details.kind !== 'force') continue
      expect(forceTypes).toContain(draft.details.forceType)
      if (draft.details.bodyArea !== null) expect(bodyAreas).toContain(draft.details.bodyArea)
    }
    for (const { draft } of statements) {
      for (const type of draft.types) expect(forceTypes).toContain(type)
      if (draft.bodyArea !== null) expect(bodyAreas).toContain(draft.bodyArea)
    }
    for (const { draft } of reports) expect(shippedCodebook.reportTypes.map(({ id }) => id)).toContain(draft.type)
  })

  test('every tag lies within its footage', () => {
    for (const { draft } of tags) expect(Math.max(draft.startUs, draft.endUs ?? 0)).toBeLessThanOrEqual(cameraA.durationSeconds * 1e6)
  })

  test('every quote stands exactly once in its report', () => {
    const texts = {
      'report:rivera': riveraReport.narrative.join('\n'),
      'report:novak': novakReport.narrative.join('\n'),
      'report:park': parkReport
    }
    for (const { report, quote } of [...statements, ...links]) {
      const { start, end } = findQuote(texts[report], quote)
      expect(texts[report].slice(start, end)).toBe(quote)
    }
  })

  test('the three accounts differ as they should', () => {
    expect(novakReport.narrative.join(' ')).not.toMatch(/strike|punch|struck|takedown/i)
    expect(parkReport).toContain('three punches to the head')
    expect(parkReport).toContain('the other officer just stood there')
    expect(riveraReport.narrative.join(' ')).not.toMatch(/three|head\b/)
  })
})

describe('findQuote', () => {
  test('crosses line breaks, and refuses what stands there twice or not at all', () => {
    expect(findQuote('I told\n  him to stop. (Twice.)', 'told him to')).toEqual({ start: 2, end: 15 })
    expect(findQuote('a (b) c', '(b)')).toEqual({ start: 2, end: 5 })
    expect(() => findQuote('one two one', 'one')).toThrow('stands 2 times')
    expect(() => findQuote('one', 'two')).toThrow('stands 0 times')
  })
})
