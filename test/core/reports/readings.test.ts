import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStatements } from '#shared/domain/statements/readStatements'
import { shippedCodebook } from '#shared/model/codebook'
import type { ReadStatement, StatementDraft } from '#shared/model/report'
import { createReportReadings } from '#core/reports/createReportReadings'
import { reportTextIdSchema } from '#shared/model/ids'
import { v7 as uuidv7 } from 'uuid'
import { caseDraft, loadReport, openTestCore, refusal, temporaryFolder } from '../openTestCore'

const text = 'I told the male to stop. I struck him twice in the face. EMS was called.\n'

async function openReport() {
  const core = await openTestCore()
  const { id: caseId } = await core.client.cases.create(caseDraft)
  const file = path.join(temporaryFolder(), 'report.txt')
  writeFileSync(file, text)
  await loadReport(core, caseId, file)
  const [report] = (await core.client.cases.get({ caseId })).reports
  if (report === undefined) throw new Error('no report')
  const start = text.indexOf('I struck')
  return { client: core.client, caseId, span: { reportId: report.id, start, end: text.indexOf(' EMS') } }
}

const draftOf = (reading: ReadStatement): StatementDraft => ({
  kind: reading.kind,
  types: reading.types,
  bodyArea: reading.bodyArea,
  count: reading.count,
  actorIds: [],
  targetIds: [],
  statedAt: null,
  isNegated: reading.negated,
  isHearsay: reading.hearsay,
  isUncertain: reading.uncertain,
  note: ''
})

describe('what the reader finds', () => {
  it('in a whole report stands at its place there, each field with its words', async () => {
    const { client, span } = await openReport()
    const found = await client.statements.ofReport({ reportId: span.reportId })
    expect(found.map(({ kind }) => kind)).toEqual(['warning', 'force', 'medical-aid'])
    const [count] = found[1]?.evidence.count ?? []
    expect(text.slice(count?.start, count?.end)).toBe('twice')
    expect(await client.statements.read({ span })).toEqual([found[1]])
  })

  it('is kept beside what a person makes of it, and stays through corrections', async () => {
    const { client, caseId, span } = await openReport()
    const [readAs] = await client.statements.read({ span })
    if (readAs === undefined) throw new Error('nothing read')
    const made = await client.statements.create({ span, draft: draftOf(readAs), readAs })
    const changed = await client.statements.update({ statementId: made.id, draft: { ...draftOf(readAs), count: 3 } })
    expect(changed).toMatchObject({ count: 3, readAs: { count: 2 }, updatedBy: made.createdBy })
    expect((await client.cases.get({ caseId })).statements[0]?.readAs).toEqual(readAs)
    expect((await client.ledger.verify()).isIntact).toBe(true)
  })

  it('cannot be made up: what the reader does not find there is refused, and nothing changes', async () => {
    const { client, caseId, span } = await openReport()
    const [readAs] = await client.statements.read({ span })
    if (readAs === undefined) throw new Error('nothing read')
    const made = client.statements.create({ span, draft: draftOf(readAs), readAs: { ...readAs, count: 5 } })
    expect(await refusal(made)).toMatchObject({ code: 'invalid_input' })
    expect((await client.cases.get({ caseId })).statements).toEqual([])
  })
})

describe('readings of whole reports', () => {
  it('are read once for each text, and let other work go on in between', async () => {
    const readings = createReportReadings(shippedCodebook)
    const long = { id: reportTextIdSchema.parse(uuidv7()), text: text.repeat(4000) }
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    const first = await readings.of(long)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
    expect(first).toHaveLength(12_000)
    expect(await readings.of(long)).toBe(first)
    expect(first.slice(0, 3)).toEqual(readStatements(text, shippedCodebook))
  })
})
