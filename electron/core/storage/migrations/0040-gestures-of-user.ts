import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Finds the last gestures of a user in a case, for undo, however many viewings were noted since. */
export const gesturesOfUser: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE INDEX gestures_of_user ON ledger (case_id, actor_id, sequence) WHERE kind <> 'view'`.execute(db)
  }
}
