import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The first tables. Records of every kind share one table: the ledger writes and reads them alike, a
 * case opens with one range of one index, and a kind of record gains a field without a new column.
 */
export const initial: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE records (
        entity TEXT NOT NULL,
        id TEXT NOT NULL,
        case_id TEXT,
        data TEXT NOT NULL,
        PRIMARY KEY (entity, id)
      ) STRICT`.execute(db)
    await sql`CREATE INDEX records_of_case ON records (case_id, entity)`.execute(db)
    await sql`
      CREATE TABLE ledger (
        sequence INTEGER PRIMARY KEY,
        case_id TEXT,
        actor_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        action TEXT NOT NULL,
        label TEXT NOT NULL,
        target_sequence INTEGER,
        data TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT`.execute(db)
    await sql`CREATE INDEX ledger_of_case ON ledger (case_id, sequence)`.execute(db)
    await sql`
      CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END`.execute(db)
    await sql`
      CREATE TRIGGER ledger_is_never_deleted BEFORE DELETE ON ledger
      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END`.execute(db)
    await sql`
      CREATE TRIGGER records_are_never_deleted BEFORE DELETE ON records
      BEGIN SELECT RAISE(ABORT, 'records are withdrawn, never deleted'); END`.execute(db)
    await sql`CREATE TABLE jobs (id TEXT PRIMARY KEY, status TEXT NOT NULL, created_at TEXT NOT NULL, data TEXT NOT NULL) STRICT`.execute(
      db
    )
    await sql`CREATE TABLE media (id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT`.execute(db)
    await sql`CREATE TABLE settings (name TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT`.execute(db)
  }
}
