import type { Database as Sqlite, Statement } from 'better-sqlite3'
import { SqliteDialect, type Dialect, type SqliteDatabase } from 'kysely'

/** Far more than the app's own statements; those whose text depends on how much is asked for would pile up otherwise. */
const mostStatements = 200

/**
 * SQLite's dialect for an open database. Where a write fails because the disk is full, SQLite has rolled back by itself;
 * a second rollback would be refused, and its refusal would hide why the write failed.
 */
export function createDialect(sqlite: Sqlite): Dialect {
  const dialect = new SqliteDialect({ database: keepStatements(sqlite) })
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => {
      const driver = dialect.createDriver()
      const rollBack = driver.rollbackTransaction.bind(driver)
      driver.rollbackTransaction = async (connection) => {
        if (sqlite.inTransaction) await rollBack(connection)
      }
      return driver
    }
  }
}

/** Prepares each statement once: a gesture runs the same dozen again and again, and to prepare one takes longer than to run it. */
function keepStatements(sqlite: Sqlite): SqliteDatabase {
  const statements = new Map<string, Statement>()
  return {
    close: () => sqlite.close(),
    prepare: (text) => {
      const known = statements.get(text)
      if (known !== undefined) return known
      const statement = sqlite.prepare(text)
      if (statements.size >= mostStatements) statements.clear()
      statements.set(text, statement)
      return statement
    }
  }
}
