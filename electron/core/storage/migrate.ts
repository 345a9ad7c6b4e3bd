import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { initial } from './migrations/0010-initial'
import { jobRequests } from './migrations/0020-job-requests'
import { searchAndCounts } from './migrations/0030-search-and-counts'
import { gesturesOfUser } from './migrations/0040-gestures-of-user'
import type { Database } from './schema'

/** Every migration by its number and name; a number is never used again. */
const migrations: Record<string, Migration> = {
  '0010-initial': initial,
  '0020-job-requests': jobRequests,
  '0030-search-and-counts': searchAndCounts,
  '0040-gestures-of-user': gesturesOfUser
}

/** The number of the newest migration that this version knows. */
export const schemaVersion = Math.max(...Object.keys(migrations).map((name) => Number.parseInt(name, 10)))

/**
 * Brings a database up to date.
 * Throws `data_from_newer_version` where it holds a migration that this version does not know; nothing is changed then.
 */
export async function migrateToLatest(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const applied = await appliedNames(db)
  const unknown = applied.filter((name) => !(name in migrations))
  if (unknown.length > 0) {
    throw new ProblemError('data_from_newer_version', problemWords('newerData', { names: unknown.join(', ') }))
  }
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('The database could not be brought up to date.', { cause: error })
}

async function appliedNames(db: Kysely<Database>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const rows = await db.$extendTables<{ kysely_migration: { name: string } }>().selectFrom('kysely_migration').select('name').execute()
  return rows.map((row) => row.name)
}
