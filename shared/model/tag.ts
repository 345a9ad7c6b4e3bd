import { z } from 'zod'
import { caseIdSchema, footageIdSchema, personIdSchema, tagIdSchema } from './ids'
import { exactTimeSchema } from './exactTime'
import { determinationSchema, footageTimeSchema, noteSchema } from './primitives'
import { recordFields } from './record'
import { englishOf } from '../messages/messagesOf'

const refused = englishOf('validation')

/** The tag kinds of the shipped codebook, in the order of the lanes. */
export const tagKindSchema = z.enum([
  'force',
  'intervention-needed',
  'intervention',
  'failure-to-intervene',
  'resistance',
  'warning',
  'de-escalation',
  'medical-aid',
  'injury',
  'escalation',
  'camera'
])
export type TagKind = z.infer<typeof tagKindSchema>

/** An id of the codebook, e.g. `ecw-drive-stun`. */
export const codeSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, refused('codebookId'))
  .max(64)

const people = z.array(personIdSchema).max(50)

/** One element of a failure to intervene (M.G.L. c. 6E §15(a)), with the moment on footage that shows it. */
export const elementSchema = z.object({ value: determinationSchema, shownAtUs: footageTimeSchema.nullable() })
export type Element = z.infer<typeof elementSchema>

/** The elements of §15(a), each apart; the app decides none of them. */
export const failureElementsSchema = z.object({
  present: elementSchema,
  observing: elementSchema,
  beyondNecessary: elementSchema,
  noAttempt: elementSchema,
  imminentHarm: elementSchema
})
export type FailureElements = z.infer<typeof failureElementsSchema>

const actsOn = { actorIds: people, targetIds: people }

/** What each kind of tag records beside its time. */
export const tagDetailsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('force'),
    forceType: codeSchema,
    bodyArea: codeSchema.nullable(),
    count: z.number().int().min(1).max(1000).nullable(),
    ...actsOn
  }),
  z.object({ kind: z.literal('intervention-needed'), presentIds: people, forceTagId: tagIdSchema.nullable() }),
  z.object({
    kind: z.literal('intervention'),
    method: z.enum(['verbal', 'physical', 'both', 'undetermined']),
    forceTagId: tagIdSchema.nullable(),
    ...actsOn
  }),
  z.object({
    kind: z.literal('failure-to-intervene'),
    officerId: personIdSchema.nullable(),
    forceTagId: tagIdSchema.nullable(),
    elements: failureElementsSchema
  }),
  z.object({
    kind: z.literal('resistance'),
    level: z.enum(['passive', 'active', 'assaultive', 'undetermined']),
    ...actsOn
  }),
  z.object({ kind: z.literal('warning'), count: z.number().int().min(1).max(1000).nullable(), words: noteSchema, ...actsOn }),
  z.object({ kind: z.literal('de-escalation'), ...actsOn }),
  z.object({ kind: z.literal('medical-aid'), ...actsOn }),
  z.object({ kind: z.literal('injury'), bodyArea: codeSchema.nullable(), isSerious: determinationSchema, ...actsOn }),
  z.object({ kind: z.literal('escalation'), ...actsOn }),
  z.object({ kind: z.literal('camera'), state: z.enum(['muted', 'covered', 'off']) })
])
export type TagDetails = z.infer<typeof tagDetailsSchema>
export type TagDetailsOf<Kind extends TagKind> = Extract<TagDetails, { kind: Kind }>

/** What a reviewer enters of a tag. `endUs` is null for a moment. */
export const tagDraftSchema = z.object({
  footageId: footageIdSchema,
  startUs: footageTimeSchema,
  endUs: footageTimeSchema.nullable(),
  details: tagDetailsSchema,
  note: noteSchema,
  clauseIds: z.array(codeSchema).max(20)
})
export type TagDraft = z.infer<typeof tagDraftSchema>

/** A mark on footage, at a moment or over a range. */
export const tagSchema = tagDraftSchema.extend({
  id: tagIdSchema,
  caseId: caseIdSchema,
  /**
   * The time of the frame that begins at `startUs`, or at `endUs`, as the source states it; null where that is no frame's time.
   * Absent in records from before it was kept: a default would alter what the ledger sealed.
   */
  startExact: exactTimeSchema.nullable().optional(),
  endExact: exactTimeSchema.nullable().optional(),
  ...recordFields
})
export type Tag = z.infer<typeof tagSchema>
