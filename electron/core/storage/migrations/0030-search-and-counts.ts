import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Two things that are derived from the records and made anew at will: an index of every word, and the counts of each case, which
 * hold until the case changes. The index is filled when the store is opened, since it has no version yet. And the records of a case
 * are found by an index that is in their order too: without the order in it, SQLite went through the records of all cases instead.
 */
export const searchAndCounts: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`DROP INDEX records_of_case`.execute(db)
    await sql`CREATE INDEX records_of_case ON records (case_id, entity, id)`.execute(db)
    await sql`
      CREATE TABLE case_counts (
        case_id TEXT PRIMARY KEY,
        changed_sequence INTEGER NOT NULL,
        counted_sequence INTEGER,
        counted_by TEXT,
        data TEXT
      ) STRICT`.execute(db)
    await sql`
      INSERT INTO case_counts (case_id, changed_sequence)
      SELECT case_id, max(sequence) FROM ledger WHERE case_id IS NOT NULL GROUP BY case_id`.execute(db)
    await sql`
      CREATE TABLE search_entries (
        row_id INTEGER PRIMARY KEY,
        entity TEXT NOT NULL,
        record_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        parent_id TEXT,
        start INTEGER NOT NULL
      ) STRICT`.execute(db)
    await sql`CREATE INDEX search_entries_of_record ON search_entries (record_id)`.execute(db)
    await sql`
      CREATE INDEX search_texts_of_report ON search_entries (parent_id, record_id) WHERE entity = 'reportText'`.execute(db)
    // Folded case and accents; words that begin with what is typed are found by the prefix index.
    await sql`
      CREATE VIRTUAL TABLE search_words USING fts5 (title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`.execute(db)
    await sql`CREATE TABLE search_hidden (record_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`.execute(db)
  }
}
