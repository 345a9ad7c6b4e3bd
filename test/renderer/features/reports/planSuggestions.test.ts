import { describe, expect, test } from 'vitest'
import { shippedCodebook } from '#shared/model/codebook'
import { planCaseClock } from '#shared/domain/caseClock'
import { readStatements } from '#shared/domain/statements/readStatements'
import { planAccounts } from '../../../../renderer/features/reports/planAccounts'
import { planSuggestions, reasonLine } from '../../../../renderer/features/reports/planSuggestions'
import { createCaseBuilder } from '../../../shared/domain/caseBuilder'

const text = 'I struck Roe in the head. Later I struck Roe in the thigh. I wrote this report.'

function makeCase() {
  const builder = createCaseBuilder()
  const author = builder.officer('Dana Hayes')
  const footage = builder.footage()
  const report = builder.report(text, author)
  const head = builder.tag(footage, 'force', 60, { forceType: 'strike', bodyArea: 'head', actorIds: [author.id] })
  const plan = (span: { start: number; end: number } | null = null, tagId: typeof head.id | null = head.id) => {
    const records = builder.build()
    const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map<string, Row>(rows.map((row) => [row.id, row]))
    const accounts = planAccounts(
      {
        ...{ tags: byId(records.tags), footage: byId(records.footage), reports: byId(records.reports), passages: byId(records.passages) },
        ...{ statements: byId(records.statements), links: byId(records.links), absences: byId(records.absences) }
      },
      report.id
    )
    const input = {
      ...{ case: records.case, codebook: shippedCodebook, clock: planCaseClock(records.footage), people: byId(records.people), report },
      ...{ tags: records.tags, statements: readStatements(text, shippedCodebook) }
    }
    return planSuggestions(input, { tagId, span: span === null ? null : { reportId: report.id, ...span } }, accounts)
  }
  return { builder, report, head, plan }
}

describe('planSuggestions', () => {
  test('offers sentences for a tag that is not compared, and goes on to the next one', () => {
    const { plan } = makeCase()
    const { ofTag, next } = plan()
    expect(ofTag.map(({ statement }) => statement.text)).toEqual(['I struck Roe in the head.', 'Later I struck Roe in the thigh.'])
    expect(next).toBe(ofTag[0])
    const first = ofTag[0]?.statement
    const later = plan({ start: first?.start ?? 0, end: first?.end ?? 0 })
    expect(later.next).toEqual(ofTag[1])
  })
  test('offers nothing for a tag that is tied to the report, or said to be missing in it', () => {
    const tied = makeCase()
    tied.builder.link(tied.head, tied.report, 'I struck Roe in the head.')
    expect(tied.plan().ofTag).toEqual([])
    const absent = makeCase()
    absent.builder.absentFromReport(absent.head, absent.report)
    expect(absent.plan().ofTag).toEqual([])
  })
  test('offers the tag for selected words, and none for words that state nothing', () => {
    const { plan, head } = makeCase()
    expect(plan({ start: 2, end: 8 }, null).next?.tag.id).toBe(head.id)
    const at = text.indexOf('wrote')
    expect(plan({ start: at, end: at + 5 }, null)).toMatchObject({ ofWords: [], next: null })
  })
  test('tells what speaks for it before what speaks against it', () => {
    const suggestion = makeCase().plan().ofTag[1]
    if (suggestion === undefined) throw new Error('There is no second suggestion.')
    expect(reasonLine(suggestion)).toMatch(/^Both are strike · .* · but: the sentence names the /)
  })
})
