import { sql, type Kysely } from 'kysely'
import { entityKinds, entitySchemas, type EntityKind, type EntityOf } from '#shared/model/entities'
import type { MarkedText } from '#shared/model/search'
import { planMatch } from './planMatch'
import type { Database } from './schema'
import type { FoundEntry, SearchEntry, SearchQuestion } from './store'

/** What of a record can be found; null of kinds that never are. `version` changes whenever the entries of any record would. */
export interface SearchPlanner {
  version: string
  entriesOf: <Kind extends EntityKind>(entity: Kind, row: EntityOf<Kind>) => readonly SearchEntry[] | null
}

/** Private characters that frame what was found; an indexed text holds none of them. */
const opened = '\uE000'
const closed = '\uE001'
const frames = /[\uE000\uE001]/g

/** A hit in the incident number or the kind of a tag says more than one in a long text. */
const titleWeight = 6

const versionSetting = 'search index version'
const rowsAtOnce = 500

/** Puts what can be found of a record in place of what was found of it before; within the transaction that writes the record. */
export async function indexRecord<Kind extends EntityKind>(
  db: Kysely<Database>,
  planner: SearchPlanner,
  entity: Kind,
  row: EntityOf<Kind>
): Promise<void> {
  const entries = planner.entriesOf(entity, row)
  if (entries === null) return
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
  const caseId = 'caseId' in row ? row.caseId : row.id
  for (const { parentId, start, title, body } of entries) {
    const { row_id } = await db
      .insertInto('search_entries')
      .values({ entity, record_id: row.id, case_id: caseId, parent_id: parentId, start })
      .returning('row_id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('search_words')
      .values({ rowid: row_id, title: title.replace(frames, ' '), body: body.replace(frames, ' ') })
      .execute()
  }
}

/** Makes the whole index anew where it was made by another version of the planner. A record that cannot be read is left out of it. */
export async function rebuildSearchIndex(db: Kysely<Database>, planner: SearchPlanner): Promise<void> {
  const version = JSON.stringify(planner.version)
  const known = await db.selectFrom('settings').select('data').where('name', '=', versionSetting).executeTakeFirst()
  if (known?.data === version) return
  await db.transaction().execute(async (transaction) => {
    for (const table of ['search_words', 'search_entries', 'search_hidden'] as const) await transaction.deleteFrom(table).execute()
    for (const entity of entityKinds) await indexKind(transaction, planner, entity)
    await transaction
      .insertInto('settings')
      .values({ name: versionSetting, data: version })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ data: version }))
      .execute()
  })
}

async function indexKind(db: Kysely<Database>, planner: SearchPlanner, entity: EntityKind): Promise<void> {
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
      if (record !== undefined) await indexRecord(db, planner, entity, record)
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
  const found: FoundEntry[] = []
  for (const { row_id } of await ranked.execute()) {
    // Framed one by one: to frame all that match, before the best of them are known, took most of the time.
    const row = await db
      .selectFrom('search_words')
      .innerJoin('search_entries', 'search_entries.row_id', 'search_words.rowid')
      .select(['entity', 'record_id', 'case_id', 'parent_id', 'start'])
      .select(sql<string>`highlight(search_words, 0, ${opened}, ${closed})`.as('title'))
      .select(sql<string>`highlight(search_words, 1, ${opened}, ${closed})`.as('body'))
      .where(sql<boolean>`search_words MATCH ${match}`)
      .where('search_words.rowid', '=', wholeNumber(row_id))
      .executeTakeFirstOrThrow()
    const { entity, record_id, case_id, parent_id, start } = row
    found.push({
      ...{ entity, recordId: record_id, caseId: case_id, parentId: parent_id, start },
      title: readFrames(row.title),
      body: readFrames(row.body)
    })
  }
  return found
}

/** The driver hands every number over as a real one, and FTS5 looks up rows by whole ones alone; of others it goes through all. */
const wholeNumber = (value: number) => sql<number>`CAST(${value} AS INTEGER)`

/** A text and where in it the words stand that were asked for. */
function readFrames(framed: string): MarkedText {
  const spans: { start: number; end: number }[] = []
  let text = ''
  for (const [index, part] of framed.split(opened).entries()) {
    const [found = '', after = ''] = index === 0 ? ['', part] : part.split(closed)
    if (found !== '') spans.push({ start: text.length, end: text.length + found.length })
    text += found + after
  }
  return { text, spans }
}

function parseJson(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    // No schema takes it: the record is left out, and the check of the ledger tells of it.
    return undefined
  }
}
