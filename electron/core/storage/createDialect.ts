import type { Database as Sqlite } from 'better-sqlite3'
import { SqliteDialect, type Dialect } from 'kysely'

/**
 * SQLite's dialect for an open database. Where a write fails because the disk is full, SQLite has rolled back by itself;
 * a second rollback would be refused, and its refusal would hide why the write failed.
 */
export function createDialect(sqlite: Sqlite): Dialect {
  const dialect = new SqliteDialect({ database: sqlite })
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
