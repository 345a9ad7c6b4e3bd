import { z } from 'zod'
import { caseIdSchema, mediaIdSchema, passageIdSchema, personIdSchema, reportIdSchema, reportTextIdSchema, statementIdSchema } from './ids'
import { instantSchema, labelSchema, noteSchema, sha256Schema } from './primitives'
import { recordFields } from './record'
import { codeSchema } from './tag'

export const reportFormatSchema = z.enum(['pdf', 'docx', 'rtf', 'txt', 'html', 'eml'])
export type ReportFormat = z.infer<typeof reportFormatSchema>

/** What a reviewer enters of a report. `authorName` stands where the author is no person of the case. */
export const reportDraftSchema = z.object({
  type: codeSchema,
  authorId: personIdSchema.nullable(),
  authorName: labelSchema,
  capacity: z.enum(['involved-officer', 'witness-officer', 'supervisor', 'civilian-witness', 'subject', 'other']),
  writtenAt: instantSchema.nullable()
})
export type ReportDraft = z.infer<typeof reportDraftSchema>
export type ReportCapacity = ReportDraft['capacity']

/** The file that a report had before it was replaced by a corrected version; it stays where it is, and its text with it. */
export const formerReportFileSchema = z.object({
  mediaId: mediaIdSchema,
  fileName: z.string(),
  sourcePath: z.string(),
  format: reportFormatSchema,
  sha256: sha256Schema,
  sizeBytes: z.number().int().min(0),
  pageCount: z.number().int().min(1),
  wordCount: z.number().int().min(1),
  readingNotes: z.array(z.string()).optional(),
  replacedAt: instantSchema
})
export type FormerReportFile = z.infer<typeof formerReportFileSchema>

/** One written account, by one author, from one source file; the file is never altered, but may be replaced by a corrected version. */
export const reportSchema = reportDraftSchema.extend({
  id: reportIdSchema,
  caseId: caseIdSchema,
  mediaId: mediaIdSchema,
  fileName: z.string(),
  sourcePath: z.string(),
  format: reportFormatSchema,
  sha256: sha256Schema,
  sizeBytes: z.number().int().min(0),
  pageCount: z.number().int().min(1),
  wordCount: z.number().int().min(1),
  /**
   * What of the file is not in its text, a sentence each. Absent where a reader made the text that did not tell; optional, because
   * a value filled in here would change what the ledger has sealed.
   */
  readingNotes: z.array(z.string()).optional(),
  /** The files that it had before this one, the oldest first; absent where it was never replaced. */
  former: z.array(formerReportFileSchema).optional(),
  /** The version of the reader that made its present text; absent in records from before it was told here. */
  extractorVersion: z.number().int().min(1).optional(),
  /** When a later reader last found other words in the same file; absent where none did. */
  rereadAt: instantSchema.optional(),
  ...recordFields
})
export type Report = z.infer<typeof reportSchema>

/** A report whose present text was made by an older reader than the app has now: the two versions. */
export const olderReadingSchema = z.object({
  reportId: reportIdSchema,
  extractorVersion: z.number().int().min(1),
  newestVersion: z.number().int().min(2)
})
export type OlderReading = z.infer<typeof olderReadingSchema>

/** A page of the extracted text: characters `start` to `end` (exclusive), UTF-16 units. */
export const reportPageSchema = z.object({ number: z.number().int().min(1), start: z.number().int().min(0), end: z.number().int().min(0) })
export type ReportPage = z.infer<typeof reportPageSchema>

/** A field of a form, or a box beside words, as it was read; it stands in the text between `start` and `end` (exclusive). */
export const formFieldSchema = z.object({
  /** The field's name in the file, or the words beside a box. */
  name: z.string(),
  /** What the page calls it, where that is known. */
  label: z.string().nullable(),
  /** What is written in it; of a box, the words beside it. */
  value: z.string(),
  /** Of a box, whether it is ticked; null where it is no box. */
  isTicked: z.boolean().nullable(),
  start: z.number().int().min(0),
  end: z.number().int().min(0)
})
export type FormField = z.infer<typeof formFieldSchema>

/** The text as it was read out of a report's file, by one version of the reader. */
export const reportTextSchema = z.object({
  id: reportTextIdSchema,
  caseId: caseIdSchema,
  reportId: reportIdSchema,
  extractor: z.string(),
  extractorVersion: z.number().int().min(1),
  text: z.string(),
  pages: z.array(reportPageSchema),
  /** Absent in records from before fields were read: a default would alter what the ledger sealed. */
  formFields: z.array(formFieldSchema).optional(),
  /** The file that it was read out of; absent in texts of a report's first file. */
  reportSha256: sha256Schema.optional(),
  ...recordFields
})
export type ReportText = z.infer<typeof reportTextSchema>

/** Position and quote selectors (W3C Web Annotation Data Model, 4.2.4 and 4.2.5), bound to the report's hash. */
export const passageAnchorSchema = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  reportSha256: sha256Schema,
  extractorVersion: z.number().int().min(1)
})
export type PassageAnchor = z.infer<typeof passageAnchorSchema>

/**
 * Why a person confirms the place of a passage: its words changed; they stand elsewhere; they stand several times and nothing says
 * which it is; they are the same and a word that denies came into their sentence or went; or they are very few and what stands beside them changed.
 */
