import { z } from 'zod'
import { footageIdSchema, jobIdSchema, userIdSchema } from './ids'
import { instantSchema } from './primitives'

/** Whole microseconds, before or after. */
const offsetSchema = z.number().int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)

/** The greatest drift that is believed, in parts per million: several times what a camera's quartz strays by. */
export const greatestDriftPpm = 500

const driftSchema = z.number().min(-greatestDriftPpm).max(greatestDriftPpm)

/** One stretch of sound that was looked for in the other recording. */
export const soundWindowSchema = z.object({
  /** The middle of the stretch, in microseconds of the footage that is aligned. */
  footageUs: offsetSchema,
  /** The same moment by its sound, in microseconds of the reference. */
  referenceUs: offsetSchema,
  /** How far the match stands out, in standard deviations of what lies around it. */
  peak: z.number().min(0),
  /** Whether it lies on the line that most windows agree on. */
  isAgreeing: z.boolean()
})
export type SoundWindow = z.infer<typeof soundWindowSchema>

/** One moment as two recordings show it, in microseconds of each. */
export const momentPairSchema = z.object({ footageUs: offsetSchema, referenceUs: offsetSchema })
export type MomentPair = z.infer<typeof momentPairSchema>

/** How the clock of one footage lies on that of another: `referenceUs = offsetUs + footageUs × (1 + driftPpm / 10⁶)`. */
const clockLineFields = {
  /** Footage time 0 on the footage time of the reference; below 0 where this one began first. */
  offsetUs: offsetSchema,
  /** How much more time passes on the reference than on this footage, in parts per million; 0 where it was not estimated. */
  driftPpm: driftSchema
}

/** What the sound of two recordings tells of their clocks. */
export const soundMatchSchema = z.object({
  ...clockLineFields,
  /** 0 to 1: how many of the windows agree, and how clearly. */
  confidence: z.number().min(0).max(1),
  windows: z.array(soundWindowSchema).max(100)
})
export type SoundMatch = z.infer<typeof soundMatchSchema>

/** Where a footage stands on the time of another, how that was found, and who accepted it. */
export const alignmentSchema = z
  .object({
    referenceId: footageIdSchema,
    ...clockLineFields,
    /** How far a person has since moved it by small steps; `offsetUs` holds it already. */
    nudgedUs: offsetSchema,
    alignedAt: instantSchema,
    alignedBy: userIdSchema
  })
  .and(
    z.discriminatedUnion('method', [
      z.object({ method: z.literal('sound'), confidence: z.number().min(0).max(1), windows: z.array(soundWindowSchema).max(100) }),
      z.object({ method: z.literal('hand'), confidence: z.null(), pairs: z.array(momentPairSchema).min(1).max(2) })
    ])
  )
export type Alignment = z.infer<typeof alignmentSchema>

/** What a search by sound ended with. It changes nothing until a person accepts it. */
export const alignmentProposalSchema = z.object({
  /** The job that searched. */
  jobId: jobIdSchema,
  footageId: footageIdSchema,
  referenceId: footageIdSchema,
  madeAt: instantSchema,
  /** Null where the sound of the two does not match. */
  match: soundMatchSchema.nullable(),
  /** What was found, or why nothing was, in words for people. */
  explanation: z.string()
})
export type AlignmentProposal = z.infer<typeof alignmentProposalSchema>

/** What a person decides on where a footage stands. */
export const alignmentChangeSchema = z.discriminatedUnion('by', [
  /** Takes what the search by sound of this job found. */
  z.object({ by: z.literal('sound'), jobId: jobIdSchema }),
  /** Matches one or two moments; two give the drift as well. */
  z.object({ by: z.literal('hand'), referenceId: footageIdSchema, pairs: z.array(momentPairSchema).min(1).max(2) }),
  /** Moves it by a small step: later on the case clock where above 0. */
  z.object({ by: z.literal('nudge'), nudgeUs: offsetSchema }),
  /** Goes back to the time that the recording itself tells, if any. */
  z.object({ by: z.literal('clear') })
])
export type AlignmentChange = z.infer<typeof alignmentChangeSchema>
