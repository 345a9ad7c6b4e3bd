import { z } from 'zod'
import { windowBoundsSchema } from '../model/desk'

/** What a window says when it asks for the window of the reports. */
export const reportsWindowRequestSchema = z.object({
  /** Where it stood last; null lets the host choose. */
  bounds: windowBoundsSchema.nullable(),
  /** True where it comes back by itself: it then does not take the keyboard. */
  isQuiet: z.boolean()
})
export type ReportsWindowRequest = z.infer<typeof reportsWindowRequestSchema>