export const refindingReasonSchema = z.enum(['words', 'moved', 'repeated', 'sentence', 'beside'])
export type RefindingReason = z.infer<typeof refindingReasonSchema>

/** A stretch of words on the way from the old to the new ones. */
export const wordRunSchema = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })
export type WordRun = z.infer<typeof wordRunSchema>

/** How a passage stands to the text that its report has now, where its anchor is of a former one. */
export const refindingSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('changed'),
    reason: refindingReasonSchema,
    /** Where it likely stands in the text of now, in UTF-16 units, end exclusive. */
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    runs: z.array(wordRunSchema)
  }),
  z.object({
    state: z.literal('lost'),
    /** Whether a person has said so. */
    isSettled: z.boolean(),
    /** Words most like it that stand in the text of now and are not the same; for a person to look at. */
    nearest: z.object({ start: z.number().int().min(0), end: z.number().int().min(1), runs: z.array(wordRunSchema) }).optional()
  })
])
export type Refinding = z.infer<typeof refindingSchema>

/** A quoted span of a report. */
export const passageSchema = z.object({
  id: passageIdSchema,
  caseId: caseIdSchema,
  reportId: reportIdSchema,
  anchor: passageAnchorSchema,
  /** Present while the place of the passage in its report's present text is not certain; it is then not compared. */
  refinding: refindingSchema.optional(),
  ...recordFields
})
export type Passage = z.infer<typeof passageSchema>

/** The span that a reviewer selected: UTF-16 units of the report's text, end exclusive. */
export const passageSpanSchema = z.object({
  reportId: reportIdSchema,
  start: z.number().int().min(0),
  end: z.number().int().min(1)
})
export type PassageSpan = z.infer<typeof passageSpanSchema>

export const statementKindSchema = z.enum([
  'force',
  'resistance',
  'threat',
  'warning',
  'de-escalation',
  'intervention',
  'failure-to-intervene',
  'medical-aid',
  'injury',
  'camera'
])
export type StatementKind = z.infer<typeof statementKindSchema>

/** What a reviewer says a passage asserts. */
export const statementDraftSchema = z.object({
  kind: statementKindSchema,
  types: z.array(codeSchema).max(20),
  bodyArea: codeSchema.nullable(),
  count: z.number().int().min(1).max(1000).nullable(),
  actorIds: z.array(personIdSchema).max(50),
  targetIds: z.array(personIdSchema).max(50),
  /** The time that the report states, placed on the day of the incident. */
  statedAt: instantSchema.nullable(),
  isNegated: z.boolean(),
  isHearsay: z.boolean(),
  isUncertain: z.boolean(),
  note: noteSchema
})
export type StatementDraft = z.infer<typeof statementDraftSchema>

/** How a clause stands in time to what is told beside it. */
export const timeOrderSchema = z.enum(['first', 'earlier', 'same-time', 'later'])
export type TimeOrder = z.infer<typeof timeOrderSchema>

/** What the reader can tell of a statement, each resting on words of its own. */
export const readFieldSchema = z.enum([
  'kind',
  'types',
  'bodyArea',
  'count',
  'actor',
  'target',
  'time',
  'duration',
  'order',
  'negated',
  'hearsay',
  'uncertain'
])
export type ReadField = z.infer<typeof readFieldSchema>

/** What the reader finds in a text. */
export const readStatementSchema = z.object({
  kind: statementKindSchema,
  types: z.array(codeSchema),
  bodyArea: codeSchema.nullable(),
  count: z.number().int().nullable(),
  actor: z.string().nullable(),
  target: z.string().nullable(),
  /** Time of day as `HH:MM`, or null. */
  time: z.string().nullable(),
  /** How long it went on; null where no length is told. */
  durationSeconds: z.number().positive().nullable(),
  order: timeOrderSchema.nullable(),
  negated: z.boolean(),
  hearsay: z.boolean(),
  uncertain: z.boolean(),
  /** The sentence: UTF-16 units of the report's text, end exclusive. */
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  text: z.string(),
  /** The words that each field rests on, in the same units; a field that nothing was read for is absent. */
  evidence: z.partialRecord(readFieldSchema, z.array(z.object({ start: z.number().int().min(0), end: z.number().int().min(1) })))
})
export type ReadStatement = z.infer<typeof readStatementSchema>

/** A statement as it is to be once the words of its passage changed: what a person took of what the reader finds in the new ones. */
export const statementReadAnewSchema = z.object({
  statementId: statementIdSchema,
  draft: statementDraftSchema,
  readAs: readStatementSchema
})
export type StatementReadAnew = z.infer<typeof statementReadAnewSchema>

/** What a passage asserts, marked by a reviewer. */
export const statementSchema = statementDraftSchema.extend({
  id: statementIdSchema,
  caseId: caseIdSchema,
  passageId: passageIdSchema,
  reportId: reportIdSchema,
  /**
   * What the reader had found, where the statement began as that; where the two differ, a person changed it. Optional, because a
   * value filled in here would change what the ledger has sealed.
   */
  readAs: readStatementSchema.optional(),
  ...recordFields
})
export type Statement = z.infer<typeof statementSchema>
