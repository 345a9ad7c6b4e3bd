import Sqlite from 'better-sqlite3'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StatementDraft } from '#shared/model/report'
import { caseDraft, ended, loadReport, openTestCore, refusal, temporaryFolder } from '../openTestCore'

const written = 'I told the male to stop. I delivered one strike to his upper body. I then called for medical aid at once.\n'
/** As a reader read it that took an “i” for a 1 and read words that nobody sees. */
const misread = `${written.replace('strike', 'str1ke')}Draft, not for release.\n`

const statement: StatementDraft = {
  ...{ kind: 'force', types: ['strike'], bodyArea: 'upper-body', count: 1, actorIds: [], targetIds: [], statedAt: null },
  ...{ isNegated: false, isHearsay: false, isUncertain: false, note: '' }
}

/** The first version of the reader of text files, which finds this text in whatever file. */
function olderReader(text: string): URL {
  const pages = [{ number: 1, start: 0, end: text.length }]
  const report = { format: 'txt', extractor: 'plain-text', extractorVersion: 1, text, pages, notes: [], formFields: [], wordCount: 1 }
  const says = [{ kind: 'started' }, { kind: 'extracted', report }].map((message) => `parentPort.postMessage(${JSON.stringify(message)})`)
  const source = `import { parentPort } from 'node:worker_threads'\n${says.join('\n')}`
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`)
}

/** A case with a report that an older app read as `text`, with a statement on each of its sentences, opened by the app of now. */
async function openScene(text: string) {
  const dataFolder = temporaryFolder()
  const older = await openTestCore({ dataFolder, extractionWorkerUrl: olderReader(text) })
  const { id: caseId } = await older.client.cases.create(caseDraft)
  const file = path.join(temporaryFolder(), 'report.txt')
  writeFileSync(file, written)
  await loadReport(older, caseId, file)
  const [report] = (await older.client.cases.get({ caseId })).reports
  if (report === undefined) throw new Error('no report')
  for (const { 0: sentence, index: start } of text.matchAll(/[^\s.][^.]*\./gu)) {
    const span = { reportId: report.id, start, end: start + sentence.length }
    await older.client.statements.create({ span, draft: statement })
  }
  await older.close()
  const core = await openTestCore({ dataFolder })
  const { client } = core
  const content = async () => {
    const { passages, reports, statements } = await client.cases.get({ caseId })
    return {
      passages: passages.map(({ anchor, refinding }) => ({ anchor, refinding })),
      reports: reports.map(({ updatedAt: _updatedAt, updatedBy: _updatedBy, ...rest }) => rest),
      statements
    }
  }
  const reread = async () => ended(core, (await client.reports.reread({ reportId: report.id })).id)
  return { core, client, caseId, file, report, content, reread, dataFolder }
}

describe('a report read again by a later reader', () => {
  it('has its text anew and its passages found again, or waiting for a person, in one entry', async () => {
    const { client, caseId, report, content, reread } = await openScene(misread)
    expect(await client.reports.olderReadings({ caseId })).toEqual([{ reportId: report.id, extractorVersion: 1, newestVersion: 2 }])
    const before = await content()
    const { entryCount } = await client.ledger.verify()
    expect(await reread()).toMatchObject({ status: 'done', resultId: report.id })
    expect(await client.reports.text({ reportId: report.id })).toMatchObject({ text: written, extractorVersion: 2 })
    const after = await content()
    expect(after.reports).toMatchObject([{ mediaId: report.mediaId, sha256: report.sha256, extractorVersion: 2, wordCount: 22 }])
    expect(after.reports[0]?.rereadAt).toBeDefined()
    expect(after.statements).toEqual(before.statements)
    const [first, strike, last, draft] = after.passages
    expect([first, last].map((one) => [one?.anchor.start, one?.anchor.extractorVersion, one?.refinding])).toEqual([
      [0, 2, undefined],
      [written.indexOf('I then'), 2, undefined]
    ])
    expect(strike).toMatchObject({ anchor: { extractorVersion: 1 }, refinding: { state: 'changed', reason: 'words' } })
    expect(draft).toMatchObject({ anchor: { extractorVersion: 1 }, refinding: { state: 'lost', isSettled: false } })
    expect(await client.reports.olderReadings({ caseId })).toEqual([])
    expect((await refusal(client.reports.reread({ reportId: report.id }))).code).toBe('stale_write')
    expect(await client.ledger.verify()).toMatchObject({ isIntact: true, entryCount: entryCount + 1 })
    const [line] = await client.ledger.list({ caseId, beforeSequence: null, limit: 1 })
    expect(line).toMatchObject({ action: 'reports.reread' })
    expect(line?.label).toContain('2 found exactly, 1 found with changes, 1 not found')
  })

  it('is as it was once that is undone, and as it became once it is done again', async () => {
    const { client, caseId, report, content, reread } = await openScene(misread)
    const before = await content()
    await reread()
    const after = await content()
    await client.ledger.undo({ caseId })
    expect(await content()).toEqual(before)
    expect((await client.reports.text({ reportId: report.id })).text).toBe(misread)
    expect(await client.reports.olderReadings({ caseId })).toHaveLength(1)
    await client.ledger.redo({ caseId })
    expect(await content()).toEqual(after)
    expect((await client.reports.text({ reportId: report.id })).text).toBe(written)
    expect(await client.ledger.verify()).toMatchObject({ isIntact: true })
  })

  it('keeps what a person said of its passages where the words are the same after all', async () => {
    const { client, content, reread, report } = await openScene(written)
    const before = await content()
    await reread()
    const after = await content()
    expect(after.reports[0]).not.toHaveProperty('rereadAt')
    expect(after.passages).toEqual(before.passages.map(({ anchor }) => ({ anchor: { ...anchor, extractorVersion: 2 } })))
    // A statement on the same words is of the same passage.
    const span = { reportId: report.id, start: 0, end: 24 }
    const { passageId } = await client.statements.create({ span, draft: statement })
    expect(before.statements.map((one) => one.passageId)).toContain(passageId)
  })

  it('is left as it is where its file is no longer the one that was loaded, or gone', async () => {
    const { core, file, content, reread } = await openScene(misread)
    const before = await content()
    writeFileSync(file, `${written}And more.\n`)
    expect(await reread()).toMatchObject({ status: 'failed', problem: { code: 'footage_changed' } })
    rmSync(file)
    expect(await reread()).toMatchObject({ status: 'failed', problem: { code: 'footage_missing' } })
    expect(await content()).toEqual(before)
    expect(await core.client.ledger.verify()).toMatchObject({ isIntact: true })
  })

  it('is known by its text where its record does not tell the version of its reader', async () => {
    const { core, caseId, report, dataFolder } = await openScene(misread)
    await core.close()
    const sqlite = new Sqlite(path.join(dataFolder, 'countersign.sqlite'))
    sqlite.exec(`UPDATE records SET data = json_remove(data, '$.extractorVersion') WHERE entity = 'report'`)
    sqlite.close()
    const { client } = await openTestCore({ dataFolder })
    expect((await client.cases.get({ caseId })).reports[0]).not.toHaveProperty('extractorVersion')
    expect(await client.reports.olderReadings({ caseId })).toEqual([{ reportId: report.id, extractorVersion: 1, newestVersion: 2 }])
  })
})
