import { z } from 'zod'
import { caseIdSchema, personIdSchema } from './ids'
import { instantSchema, labelSchema, nameSchema, noteSchema, timeZoneSchema } from './primitives'
import { recordFields } from './record'

/** What a reviewer enters of a case. */
export const caseDraftSchema = z.object({
  incidentNumber: nameSchema,
  place: nameSchema,
  startsAt: instantSchema,
  endsAt: instantSchema,
  timeZone: timeZoneSchema,
  note: noteSchema,
  // Optional, because a value filled in here would change what the ledger has sealed of older cases.
  /** The day, in the case's zone, by which the review is due; null or absent where none was set. */
  dueOn: z.iso.date().nullable().optional(),
  /** What a reviewer should know before looking, e.g. `Graphic: head injury`; empty or absent where nothing was said. */
  warning: labelSchema.optional(),
  /** True where the footage is graphic. */
  isGraphic: z.boolean().optional(),
  /** True where a reviewer noted that somebody in it was in a behavioural-health crisis; otherwise nobody has said so. */
  hasPersonInCrisis: z.boolean().optional()
})
export type CaseDraft = z.infer<typeof caseDraftSchema>

/** One incident under review. */
export const caseSchema = caseDraftSchema.extend({
  id: caseIdSchema,
  isDemonstration: z.boolean(),
  ...recordFields
})
export type Case = z.infer<typeof caseSchema>

export const personRoleSchema = z.enum(['officer', 'subject', 'witness'])
export type PersonRole = z.infer<typeof personRoleSchema>

/** What a reviewer enters of a person; rank, badge number and shift end are an officer's. */
export const personDraftSchema = z.object({
  role: personRoleSchema,
  name: nameSchema,
  rank: labelSchema,
  badgeNumber: labelSchema,
  shiftEndsAt: instantSchema.nullable()
})
export type PersonDraft = z.infer<typeof personDraftSchema>

/** An officer, a subject or a witness in a case. */
export const personSchema = personDraftSchema.extend({ id: personIdSchema, caseId: caseIdSchema, ...recordFields })
export type Person = z.infer<typeof personSchema>
