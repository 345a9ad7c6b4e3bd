import { z } from 'zod'

/** How long one tick of a container's clock is: `numerator`/`denominator` seconds, e.g. 1/90000. */
export const timeBaseSchema = z.object({ numerator: z.number().int().positive(), denominator: z.number().int().positive() })
export type TimeBase = z.infer<typeof timeBaseSchema>

/** The presentation time of one frame as its file states it: `ticks` of `timeBase`, in the file's own counting, which need not begin at 0. */
export const exactTimeSchema = z.object({ ticks: z.number().int(), timeBase: timeBaseSchema })
export type ExactTime = z.infer<typeof exactTimeSchema>
