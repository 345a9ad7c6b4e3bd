import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import { entityKinds, entitySchemas, type EntityKind, type EntityOf } from '#shared/model/entities'
import { jobSchema } from '#shared/model/job'
import { entryKindSchema, ledgerEntrySchema } from '#shared/model/ledger'
import { sha256Schema } from '#shared/model/primitives'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import type { Database } from './schema'
import type { RowMemory } from './createRowMemory'
import { findEntries } from './searchIndex'
import { writtenEntrySchema, writtenRecordSchema, type LedgerHead, type ReadableStore } from './store'

const mediaLocationSchema = z.object({
  path: z.string(),
  contentType: z.string(),
  downloadName: z.string(),
  expected: z.object({ sizeBytes: z.number(), modifiedAtMs: z.number(), sha256: sha256Schema }).nullable()
})

const schemas: { [Kind in EntityKind]: z.ZodType<EntityOf<Kind>> } = entitySchemas

const kindsBesidesTexts = entityKinds.filter((kind) => kind !== 'reportText')

/** A record from its text. Throws `ledger_broken` where the model does not know it. */
export const parseRecord = <Kind extends EntityKind>(entity: Kind, data: string): EntityOf<Kind> =>
  parseStored(schemas[entity], data, entity)

/** The reading half of a store, over a database or over one of its transactions, which share what they `remember`. */
export function createReadableStore(db: Kysely<Database>, remember: RowMemory): ReadableStore {
  return {
    get: async (entity, id) => {
      const row = await db.selectFrom('records').select('data').where('entity', '=', entity).where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : remember(entity, id, row.data, () => parseRecord(entity, row.data))
    },
    listOfCase: async (entity, caseId) => {
      const rows = await db
        .selectFrom('records')
        .select('data')
        .where('case_id', '=', caseId)
        .where('entity', '=', entity)
        .orderBy('id')
        .execute()
      return rows.map((row) => parseRecord(entity, row.data))
    },
    listOfCaseWith: async (entity, caseId, fields) => {
      let rows = db.selectFrom('records').select('data').where('case_id', '=', caseId).where('entity', '=', entity)
      for (const [name, value] of Object.entries(fields)) rows = rows.where(sql<boolean>`json_extract(data, ${`$.${name}`}) = ${value}`)
      return (await rows.orderBy('id').execute()).map((row) => parseRecord(entity, row.data))
    },
    recordsOfCase: async (caseId) => {
      const rows = await db
        .selectFrom('records')
        .select(['entity', 'data'])
        .where('case_id', '=', caseId)
        .where('entity', 'in', kindsBesidesTexts)
        .orderBy('entity')
        .orderBy('id')
        .execute()
      return { of: (entity) => rows.filter((row) => row.entity === entity).map((row) => parseRecord(entity, row.data)) }
    },
    listAll: async (entity) => {
      const rows = await db.selectFrom('records').select('data').where('entity', '=', entity).orderBy('id').execute()
      return rows.map((row) => parseRecord(entity, row.data))
    },
    lastEntry: async () => {
      const row = await db.selectFrom('ledger').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(1).executeTakeFirst()
      return row ?? null
    },
    entry: async (sequence) => {
      const row = await db.selectFrom('ledger').select('data').where('sequence', '=', sequence).executeTakeFirst()
      return row === undefined ? null : parseStored(ledgerEntrySchema, row.data, 'ledger entry')
    },
    entriesAsWritten: async (afterSequence, limit) => {
      const rows = await db
        .selectFrom('ledger')
        .select('data')
        .where('sequence', '>', afterSequence)
        .orderBy('sequence')
        .limit(limit)
        .execute()
      return rows.map((row) => parseStored(writtenEntrySchema, row.data, 'ledger entry'))
    },
    recordsAsWritten: async (entity) => {
      const rows = await db.selectFrom('records').select('data').where('entity', '=', entity).execute()
      return rows.map((row) => parseStored(writtenRecordSchema, row.data, entity))
    },
    entriesBefore: async (caseId, beforeSequence, limit) => {
      let rows = db.selectFrom('ledger').select('data').orderBy('sequence', 'desc').limit(limit)
      if (caseId !== null) rows = rows.where('case_id', '=', caseId)
      if (beforeSequence !== null) rows = rows.where('sequence', '<', beforeSequence)
      return (await rows.execute()).map((row) => parseStored(ledgerEntrySchema, row.data, 'ledger entry'))
    },
    headsOfCase: async (caseId, actorId) => (await selectHeads(db, caseId, actorId).orderBy('sequence').execute()).map(headOf),
    gesturesBack: async function* (caseId, actorId) {
      let before: number | null = null
      // A few are nearly always enough; of a long run of undone gestures more are read at once.
      for (let limit = 4; ; limit = Math.min(limit * 4, 1024)) {
        const gestures = selectHeads(db, caseId, actorId).where('kind', '<>', sql.lit('view')).orderBy('sequence', 'desc').limit(limit)
        const rows: Awaited<ReturnType<typeof gestures.execute>> = await (
          before === null ? gestures : gestures.where('sequence', '<', before)
        ).execute()
        yield* rows.map(headOf)
        before = rows.at(-1)?.sequence ?? null
        if (rows.length < limit || before === null) return
      }
    },
    jobs: async () => {
      const rows = await db.selectFrom('jobs').select(['data', 'request']).orderBy('created_at').execute()
      return rows.map((row) => ({
        job: parseStored(jobSchema, row.data, 'job'),
        request: row.request === null ? null : parseStored(z.unknown(), row.request, 'job request')
      }))
    },
    media: async (id) => {
      const row = await db.selectFrom('media').select('data').where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : parseStored(mediaLocationSchema, row.data, 'media location')
    },
    find: (question) => findEntries(db, question),
    caseCounts: async (countedBy) => {
      const rows = await db.selectFrom('case_counts').selectAll().execute()
      return new Map(
        rows.map((row) => {
          const isKept = row.data !== null && row.counted_sequence === row.changed_sequence && row.counted_by === countedBy
          const counts: unknown = isKept && row.data !== null ? JSON.parse(row.data) : null
          return [row.case_id, { changedSequence: row.changed_sequence, counts }]
        })
      )
    },
    setting: async (name, schema) => {
      const row = await db.selectFrom('settings').select('data').where('name', '=', name).executeTakeFirst()
      return row === undefined ? null : parseStored(schema, row.data, `setting ${name}`)
    }
  }
}

function selectHeads(db: Kysely<Database>, caseId: string, actorId: string) {
  return db
    .selectFrom('ledger')
    .select(['sequence', 'kind', 'action', 'label', 'target_sequence'])
    .where('case_id', '=', caseId)
    .where('actor_id', '=', actorId)
}

function headOf({
  target_sequence,
  kind,
  ...row
}: Omit<LedgerHead, 'kind' | 'targetSequence'> & { kind: string; target_sequence: number | null }): LedgerHead {
  return { ...row, kind: entryKindSchema.parse(kind), targetSequence: target_sequence }
}

function parseStored<Schema extends z.ZodType>(schema: Schema, data: string, what: string): z.infer<Schema> {
  const parsed = schema.safeParse(JSON.parse(data))
  if (parsed.success) return parsed.data
  throw new ProblemError('ledger_broken', problemWords('storedUnreadable', { record: what, words: z.prettifyError(parsed.error) }), {
    cause: parsed.error
  })
}
