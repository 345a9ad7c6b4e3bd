import { z } from 'zod'
import {
  absenceIdSchema,
  caseIdSchema,
  dispositionIdSchema,
  enteredDifferenceIdSchema,
  linkIdSchema,
  passageIdSchema,
  personIdSchema,
  reportIdSchema,
  statementIdSchema,
  tagIdSchema
} from './ids'
import { noteSchema, reasonSchema } from './primitives'
import { recordFields } from './record'
import { statementKindSchema } from './report'
import { codeSchema } from './tag'

export const judgementSchema = z.enum(['agrees', 'differs', 'contradicts'])
export type Judgement = z.infer<typeof judgementSchema>

/** Ties a tag to a passage, with the reviewer's judgement. */
export const linkSchema = z.object({
  id: linkIdSchema,
  caseId: caseIdSchema,
  tagId: tagIdSchema,
  passageId: passageIdSchema,
  judgement: judgementSchema,
  note: noteSchema,
  ...recordFields
})
export type Link = z.infer<typeof linkSchema>

/** What a reviewer looked for in the other account. */
export const absenceSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tag-in-report'), tagId: tagIdSchema, reportId: reportIdSchema }),
  z.object({ kind: z.literal('statement-on-footage'), statementId: statementIdSchema })
])
export type AbsenceSubject = z.infer<typeof absenceSubjectSchema>

/** A reviewer looked for the other account of something and found none. Without it, nothing was compared. */
export const absenceSchema = z.object({
  id: absenceIdSchema,
  caseId: caseIdSchema,
  subject: absenceSubjectSchema,
  note: noteSchema,
  ...recordFields
})
export type Absence = z.infer<typeof absenceSchema>

export const differenceKindSchema = z.enum([
  'not-in-report',
  'not-on-footage',
  'force-type',
  'count',
  'order',
  'time',
  'person',
  'justification',
  'duty-to-intervene',
  'between-reports',
  'within-a-report',
  'coverage',
  'judged'
])
export type DifferenceKind = z.infer<typeof differenceKindSchema>

/** A difference that a reviewer entered by hand. */
export const enteredDifferenceSchema = z.object({
  id: enteredDifferenceIdSchema,
  caseId: caseIdSchema,
  kind: differenceKindSchema,
  tagIds: z.array(tagIdSchema).max(50),
  passageIds: z.array(passageIdSchema).max(50),
  description: reasonSchema,
  ...recordFields
})
export type EnteredDifference = z.infer<typeof enteredDifferenceSchema>

/** One side of a difference, with where to look. */
export const evidenceSchema = z.object({
  account: z.enum(['footage', 'report', 'none']),
  /** What this account says, in plain words. */
  says: z.string(),
  tagIds: z.array(tagIdSchema),
  passageIds: z.array(passageIdSchema),
  statementIds: z.array(statementIdSchema),
  reportId: reportIdSchema.nullable(),
  /** Words of the report that are no passage, e.g. a box of a form: UTF-16 units of its text, end exclusive. */
  spans: z.array(z.object({ start: z.number().int().min(0), end: z.number().int().min(0) })).optional()
})
export type Evidence = z.infer<typeof evidenceSchema>

export const dispositionStatusSchema = z.enum(['open', 'explained', 'immaterial', 'material', 'referred'])
export type DispositionStatus = z.infer<typeof dispositionStatusSchema>

/** A place where two accounts do not say the same. */
export const differenceSchema = z.object({
  /** Stable while the difference rests on the same records. */
  key: z.string().max(300),
  kind: differenceKindSchema,
  /** `found` by the app, or `entered` by a reviewer. */
  origin: z.enum(['found', 'entered']),
  /** The rule that found it, in plain words. */
  rule: z.string(),
  /** In one sentence, what differs. */
  summary: z.string(),
  sides: z.tuple([evidenceSchema, evidenceSchema]),
  personIds: z.array(personIdSchema),
  /** Changes when what the difference rests on changes. */
  fingerprint: z.string(),
  status: dispositionStatusSchema,
  reason: z.string(),
  /** True where it was settled, and what it rests on has changed since. */
  isReopened: z.boolean()
})
export type Difference = z.infer<typeof differenceSchema>

/** A reviewer's judgement of a difference. */
export const dispositionSchema = z.object({
  id: dispositionIdSchema,
  caseId: caseIdSchema,
  differenceKey: z.string().max(300),
  fingerprint: z.string(),
  status: dispositionStatusSchema,
  reason: reasonSchema,
  ...recordFields
})
export type Disposition = z.infer<typeof dispositionSchema>

/** The words of a report that a form's box or its narrative is in: UTF-16 units of the text, end exclusive. */
const formSpan = { start: z.number().int().min(0), end: z.number().int().min(0) }

/** Whose it is, where a form or a sentence tells: of injuries and medical aid. */
const formPartySchema = z.enum(['officer', 'civilian']).nullable()

/** What a box may ask about: a kind of statement, or with its id in `types` a topic of the codebook's words, as a frisk. */
export const formSubjectSchema = z.enum([...statementKindSchema.options, 'topic'])
export type FormSubject = z.infer<typeof formSubjectSchema>

/** What a form says in its boxes, and in its narrative as it was read. */
export const formAccountSchema = z.object({
  reportId: reportIdSchema,
  boxes: z.array(
    z.object({
      name: z.string(),
      kind: formSubjectSchema,
      /** The types of force, senses of another kind, or topics that the box may stand for; empty where it asks about the kind as a whole. */
      types: z.array(codeSchema),
      party: formPartySchema,
      /** Whether its words deny: “No injuries”. */
      isDenial: z.boolean(),
      /** Whether it asks what was offered or tried, which may have come to nothing. */
      isOffer: z.boolean(),
      /** Of a question with boxes for yes and no, whether yes is ticked. */
      isTicked: z.boolean(),
      isQuestion: z.boolean(),
      ...formSpan
    })
  ),
  told: z.array(
    z.object({
      kind: formSubjectSchema,
      /** The types that the words may tell of: “hit with a baton” may be read as a strike too. Empty where they tell of none. */
      types: z.array(codeSchema),
      party: formPartySchema,
      isNegated: z.boolean(),
      isHearsay: z.boolean(),
      quote: z.string(),
      ...formSpan
    })
  )
})
export type FormAccount = z.infer<typeof formAccountSchema>

/** The words of a statement became others or stand elsewhere in the text of now, or they were not found in it. */
export const waitsForSchema = z.enum(['place-uncertain', 'place-not-found'])
export type WaitsFor = z.infer<typeof waitsForSchema>

/** A pair of accounts that nobody has compared yet: never agreement. */
export const notComparedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tag-in-report'), tagId: tagIdSchema, reportId: reportIdSchema }),
  z.object({
    kind: z.literal('statement-on-footage'),
    statementId: statementIdSchema,
    /** Why it cannot be compared before a person says where its words stand; absent where it can. */
    waitsFor: waitsForSchema.optional()
  })
])
export type NotCompared = z.infer<typeof notComparedSchema>
