import { z } from 'zod'
import { alignmentSchema } from './alignment'
import { caseIdSchema, footageIdSchema, mediaIdSchema, personIdSchema } from './ids'
import { footageTimeSchema, instantSchema, labelSchema, sha256Schema } from './primitives'
import { recordFields } from './record'

/** An exact rate in frames per second, e.g. 30000/1001. */
export const frameRateSchema = z.object({ numerator: z.number().int().positive(), denominator: z.number().int().positive() })
export type FrameRate = z.infer<typeof frameRateSchema>

/** A place where a file is damaged. `fromUs` is null where nobody knows the place, `toUs` where it goes on to an end that is not known. */
export const damageSchema = z.object({ fromUs: footageTimeSchema.nullable(), toUs: footageTimeSchema.nullable(), what: z.string() })
export type Damage = z.infer<typeof damageSchema>

/** What the container says of itself; nothing is guessed. */
export const footageProbeSchema = z.object({
  container: z.string(),
  videoCodec: z.string(),
  audioCodec: z.string().nullable(),
  audioTrackCount: z.number().int().min(0),
  durationUs: footageTimeSchema,
  frameRate: frameRateSchema.nullable(),
  isVariableFrameRate: z.boolean(),
  widthPx: z.number().int().positive(),
  heightPx: z.number().int().positive(),
  rotationDegrees: z.number().int(),
  /** When the file says the recording was made, or null where it does not say. */
  recordedAt: instantSchema.nullable(),
  /** Damage that was met while reading the whole file; empty when there was none. */
  damage: z.array(z.union([damageSchema, z.string()])),
  /** Which program read the file, with its version, e.g. `ffprobe 7.1`; absent in records from before this was kept, all of ffprobe. */
  readBy: z.string().optional()
})
export type FootageProbe = z.infer<typeof footageProbeSchema>

/** Where the wall-clock start of a footage comes from. */
export const clockMethodSchema = z.enum(['file', 'reviewer', 'unknown'])
export type ClockMethod = z.infer<typeof clockMethodSchema>

/** What a reviewer enters of a footage. */
export const footageDraftSchema = z.object({
  wearerId: personIdSchema.nullable(),
  cameraLabel: labelSchema,
  /** Wall-clock time of the first frame; null where nobody knows it. */
  startsAt: instantSchema.nullable()
})
export type FootageDraft = z.infer<typeof footageDraftSchema>

/** One recording: one camera, one wearer, one source file with its SHA-256; the file is never altered. */
export const footageSchema = footageDraftSchema.extend({
  id: footageIdSchema,
  caseId: caseIdSchema,
  mediaId: mediaIdSchema,
  fileName: z.string(),
  sourcePath: z.string(),
  sha256: sha256Schema,
  sizeBytes: z.number().int().positive(),
  modifiedAtMs: z.number(),
  clockMethod: clockMethodSchema,
  /**
   * Where it stands on the time of another recording; left out where nobody has aligned it, since a field that every stored
   * record gains would break the seals of the entries that were written before.
   */
  alignment: alignmentSchema.optional(),
  probe: footageProbeSchema,
  /** True where Chromium plays the source; false where it needs a proxy. */
  isPlayableFromSource: z.boolean(),
  ...recordFields
})
export type Footage = z.infer<typeof footageSchema>
