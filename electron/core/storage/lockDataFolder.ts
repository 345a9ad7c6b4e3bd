import Sqlite from 'better-sqlite3'
import path from 'node:path'
import { ProblemError, problemWords } from '#shared/rpc/problem'

/**
 * Takes a data folder for this process alone and answers with the function that lets it go.
 * The lock is SQLite's own on a file of its own: the operating system drops it when the process dies,
 * however it dies. Throws `data_folder_in_use` where another process holds it.
 */
export function lockDataFolder(folder: string): () => void {
  const lock = new Sqlite(path.join(folder, 'lock.sqlite'), { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new ProblemError('data_folder_in_use', problemWords('dataFolderInUse', { folder }), { cause })
  }
  return () => {
    lock.exec('ROLLBACK')
    lock.close()
  }
}
