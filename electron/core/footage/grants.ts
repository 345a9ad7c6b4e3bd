import { opendir, stat } from 'node:fs/promises'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { grantIdSchema, type GrantId } from '#shared/model/ids'
import type { Grant } from '#shared/rpc/hostContract'
import { ProblemError, problemWords } from '#shared/rpc/problem'

const mostFound = 1000

/** Files that a person chose, by grant id, until the host stops. A screen never names a path. */
export interface Grants {
  /** Grants one file. Throws `footage_missing` where there is no such regular file. */
  grant: (filePath: string) => Promise<Grant>
  /** Grants every file of exactly that size in a folder and the folders in it, at most 1,000. Folders that cannot be read are passed over. */
  grantIn: (folder: string, sizeBytes: number) => Promise<Grant[]>
  /** Takes a grant of an earlier core as it was; whether the file is still there is seen when it is loaded. */
  restore: (granted: { grantId: GrantId; path: string }) => void
  /** The path of a grant. Throws `grant_unknown`. */
  pathOf: (grantId: GrantId) => string
}

export function createGrants(): Grants {
  const paths = new Map<GrantId, string>()
  const keep = (absolute: string, sizeBytes: number): Grant => {
    const grantId = grantIdSchema.parse(uuidv7())
    paths.set(grantId, absolute)
    return { grantId, fileName: path.basename(absolute), sizeBytes }
  }
  return {
    grant: async (filePath) => {
      const absolute = path.resolve(filePath)
      const found = await stat(absolute).catch(() => null)
      if (found?.isFile() !== true) {
        throw new ProblemError('footage_missing', problemWords('noFileAt', { path: absolute }))
      }
      return keep(absolute, found.size)
    },
    grantIn: async (folder, sizeBytes) => {
      const found: Grant[] = []
      for await (const file of filesIn(path.resolve(folder))) {
        if ((await stat(file).catch(() => null))?.size === sizeBytes) found.push(keep(file, sizeBytes))
        if (found.length >= mostFound) break
      }
      return found
    },
    restore: (granted) => void paths.set(granted.grantId, granted.path),
    pathOf: (grantId) => {
      const found = paths.get(grantId)
      if (found === undefined) {
        throw new ProblemError('grant_unknown', problemWords('grantForgotten'))
      }
      return found
    }
  }
}

/** Every file below a folder; links are not followed, so that the search ends. */
async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(() => null)
  if (entries === null) return
  for await (const entry of entries) {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(full)
    else if (entry.isFile()) yield full
  }
}
