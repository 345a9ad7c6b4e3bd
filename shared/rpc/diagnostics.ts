import { z } from 'zod'

/** Which ffmpeg is in use and where it comes from. */
export const toolSchema = z.object({
  path: z.string(),
  version: z.string(),
  origin: z.enum(['FFMPEG_BIN', 'ffmpeg-static', 'path', 'npm-installer']),
  /** True for the npm-hosted build, which is years old. */
  isOldBuild: z.boolean()
})
export type Tool = z.infer<typeof toolSchema>

export const diagnosticsSchema = z.object({
  appVersion: z.string(),
  nodeVersion: z.string(),
  sqliteVersion: z.string(),
  host: z.string(),
  platform: z.string(),
  dataFolder: z.string(),
  freeBytes: z.number(),
  schemaVersion: z.number().int(),
  ledgerEntryCount: z.number().int(),
  ffmpeg: toolSchema.nullable(),
  ffprobe: toolSchema.nullable(),
  codebook: z.object({
    /** The agency's own file, where it is the one in force; null where the shipped codebook is. */
    path: z.string().nullable(),
    /** Where an agency's own file would lie. */
    ownPath: z.string(),
    /** Why the agency's own file is not in force, in plain words; null where nothing is amiss. */
    problem: z.string().nullable()
  }),
  /** What does not work here and why, in plain words. */
  limits: z.array(z.string())
})
export type Diagnostics = z.infer<typeof diagnosticsSchema>
