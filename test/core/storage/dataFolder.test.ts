import Sqlite from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { caseIdSchema } from '#shared/model/ids'
import { ProblemError } from '#shared/rpc/problem'
import { caseDraft, openTestCore, refusal, temporaryFolder } from '../openTestCore'

const problemOf = (error: unknown) => (error instanceof ProblemError ? error.problem : null)

describe('a data folder', () => {
  it('is opened by one core at a time, and the second says so', async () => {
    const dataFolder = temporaryFolder()
    const first = await openTestCore({ dataFolder })
    const error: unknown = await openTestCore({ dataFolder }).catch((thrown: unknown) => thrown)
    expect(problemOf(error)).toMatchObject({ code: 'data_folder_in_use' })
    await first.client.cases.create(caseDraft)
    await first.close()
    const third = await openTestCore({ dataFolder })
    expect(await third.client.cases.list()).toHaveLength(1)
  })

  it('of a newer version is refused and left as it is', async () => {
    const dataFolder = temporaryFolder()
    const core = await openTestCore({ dataFolder })
    await core.close()
    const file = path.join(dataFolder, 'countersign.sqlite')
    const sqlite = new Sqlite(file)
    sqlite.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-future', '2099')")
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
    sqlite.close()
    const bytes = readFileSync(file)
    const error: unknown = await openTestCore({ dataFolder }).catch((thrown: unknown) => thrown)
    expect(problemOf(error)).toMatchObject({ code: 'data_from_newer_version' })
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('keeps what was acknowledged with full durability', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const again = await core.client.cases.get({ caseId })
    expect(again.case).toMatchObject(caseDraft)
    expect((await refusal(core.client.cases.get({ caseId: caseIdSchema.parse(again.case.createdBy) }))).code).toBe('not_found')
  })
})
