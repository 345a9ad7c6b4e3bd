import { sql, type Kysely } from 'kysely'
import { entityKinds, entitySchemas, type EntityKind, type EntityOf } from '#shared/model/entities'
import { createMarker } from './markWords'
import { planMatch } from './planMatch'
import type { GestureStatements } from './prepareGesture'
import type { Database } from './schema'
import type { FoundEntry, SearchEntry, SearchQuestion } from './store'

/** What of a record can be found; null of kinds that never are. `version` changes whenever the entries of any record would. */
export interface SearchPlanner {
  version: string
  entriesOf: <Kind extends EntityKind>(entity: Kind, row: EntityOf<Kind>) => readonly SearchEntry[] | null
}

/** A hit in the incident number or the kind of a tag says more than one in a long text. */
const titleWeight = 6

const versionSetting = 'search index version'
const rowsAtOnce = 500

/** Puts what can be found of a record in place of what was found of it before, nothing where it `isNew`; within the transaction that writes the record. */
export async function indexRecord<Kind extends EntityKind>(
  db: Kysely<Database>,
  insert: GestureStatements['insertSearchEntry'],
  planner: SearchPlanner,
  entity: Kind,
  row: EntityOf<Kind>,
  isNew: boolean
): Promise<void> {
  const entries = planner.entriesOf(entity, row)
  if (entries === null) return
  if (!isNew || row.withdrawn !== null) await forgetRecord(db, row)
  const caseId = 'caseId' in row ? row.caseId : row.id
  for (const entry of entries) insert(entity, row.id, caseId, entry)
}

/** Takes out what was found of a record, and hides it and what lies in it while it is withdrawn. */
async function forgetRecord(db: Kysely<Database>, row: EntityOf<EntityKind>): Promise<void> {
  const former = await db.selectFrom('search_entries').select('row_id').where('record_id', '=', row.id).execute()
  for (const { row_id } of former) {
    await db.deleteFrom('search_words').where('rowid', '=', wholeNumber(row_id)).execute()
    await db.deleteFrom('search_entries').where('row_id', '=', row_id).execute()
  }
  if (row.withdrawn === null) await db.deleteFrom('search_hidden').where('record_id', '=', row.id).execute()
  else
    await db
      .insertInto('search_hidden')
      .values({ record_id: row.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Makes the whole index anew where it was made by another version of the planner. A record that cannot be read is left out of it. */
export async function rebuildSearchIndex(
  db: Kysely<Database>,
  insert: GestureStatements['insertSearchEntry'],
  planner: SearchPlanner
): Promise<void> {
  const version = JSON.stringify(planner.version)
  const known = await db.selectFrom('settings').select('data').where('name', '=', versionSetting).executeTakeFirst()
  if (known?.data === version) return
  await db.transaction().execute(async (transaction) => {
    for (const table of ['search_words', 'search_entries', 'search_hidden'] as const) await transaction.deleteFrom(table).execute()
    for (const entity of entityKinds) await indexKind(transaction, insert, planner, entity)
    await transaction
      .insertInto('settings')
      .values({ name: versionSetting, data: version })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ data: version }))
      .execute()
  })
}

async function indexKind(
  db: Kysely<Database>,
  insert: GestureStatements['insertSearchEntry'],
  planner: SearchPlanner,
  entity: EntityKind
): Promise<void> {
  let afterId = ''
  for (;;) {
    const rows = await db
      .selectFrom('records')
      .select(['id', 'data'])
      .where('entity', '=', entity)
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(rowsAtOnce)
      .execute()
    for (const { data } of rows) {
      const record = entitySchemas[entity].safeParse(parseJson(data)).data
      if (record !== undefined) await indexRecord(db, insert, planner, entity, record, true)
    }
    const last = rows.at(-1)
    if (last === undefined) return
    afterId = last.id
  }
}

/** What holds every word asked for, the nearest first; of reports only the text that they have now. Nothing where no word was asked for. */
export async function findEntries(db: Kysely<Database>, { words, caseIds, limit }: SearchQuestion): Promise<FoundEntry[]> {
  const match = planMatch(words)
  if (match === null) return []
  const isHidden = (column: 'record_id' | 'parent_id' | 'case_id') =>
    sql<boolean>`${sql.ref(`search_entries.${column}`)} IN (SELECT record_id FROM search_hidden)`
  let ranked = db
    .selectFrom('search_words')
    .innerJoin('search_entries', 'search_entries.row_id', 'search_words.rowid')
    .select(['search_entries.row_id', sql<number>`bm25(search_words, ${sql.lit(titleWeight)}, 1.0)`.as('rank')])
    .where(sql<boolean>`search_words MATCH ${match}`)
    .where(sql<boolean>`NOT ${isHidden('record_id')}`)
    .where(sql<boolean>`NOT ${isHidden('case_id')}`)
    .where(sql<boolean>`(search_entries.parent_id IS NULL OR NOT ${isHidden('parent_id')})`)
    .where(
      sql<boolean>`(search_entries.entity <> 'reportText' OR search_entries.record_id = (
        SELECT max(other.record_id) FROM search_entries AS other
        WHERE other.entity = 'reportText' AND other.parent_id = search_entries.parent_id
        AND other.record_id NOT IN (SELECT record_id FROM search_hidden)))`
    )
    .orderBy('rank')
    .orderBy('search_entries.row_id')
    .limit(limit)
  if (caseIds !== null) {
    ranked = ranked.where(sql<boolean>`search_entries.case_id IN (SELECT value FROM json_each(${JSON.stringify(caseIds)}))`)
  }
  const nearest = (await ranked.execute()).map(({ row_id }) => row_id)
  if (nearest.length === 0) return []
  const rows = await db
    .selectFrom('search_entries')
    .innerJoin('search_words', 'search_words.rowid', 'search_entries.row_id')
    .select(['row_id', 'entity', 'record_id', 'case_id', 'parent_id', 'start', 'title', 'body'])
    .where('row_id', 'in', nearest.map(wholeNumber))
    .execute()
  const byId = new Map(rows.map((row) => [row.row_id, row]))
  const mark = createMarker(words)
  return nearest.flatMap((rowId): FoundEntry[] => {
    const row = byId.get(rowId)
    if (row === undefined) return []
    const { entity, record_id, case_id, parent_id, start, title, body } = row
    return [{ entity, recordId: record_id, caseId: case_id, parentId: parent_id, start, title: mark(title), body: mark(body) }]
  })
}

/** The driver hands every number over as a real one, and FTS5 looks up rows by whole ones alone; of others it goes through all. */
const wholeNumber = (value: number) => sql<number>`CAST(${value} AS INTEGER)`

function parseJson(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    // No schema takes it: the record is left out, and the check of the ledger tells of it.
    return undefined
  }
}
