import Sqlite from 'better-sqlite3'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { canonicalText, hashEntry } from '#core/ledger/hashEntry'
import { ledgerEntrySchema } from '#shared/model/ledger'
import { caseDraft, loadReport, openTestCore, temporaryFolder } from '../openTestCore'
import { makeDocx, paragraph } from './extraction/makeDocx'

const comments = {
  name: 'word/comments.xml',
  bytes: `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1">${paragraph('Really?')}</w:comment></w:comments>`
}

async function loadedInto(dataFolder: string) {
  const core = await openTestCore({ dataFolder })
  const { id: caseId } = await core.client.cases.create(caseDraft)
  const file = path.join(temporaryFolder(), 'report.docx')
  writeFileSync(file, makeDocx(paragraph('I saw one strike.'), [comments]))
  await loadReport(core, caseId, file)
  return { core, caseId }
}

describe('what a reader could not read of a report', () => {
  it('is kept in its record', async () => {
    const { core, caseId } = await loadedInto(temporaryFolder())
    const { reports } = await core.client.cases.get({ caseId })
    expect(reports).toMatchObject([{ readingNotes: ['It has 1 comment in the margin, left out of the text.'] }])
  })

  it('is missing in records of before, which open and verify as they were sealed', async () => {
    const dataFolder = temporaryFolder()
    const { core, caseId } = await loadedInto(dataFolder)
    await core.close()
    const sqlite = new Sqlite(path.join(dataFolder, 'countersign.sqlite'))
    sqlite.exec('DROP TRIGGER ledger_is_never_changed')
    const withoutNotes = (data: string): string => data.replace(/"readingNotes":\[[^\]]*\],/gu, '')
    const last = z.object({ sequence: z.number(), data: z.string() })
    const { sequence, data } = last.parse(sqlite.prepare('SELECT sequence, data FROM ledger ORDER BY sequence DESC LIMIT 1').get())
    const before = withoutNotes(data)
    expect(before).not.toBe(data)
    const { hash: sealed, ...unsealed } = ledgerEntrySchema.parse(JSON.parse(before))
    const hash = hashEntry(unsealed)
    expect(hash).not.toBe(sealed)
    sqlite.prepare('UPDATE ledger SET data = ?, hash = ? WHERE sequence = ?').run(canonicalText({ ...unsealed, hash }), hash, sequence)
    sqlite.exec(`UPDATE records SET data = json_remove(data, '$.readingNotes') WHERE entity = 'report'`)
    sqlite.close()
    const later = await openTestCore({ dataFolder })
    const { reports } = await later.client.cases.get({ caseId })
    expect(reports[0]?.wordCount).toBe(4)
    expect(reports[0]).not.toHaveProperty('readingNotes')
    expect(await later.client.ledger.verify()).toMatchObject({ isIntact: true })
  })
})
