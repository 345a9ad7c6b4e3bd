import { z } from 'zod'
import { userIdSchema } from './ids'
import { instantSchema, reasonSchema } from './primitives'

/** Set when a record was taken back: nothing is deleted. */
export const withdrawalSchema = z.object({ at: instantSchema, by: userIdSchema, reason: reasonSchema })
export type Withdrawal = z.infer<typeof withdrawalSchema>

/** What every record has: who made and last changed it, when, and whether it was withdrawn. */
export const recordFields = {
  createdAt: instantSchema,
  createdBy: userIdSchema,
  updatedAt: instantSchema,
  updatedBy: userIdSchema,
  withdrawn: withdrawalSchema.nullable()
}
