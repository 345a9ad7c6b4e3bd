import { z } from 'zod'
import { caseSchema, personSchema } from './case'
import { absenceSchema, dispositionSchema, enteredDifferenceSchema, linkSchema } from './comparison'
import { fileCheckSchema } from './fileCheck'
import { footageSchema } from './footage'
import { passageSchema, reportSchema, reportTextSchema, statementSchema } from './report'
import { tagSchema } from './tag'
import { viewingSchema } from './viewing'

/** Every kind of record that the ledger writes, with its schema. */
export const entitySchemas = {
  case: caseSchema,
  person: personSchema,
  footage: footageSchema,
  tag: tagSchema,
  report: reportSchema,
  reportText: reportTextSchema,
  passage: passageSchema,
  statement: statementSchema,
  link: linkSchema,
  absence: absenceSchema,
  enteredDifference: enteredDifferenceSchema,
  disposition: dispositionSchema,
  viewing: viewingSchema,
  fileCheck: fileCheckSchema
}

export type EntityKind = keyof typeof entitySchemas
export type EntityOf<Kind extends EntityKind> = z.infer<(typeof entitySchemas)[Kind]>

export const entityKinds = Object.keys(entitySchemas) as EntityKind[]

/** One record before and after a write; `before` is null for a new record. Nothing is deleted, so `after` always is. */
const change = <Kind extends EntityKind, Schema extends z.ZodType>(entity: Kind, schema: Schema) =>
  z.object({ entity: z.literal(entity), before: schema.nullable(), after: schema })

export const changeSchema = z.discriminatedUnion('entity', [
  change('case', caseSchema),
  change('person', personSchema),
  change('footage', footageSchema),
  change('tag', tagSchema),
  change('report', reportSchema),
  change('reportText', reportTextSchema),
  change('passage', passageSchema),
  change('statement', statementSchema),
  change('link', linkSchema),
  change('absence', absenceSchema),
  change('enteredDifference', enteredDifferenceSchema),
  change('disposition', dispositionSchema),
  change('viewing', viewingSchema),
  change('fileCheck', fileCheckSchema)
])
export type Change = z.infer<typeof changeSchema>
export type ChangeOf<Kind extends EntityKind> = Extract<Change, { entity: Kind }>

/** Everything of one case that a screen shows; report texts are asked for apart. */
export const caseSnapshotSchema = z.object({
  /** Sequence number of the last ledger entry that this snapshot holds. */
  sequence: z.number().int().min(0),
  case: caseSchema,
  people: z.array(personSchema),
  footage: z.array(footageSchema),
  tags: z.array(tagSchema),
  reports: z.array(reportSchema),
  passages: z.array(passageSchema),
  statements: z.array(statementSchema),
  links: z.array(linkSchema),
  absences: z.array(absenceSchema),
  enteredDifferences: z.array(enteredDifferenceSchema),
  dispositions: z.array(dispositionSchema),
  /** What each reviewer watched; the shares follow from it. */
  viewings: z.array(viewingSchema),
  fileChecks: z.array(fileCheckSchema),
  undoLabel: z.string().nullable(),
  redoLabel: z.string().nullable()
})
export type CaseSnapshot = z.infer<typeof caseSnapshotSchema>
