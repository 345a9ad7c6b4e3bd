import Sqlite from 'better-sqlite3'
import { Kysely } from 'kysely'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { jobSchema } from '#shared/model/job'
import { createDialect } from './createDialect'
import { createReadableStore } from './createReadableStore'
import { lockDataFolder } from './lockDataFolder'
import { migrateToLatest } from './migrate'
import type { Database } from './schema'
import type { Store, WritableStore } from './store'

/**
 * Opens the store of a data folder, made where it is missing, and holds the folder until `close`.
 * A write that was acknowledged is on disk: WAL with synchronous=FULL.
 * Throws `data_folder_in_use` and `data_from_newer_version`.
 */
export async function openStore(folder: string): Promise<Store> {
  mkdirSync(folder, { recursive: true })
  const unlock = lockDataFolder(folder)
  try {
    const sqlite = new Sqlite(path.join(folder, 'countersign.sqlite'))
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    const db = new Kysely<Database>({ dialect: createDialect(sqlite) })
    try {
      await migrateToLatest(db)
    } catch (error) {
      await db.destroy()
      throw error
    }
    return createStore(db, String(sqlite.prepare('SELECT sqlite_version()').pluck().get()), unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

function createStore(db: Kysely<Database>, sqliteVersion: string, unlock: () => void): Store {
  return {
    ...createReadableStore(db),
    sqliteVersion,
    transaction: (run) => db.transaction().execute((transaction) => run(createWritableStore(transaction))),
    putJob: async ({ job, request }) => {
      const row = {
        id: job.id,
        status: job.status,
        created_at: job.createdAt,
        data: JSON.stringify(jobSchema.parse(job)),
        request: JSON.stringify(request)
      }
      await db
        .insertInto('jobs')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ status: row.status, data: row.data, request: row.request }))
        .execute()
    },
    putMedia: async (id, location) => {
      const data = JSON.stringify(location)
      await db
        .insertInto('media')
        .values({ id, data })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ data }))
        .execute()
    },
    putSetting: async (name, value) => {
      const data = JSON.stringify(value)
      await db
        .insertInto('settings')
        .values({ name, data })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ data }))
        .execute()
    },
    close: async () => {
      await db.destroy()
      unlock()
    }
  }
}

function createWritableStore(db: Kysely<Database>): WritableStore {
  return {
    ...createReadableStore(db),
    put: async (entity, row) => {
      const data = JSON.stringify(row)
      const caseId = 'caseId' in row ? row.caseId : row.id
      await db
        .insertInto('records')
        .values({ entity, id: row.id, case_id: caseId, data })
        .onConflict((conflict) => conflict.columns(['entity', 'id']).doUpdateSet({ data }))
        .execute()
    },
    append: async (entry) => {
      await db
        .insertInto('ledger')
        .values({
          sequence: entry.sequence,
          case_id: entry.caseId,
          actor_id: entry.actorId,
          kind: entry.kind,
          action: entry.action,
          label: entry.label,
          target_sequence: entry.targetSequence,
          data: JSON.stringify(entry),
          hash: entry.hash
        })
        .execute()
    }
  }
}
