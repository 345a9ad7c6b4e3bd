import { z } from 'zod'
import { problemSchema } from '../rpc/problem'
import { mediaIdSchema } from './ids'
import { footageTimeSchema } from './primitives'

/** How far a part of a footage's overview is: not there and not under way, under way, whole, or tried in vain. */
export const overviewStateSchema = z.enum(['missing', 'making', 'ready', 'failed'])
export type OverviewState = z.infer<typeof overviewStateSchema>

/** Small pictures of a whole footage, as many as there are so far. */
export const filmstripSchema = z.object({
  state: overviewStateSchema,
  /** Footage times of the pictures, ascending. Picture i lies on sheet ⌊i / picturesPerSheet⌋, there at place i mod picturesPerSheet from the left. */
  timesUs: z.array(footageTimeSchema).max(1000),
  /** JPEG sheets; one that is named here is whole. */
  sheetMediaIds: z.array(mediaIdSchema).max(1000),
  picturesPerSheet: z.number().int().positive(),
  /** Size of one picture on its sheet; 0 while there is none. */
  widthPx: z.number().int().min(0),
  heightPx: z.number().int().min(0),
  problem: problemSchema.nullable()
})
export type Filmstrip = z.infer<typeof filmstripSchema>

/** A stretch without sound to hear: `silent` where the track holds digital silence, as of a muted microphone; `absent` where it holds nothing. */
export const quietStretchSchema = z.object({
  kind: z.enum(['silent', 'absent']),
  startUs: footageTimeSchema,
  endUs: footageTimeSchema
})
export type QuietStretch = z.infer<typeof quietStretchSchema>

/** What is known so far of the sound of a footage. */
export const waveformExtentSchema = z.object({
  state: overviewStateSchema,
  /** Sound tracks in the file; the first is the one shown. Null while nobody has looked. */
  trackCount: z.number().int().min(0).nullable(),
  /** Up to where the sound has been read. */
  readToUs: footageTimeSchema,
  /** In order of time; of very many, the longest. */
  quietStretches: z.array(quietStretchSchema).max(1000),
  problem: problemSchema.nullable()
})
export type WaveformExtent = z.infer<typeof waveformExtentSchema>

/** The overview of a footage: what there is so far. */
export const overviewSchema = z.object({ filmstrip: filmstripSchema, waveform: waveformExtentSchema })
export type Overview = z.infer<typeof overviewSchema>

export const mostWaveformBuckets = 4000

/** `sound` may be as quiet as it likes; `silent` is digital silence; `absent` is no sound in the file; `unread` is not known yet. */
export const bucketStateSchema = z.enum(['sound', 'silent', 'absent', 'unread'])
export type BucketState = z.infer<typeof bucketStateSchema>

/** A stretch of sound in buckets of equal length, as many as were asked for or fewer, where they would be shorter than what is kept. */
export const waveformSchema = z.object({
  fromUs: footageTimeSchema,
  toUs: footageTimeSchema,
  /** Lowest and highest sample of each bucket, -1 to 1; 0 where there is no sound. */
  min: z.array(z.number().min(-1).max(1)).max(mostWaveformBuckets),
  max: z.array(z.number().min(-1).max(1)).max(mostWaveformBuckets),
  state: z.array(bucketStateSchema).max(mostWaveformBuckets)
})
export type Waveform = z.infer<typeof waveformSchema>
