import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What each job was asked to do, so that it can be begun again after the app stopped. */
export const jobRequests: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE jobs ADD COLUMN request TEXT`.execute(db)
  }
}
