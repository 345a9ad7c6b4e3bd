import { z } from 'zod'
import type { EntityKind, EntityOf } from '#shared/model/entities'
import type { CaseId, MediaId } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import type { LedgerEntry } from '#shared/model/ledger'
import type { MarkedText } from '#shared/model/search'

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

/** What can be found of a record: a short title, e.g. the kind of a tag, and longer words. */
export interface SearchEntry {
  /** The record that it lies in and is withdrawn with, e.g. the footage of a tag. */
  parentId: string | null
  /** Where in a report's text the words begin, in UTF-16 units; 0 of other records. */
  start: number
  title: string
  body: string
}

/** What is searched for: words as a person typed them, in these cases or, with null, in all; at most `limit` answers. */
export interface SearchQuestion {
  words: string
  caseIds: readonly CaseId[] | null
  limit: number
}

/** Something that was found. */
export interface FoundEntry {
  entity: string
  recordId: string
  caseId: string
  parentId: string | null
  start: number
  title: MarkedText
  body: MarkedText
}

/** The last change of a case, and the counts that were kept of it; null where they were made before that change, or by another version. */
export interface KeptCounts {
  changedSequence: number
  counts: unknown
}

/** Reads. Rows are validated as they leave the disk. */
export interface ReadableStore {
  get: <Kind extends EntityKind>(entity: Kind, id: string) => Promise<EntityOf<Kind> | null>
  listOfCase: <Kind extends EntityKind>(entity: Kind, caseId: CaseId) => Promise<EntityOf<Kind>[]>
  /** The same, of those alone whose fields have these values. */
  listOfCaseWith: <Kind extends EntityKind>(
    entity: Kind,
    caseId: CaseId,
    fields: Partial<Record<keyof EntityOf<Kind> & string, string>>
  ) => Promise<EntityOf<Kind>[]>
  /** Every record of a case but its reports' texts, in one reading: `of` answers for one kind as `listOfCase` does. */
  recordsOfCase: (caseId: CaseId) => Promise<{ of: <Kind extends Exclude<EntityKind, 'reportText'>>(entity: Kind) => EntityOf<Kind>[] }>
  listAll: <Kind extends EntityKind>(entity: Kind) => Promise<EntityOf<Kind>[]>
  lastEntry: () => Promise<{ sequence: number; hash: string } | null>
  entry: (sequence: number) => Promise<LedgerEntry | null>
  /** Ascending from `afterSequence`, as they were sealed: no field added that a later version of the app knows. */
  entriesAsWritten: (afterSequence: number, limit: number) => Promise<WrittenEntry[]>
  /** Every record of a kind, as it was written. */
  recordsAsWritten: (entity: EntityKind) => Promise<WrittenRecord[]>
  /** Newest first. */
  entriesBefore: (caseId: CaseId | null, beforeSequence: number | null, limit: number) => Promise<LedgerEntry[]>
  /** Ascending: everything that one user did in one case. */
  headsOfCase: (caseId: CaseId, actorId: string) => Promise<LedgerHead[]>
  /** The same newest first and without viewings, read no further than is asked for. */
  gesturesBack: (caseId: CaseId, actorId: string) => AsyncIterable<LedgerHead>
  jobs: () => Promise<StoredJob[]>
  media: (id: MediaId) => Promise<MediaLocation | null>
  /** What holds every word asked for, the nearest first; nothing of what was withdrawn. */
  find: (question: SearchQuestion) => Promise<FoundEntry[]>
  /** The kept counts of every case, by its id, that were made by `countedBy`. */
  caseCounts: (countedBy: string) => Promise<ReadonlyMap<string, KeptCounts>>
  setting: <Schema extends z.ZodType>(name: string, schema: Schema) => Promise<z.infer<Schema> | null>
}

/** Writes, within one transaction; only the ledger is handed one. */
export interface WritableStore extends ReadableStore {
  /** `isNew` where no row with its id was written before; throws where one was. */
  put: <Kind extends EntityKind>(entity: Kind, row: EntityOf<Kind>, isNew: boolean) => Promise<void>
  append: (entry: LedgerEntry) => Promise<void>
}

/** The whole store. Jobs, media places and settings are the app's own bookkeeping and not part of the record. */
export interface Store extends ReadableStore {
  transaction: <Result>(run: (store: WritableStore) => Promise<Result>) => Promise<Result>
  putJob: (stored: StoredJob) => Promise<void>
  putMedia: (id: MediaId, location: MediaLocation) => Promise<void>
  /** Keeps counts of cases, each as they were after the change `changedSequence`. */
  putCaseCounts: (countedBy: string, rows: readonly { caseId: CaseId; changedSequence: number; counts: unknown }[]) => Promise<void>
  putSetting: (name: string, value: unknown) => Promise<void>
  sqliteVersion: string
  close: () => Promise<void>
}
