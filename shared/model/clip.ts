import { z } from 'zod'
import { localeSchema } from '../messages/locale'
import { footageIdSchema, mediaIdSchema, userIdSchema } from './ids'
import { footageTimeSchema, instantSchema, sha256Schema } from './primitives'

/**
 * How a clip is cut. `keyframes`: whole groups of pictures, copied. `exact`: the frames asked and no other; the edges are
 * encoded anew without loss, the middle is copied. `banner`: all pictures encoded anew, with a line under them that names the source.
 */
export const clipWaySchema = z.enum(['keyframes', 'exact', 'banner'])
export type ClipWay = z.infer<typeof clipWaySchema>

/** A range of a footage: from the frame shown at `inUs` up to, and without, the frame at `outUs`. */
export const clipRangeSchema = z.object({ inUs: footageTimeSchema, outUs: footageTimeSchema })
export type ClipRange = z.infer<typeof clipRangeSchema>

/** One stretch of a clip, and whether its pictures are the source's bytes. */
export const clipPartSchema = clipRangeSchema.extend({
  kind: z.enum(['copied', 'lossless', 'lossy']),
  frameCount: z.number().int().min(1),
  /** How many coded pictures there are, counted from the first in the file's own order. */
  packetCount: z.number().int().min(1)
})
export type ClipPart = z.infer<typeof clipPartSchema>

/** What will be written, said before it is. */
export const clipPlanSchema = z.object({
  way: clipWaySchema,
  asked: clipRangeSchema,
  /** The first frame written, and the end of the last. */
  real: clipRangeSchema,
  frameCount: z.number().int().min(1),
  parts: z.array(clipPartSchema).min(1).max(3),
  sound: z.enum(['none', 'copied', 're-encoded']),
  container: z.enum(['mp4', 'mkv']),
  /** True where each decoded frame is the source's, bit for bit. */
  isFrameExact: z.boolean(),
  /** What the person should know before writing, in plain words. */
  warnings: z.array(z.string())
})
export type ClipPlan = z.infer<typeof clipPlanSchema>

/** The record that lies beside every clip and still, as JSON. */
export const provenanceSchema = z.object({
  app: z.object({ name: z.literal('Countersign'), version: z.string() }),
  kind: z.enum(['clip', 'still']),
  /** The id that a banner shows: the first 16 digits of a SHA-256 over source, range, way, author and time. */
  clipId: z.string(),
  case: z.object({ incidentNumber: z.string() }),
  source: z.object({
    footageId: footageIdSchema,
    fileName: z.string(),
    cameraLabel: z.string(),
    sha256: sha256Schema,
    sizeBytes: z.number(),
    /** Wall-clock time of the first frame, where it is known. */
    startsAt: instantSchema.nullable(),
    rehashedAt: instantSchema
  }),
  /** Microseconds of footage time. */
  asked: clipRangeSchema,
  real: clipRangeSchema,
  way: clipWaySchema.nullable(),
  parts: z.array(clipPartSchema),
  frameCount: z.number().int(),
  isFrameExact: z.boolean(),
  sound: z.enum(['none', 'copied', 're-encoded']),
  tool: z.object({ name: z.literal('ffmpeg'), version: z.string() }),
  /** Every command that was run, without folders. */
  commands: z.array(z.string()),
  /** The language of the clip's name and banner; absent in records from before it was kept, all of them English, and in those of stills. */
  language: localeSchema.exactOptional(),
  writtenBy: z.object({ id: userIdSchema, name: z.string() }),
  writtenAt: instantSchema,
  output: z.object({ fileName: z.string(), sha256: sha256Schema, sizeBytes: z.number() })
})
export type Provenance = z.infer<typeof provenanceSchema>

/** A clip or still that was written, and its provenance as a second file. */
export const writtenClipSchema = z.object({ mediaId: mediaIdSchema, sidecarId: mediaIdSchema, provenance: provenanceSchema })
export type WrittenClip = z.infer<typeof writtenClipSchema>
