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
  /** What whoever opens the case should know first. Absent in records from before it was kept. */
  warning: labelSchema.optional(),
  /** Whether its footage is blurred until it is asked for. */
  isGraphic: z.boolean().optional()
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
