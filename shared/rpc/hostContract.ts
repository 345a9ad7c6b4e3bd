import { oc } from '@orpc/contract'
import { z } from 'zod'
import { grantIdSchema, mediaIdSchema } from '../model/ids'
import { problemErrors } from './problem'

const base = oc.errors(problemErrors)

/** A file that a person chose, by the name under which a screen may ask for it. */
export const grantSchema = z.object({ grantId: grantIdSchema, fileName: z.string(), sizeBytes: z.number() })
export type Grant = z.infer<typeof grantSchema>

/**
 * What only a host may call, on a channel of its own: it speaks of paths, which a screen never does.
 */
export const hostContract = {
  grantFiles: base.input(z.object({ paths: z.array(z.string()).min(1).max(1000) })).output(z.array(grantSchema)),
  /** Grants of a core that is gone, under the ids that screens still hold. */
  restoreGrants: base.input(z.array(z.object({ grantId: grantIdSchema, path: z.string() }))),
  /** Grants for the files of exactly that size in a folder and the folders in it; at most 1,000. */
  grantFilesIn: base.input(z.object({ folder: z.string(), sizeBytes: z.number().int().positive() })).output(z.array(grantSchema)),
  locateMedia: base
    .input(z.object({ mediaId: mediaIdSchema }))
    .output(z.object({ path: z.string(), contentType: z.string(), sizeBytes: z.number(), downloadName: z.string() })),
  /** The folder where the browser host lays down the bytes of a file that a page hands it. */
  uploadFolder: base.output(z.object({ path: z.string() }))
}
export type HostContract = typeof hostContract
