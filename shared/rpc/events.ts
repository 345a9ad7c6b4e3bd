import { z } from 'zod'
import { preferencesSchema } from '../model/desk'
import { changeSchema } from '../model/entities'
import { caseIdSchema, userIdSchema } from '../model/ids'
import { jobSchema } from '../model/job'

/** What the core tells every screen. */
export const coreEventSchema = z.discriminatedUnion('type', [
  /** Sent first on every subscription, so that a screen knows that it misses nothing from here on. */
  z.object({ type: z.literal('ready'), sequence: z.number().int().min(0) }),
  z.object({
    type: z.literal('changed'),
    sequence: z.number().int().min(1),
    caseId: caseIdSchema.nullable(),
    changes: z.array(changeSchema),
    undoLabel: z.string().nullable(),
    redoLabel: z.string().nullable()
  }),
  z.object({ type: z.literal('job'), job: jobSchema }),
  /** Other windows of the same user follow. */
  z.object({ type: z.literal('preferences'), userId: userIdSchema, preferences: preferencesSchema })
])
export type CoreEvent = z.infer<typeof coreEventSchema>
