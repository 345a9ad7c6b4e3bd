import { z } from 'zod'
import { caseSchema } from './case'
import { footageIdSchema } from './ids'
import { watchedShareSchema } from './viewing'

/** What the federal findings name, and a case can be looked for by. */
export const caseMarkSchema = z.enum(['taser', 'police-dog', 'head-strike', 'escalation', 'failure-to-intervene', 'person-in-crisis'])
export type CaseMark = z.infer<typeof caseMarkSchema>

/** What is counted of a case; it holds until a record of the case changes. */
export const caseCountsSchema = z.object({
  footageCount: z.number().int(),
  reportCount: z.number().int(),
  tagCount: z.number().int(),
  openDifferenceCount: z.number().int(),
  notComparedCount: z.number().int(),
  /** One for each reviewer who watched any of the footage. */
  watched: z.array(watchedShareSchema),
  /** Source files that the last check did not find as they were loaded. */
  notIntactCount: z.number().int(),
  /** The footage that stands for the case in a list; null where it has none. */
  coverFootageId: footageIdSchema.nullable(),
  marks: z.array(caseMarkSchema)
})
export type CaseCounts = z.infer<typeof caseCountsSchema>

/** A case as a list shows it. */
export const caseSummarySchema = caseCountsSchema.extend({ case: caseSchema })
export type CaseSummary = z.infer<typeof caseSummarySchema>
