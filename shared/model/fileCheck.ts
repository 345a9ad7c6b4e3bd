import { z } from 'zod'
import { caseIdSchema, fileCheckIdSchema } from './ids'
import { instantSchema, sha256Schema } from './primitives'
import { recordFields } from './record'

/** What a source file was when it was last hashed again, against the hash that it was loaded with. */
export const fileStateSchema = z.enum(['intact', 'changed', 'missing'])
export type FileState = z.infer<typeof fileStateSchema>

/** The last check of one source file; the ledger holds every check before it. One record for each footage and report. */
export const fileCheckSchema = z.object({
  id: fileCheckIdSchema,
  caseId: caseIdSchema,
  /** A footage or a report. */
  subjectId: z.uuidv7(),
  subjectKind: z.enum(['footage', 'report']),
  state: fileStateSchema,
  checkedAt: instantSchema,
  /** What the file hashed to; null where it could not be read to its end. */
  foundSha256: sha256Schema.nullable(),
  ...recordFields
})
export type FileCheck = z.infer<typeof fileCheckSchema>

/** How often every source file is hashed again by itself, while the app runs. */
export const checkIntervalSchema = z.enum(['off', 'daily', 'weekly', 'monthly'])
export type CheckInterval = z.infer<typeof checkIntervalSchema>

/** How often files are checked by themselves, and how they stand. */
export const fileCheckStatusSchema = z.object({
  interval: checkIntervalSchema,
  /** When the next check is due; null where the schedule is off or there are no files. */
  nextDueAt: instantSchema.nullable(),
  fileCount: z.number().int().min(0),
  intactCount: z.number().int().min(0),
  lastCheckedAt: instantSchema.nullable(),
  /** Files that the last check did not find as they were loaded. */
  notIntact: z.array(z.object({ check: fileCheckSchema, incidentNumber: z.string(), fileName: z.string() }))
})
