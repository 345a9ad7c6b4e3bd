import Sqlite from 'better-sqlite3'
import { Kysely } from 'kysely'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { jobSchema } from '#shared/model/job'
import { createDialect } from './createDialect'
import { createReadableStore, parseRecord } from './createReadableStore'
import { createRowMemory, type RowMemory } from './createRowMemory'
import { lockDataFolder } from './lockDataFolder'
import { migrateToLatest } from './migrate'
import { prepareGesture, type GestureStatements } from './prepareGesture'
import type { Database } from './schema'
import { indexRecord, rebuildSearchIndex, type SearchPlanner } from './searchIndex'
import type { Store, WritableStore } from './store'

/**
 * Opens the store of a data folder, made where it is missing, and holds the folder until `close`. `planner` says what of a
 * record can be found; where another version of it made the index, all of the index is made anew first.
 * A write that was acknowledged is on disk: WAL with synchronous=FULL.
 * Throws `data_folder_in_use` and `data_from_newer_version`.
 */
export async function openStore(folder: string, planner: SearchPlanner): Promise<Store> {
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
      // Its tables are there only now.
      const statements = prepareGesture(sqlite)
      await rebuildSearchIndex(db, statements.insertSearchEntry, planner)
      return createStore(db, statements, planner, String(sqlite.prepare('SELECT sqlite_version()').pluck().get()), unlock)
    } catch (error) {
      await db.destroy()
      throw error
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function createStore(
  db: Kysely<Database>,
  statements: GestureStatements,
  planner: SearchPlanner,
  sqliteVersion: string,
  unlock: () => void
): Store {
  const remember = createRowMemory()
  return {
    ...createReadableStore(db, remember),
    sqliteVersion,
    transaction: (run) => db.transaction().execute((transaction) => run(createWritableStore(transaction, statements, planner, remember))),
    putJob: createJobWriter(db),
    putMedia: async (id, location) => {
      const data = JSON.stringify(location)
      await db
        .insertInto('media')
        .values({ id, data })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ data }))
        .execute()
    },
    putCaseCounts: (countedBy, rows) =>
      db.transaction().execute(async (transaction) => {
        for (const { caseId, changedSequence, counts } of rows) {
          await transaction
            .updateTable('case_counts')
            .set({ counted_sequence: changedSequence, counted_by: countedBy, data: JSON.stringify(counts) })
            .where('case_id', '=', caseId)
            .execute()
        }
      }),
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

/** Jobs that are put at the same moment are written in one transaction, in order: a write waits for the disk, and many may start together. */
function createJobWriter(db: Kysely<Database>): Store['putJob'] {
  let waiting: Database['jobs'][] = []
  let written: Promise<void> | null = null
  const write = async () => {
    await Promise.resolve()
    const batch = waiting
    waiting = []
    written = null
    await db.transaction().execute(async (transaction) => {
      for (const row of batch) {
        await transaction
          .insertInto('jobs')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ status: row.status, data: row.data, request: row.request }))
          .execute()
      }
    })
  }
  return ({ job, request }) => {
    const { id, status, createdAt } = job
    const data = JSON.stringify(jobSchema.parse(job))
    waiting.push({ id, status, created_at: createdAt, data, request: JSON.stringify(request) })
    return (written ??= write())
  }
}

/** `db` is the transaction, which holds the one connection that `statements` were prepared on. */
function createWritableStore(
  db: Kysely<Database>,
  statements: GestureStatements,
  planner: SearchPlanner,
  remember: RowMemory
): WritableStore {
  return {
    ...createReadableStore(db, remember),
    get: (entity, id) =>
      inPromise(() => {
        const data = statements.record(entity, id)
        return data === undefined ? null : remember(entity, id, data, () => parseRecord(entity, data))
      }),
    lastEntry: () => inPromise(statements.lastEntry),
    put: async (entity, row, isNew) => {
      const data = JSON.stringify(row)
      const caseId = 'caseId' in row ? row.caseId : row.id
      if (isNew) statements.insertRecord(entity, row.id, caseId, data)
      else {
        await db
          .insertInto('records')
          .values({ entity, id: row.id, case_id: caseId, data })
          .onConflict((conflict) => conflict.columns(['entity', 'id']).doUpdateSet({ data }))
          .execute()
      }
      await indexRecord(db, statements.insertSearchEntry, planner, entity, row, isNew)
    },
    append: (entry) =>
      inPromise(() => {
        statements.appendEntry(entry, JSON.stringify(entry))
        if (entry.caseId !== null && entry.changes.length > 0) statements.markCaseChanged(entry.caseId, entry.sequence)
      })
  }
}

/** What answers at once, as a promise: what it throws is its rejection. */
const inPromise = async <Result>(run: () => Result): Promise<Result> => Promise.resolve(run())
