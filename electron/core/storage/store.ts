import { z } from 'zod'
import type { EntityKind, EntityOf } from '#shared/model/entities'
import type { CaseId, MediaId } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import type { LedgerEntry } from '#shared/model/ledger'

/** Where the bytes of a media id lie. A screen never sees this. */
export interface MediaLocation {
  path: string
  contentType: string
  downloadName: string
  /** What the source was when it was loaded, for evidence; null for what the app wrote itself. */
  expected: { sizeBytes: number; modifiedAtMs: number; sha256: string } | null
}

/** A job, and what it was asked to do as JSON; null for jobs of a time when that was not kept. */
export interface StoredJob {
  job: Job
  request: unknown
}

/** A record with all that was written of it, whichever version of the app wrote it. */
export const writtenRecordSchema = z.looseObject({ id: z.string() })
export type WrittenRecord = z.infer<typeof writtenRecordSchema>

/** A ledger entry with all that was sealed in it. */
export const writtenEntrySchema = z.looseObject({
  sequence: z.number().int(),
  previousHash: z.string(),
  hash: z.string(),
  changes: z.array(z.looseObject({ entity: z.string(), after: writtenRecordSchema }))
})
export type WrittenEntry = z.infer<typeof writtenEntrySchema>

/** The part of a ledger entry that undo and lists need. */
export type LedgerHead = Pick<LedgerEntry, 'sequence' | 'kind' | 'action' | 'label' | 'targetSequence'>

/** Reads. Rows are validated as they leave the disk. */
export interface ReadableStore {
  get: <Kind extends EntityKind>(entity: Kind, id: string) => Promise<EntityOf<Kind> | null>
  listOfCase: <Kind extends EntityKind>(entity: Kind, caseId: CaseId) => Promise<EntityOf<Kind>[]>
  listAll: <Kind extends EntityKind>(entity: Kind) => Promise<EntityOf<Kind>[]>
  lastEntry: () => Promise<{ sequence: number; hash: string } | null>
  lastSequenceOfCase: (caseId: CaseId) => Promise<number>
  entry: (sequence: number) => Promise<LedgerEntry | null>
  /** Ascending from `afterSequence`, as they were sealed: no field added that a later version of the app knows. */
  entriesAsWritten: (afterSequence: number, limit: number) => Promise<WrittenEntry[]>
  /** Every record of a kind, as it was written. */
  recordsAsWritten: (entity: EntityKind) => Promise<WrittenRecord[]>
  /** Newest first. */
  entriesBefore: (caseId: CaseId | null, beforeSequence: number | null, limit: number) => Promise<LedgerEntry[]>
  /** Ascending: everything that one user did in one case. */
  headsOfCase: (caseId: CaseId, actorId: string) => Promise<LedgerHead[]>
  jobs: () => Promise<StoredJob[]>
  media: (id: MediaId) => Promise<MediaLocation | null>
  setting: <Schema extends z.ZodType>(name: string, schema: Schema) => Promise<z.infer<Schema> | null>
}

/** Writes, within one transaction; only the ledger is handed one. */
export interface WritableStore extends ReadableStore {
  put: <Kind extends EntityKind>(entity: Kind, row: EntityOf<Kind>) => Promise<void>
  append: (entry: LedgerEntry) => Promise<void>
}

/** The whole store. Jobs, media places and settings are the app's own bookkeeping and not part of the record. */
export interface Store extends ReadableStore {
  transaction: <Result>(run: (store: WritableStore) => Promise<Result>) => Promise<Result>
  putJob: (stored: StoredJob) => Promise<void>
  putMedia: (id: MediaId, location: MediaLocation) => Promise<void>
  putSetting: (name: string, value: unknown) => Promise<void>
  sqliteVersion: string
  close: () => Promise<void>
}
