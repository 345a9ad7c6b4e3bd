import { z } from 'zod'
import { caseIdSchema, footageIdSchema, userIdSchema, viewingIdSchema } from './ids'
import { footageTimeSchema, instantSchema, nameSchema } from './primitives'
import { recordFields } from './record'

/** An unbroken stretch of footage that was on screen while it played forwards, at one speed, with or without sound. */
export const viewedStretchSchema = z.object({
  footageId: footageIdSchema,
  startUs: footageTimeSchema,
  endUs: footageTimeSchema,
  /** Speed: 1 is that of the recording. */
  rate: z.number().positive().max(16),
  /** True where the player's sound was off or turned all the way down. */
  isMuted: z.boolean(),
  /** When the first frame of the stretch was shown. */
  startedAt: instantSchema
})
export type ViewedStretch = z.infer<typeof viewedStretchSchema>

/** What one reviewer watched, in one stretch. It grows while the stretch goes on, and is never taken back. */
export const viewingSchema = viewedStretchSchema.extend({
  id: viewingIdSchema,
  caseId: caseIdSchema,
  userId: userIdSchema,
  userName: nameSchema,
  ...recordFields
})
export type Viewing = z.infer<typeof viewingSchema>

/** How much of a case's footage one reviewer has watched; shares are of its whole length, 0 to 1. */
export const watchedShareSchema = z.object({
  userId: userIdSchema,
  userName: nameSchema,
  /** At any speed, with or without sound. */
  share: z.number().min(0).max(1),
  /** Of it, what was watched at normal speed or slower, with sound where the recording has sound. */
  closeShare: z.number().min(0).max(1)
})
export type WatchedShare = z.infer<typeof watchedShareSchema>
