import type { Database as Sqlite } from 'better-sqlite3'
import type { LedgerEntry } from '#shared/model/ledger'
import type { SearchEntry } from './store'

/** What nearly every gesture reads and writes. Each answers at once, on the connection that a transaction of the store holds. */
export interface GestureStatements {
  /** The text of a record; undefined where there is none. */
  record: (entity: string, id: string) => string | undefined
  lastEntry: () => { sequence: number; hash: string } | null
  insertRecord: (entity: string, id: string, caseId: string, data: string) => void
  appendEntry: (entry: LedgerEntry, data: string) => void
  markCaseChanged: (caseId: string, sequence: number) => void
  insertSearchEntry: (entity: string, recordId: string, caseId: string, entry: SearchEntry) => void
}

/**
 * Prepares what nearly every gesture does as plain SQL. Through the query builder these statements took longer to be made than to be run,
 * and a press of a key waits for them before its tag is on the disk. To be used inside a transaction only: outside of one they would
 * see what another has not committed yet.
 */
export function prepareGesture(sqlite: Sqlite): GestureStatements {
  const record = sqlite.prepare<[string, string], string>('SELECT data FROM records WHERE entity = ? AND id = ?').pluck()
  const lastEntry = sqlite.prepare<[], { sequence: number; hash: string }>(
    'SELECT sequence, hash FROM ledger ORDER BY sequence DESC LIMIT 1'
  )
  const insertRecord = sqlite.prepare<[string, string, string, string]>(
    'INSERT INTO records (entity, id, case_id, data) VALUES (?, ?, ?, ?)'
  )
  const appendEntry = sqlite.prepare<[number, string | null, string, string, string, string, number | null, string, string]>(
    'INSERT INTO ledger (sequence, case_id, actor_id, kind, action, label, target_sequence, data, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'
  )
  const markCaseChanged = sqlite.prepare<[string, number]>(
    'INSERT INTO case_counts (case_id, changed_sequence) VALUES (?, ?) ON CONFLICT (case_id) DO UPDATE SET changed_sequence = excluded.changed_sequence'
  )
  const insertEntry = sqlite.prepare<[string, string, string, string | null, number]>(
    'INSERT INTO search_entries (entity, record_id, case_id, parent_id, start) VALUES (?, ?, ?, ?, ?)'
  )
  const insertWords = sqlite.prepare<[number | bigint, string, string]>('INSERT INTO search_words (rowid, title, body) VALUES (?, ?, ?)')
  return {
    record: (entity, id) => record.get(entity, id),
    lastEntry: () => lastEntry.get() ?? null,
    insertRecord: (...values) => void insertRecord.run(...values),
    appendEntry: ({ sequence, caseId, actorId, kind, action, label, targetSequence, hash }, data) =>
      void appendEntry.run(sequence, caseId, actorId, kind, action, label, targetSequence, data, hash),
    markCaseChanged: (caseId, sequence) => void markCaseChanged.run(caseId, sequence),
    insertSearchEntry: (entity, recordId, caseId, { parentId, start, title, body }) => {
      const { lastInsertRowid } = insertEntry.run(entity, recordId, caseId, parentId, start)
      insertWords.run(lastInsertRowid, title, body)
    }
  }
}
