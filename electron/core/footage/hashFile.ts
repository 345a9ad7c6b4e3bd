import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { ProblemError } from '#shared/rpc/problem'

/** A file as it was while it was hashed. */
export interface HashedFile {
  sha256: string
  sizeBytes: number
  modifiedAtMs: number
}

const chunkBytes = 4 * 1024 * 1024

/**
 * SHA-256 of a file, read once. `onProgress` is given 0 to 1.
 * Throws `footage_missing`, and `footage_changed` where the file grew, shrank or was written to meanwhile;
 * an abort throws the signal's reason.
 */
export async function hashFile(filePath: string, signal: AbortSignal, onProgress: (progress: number) => void): Promise<HashedFile> {
  const before = await statFile(filePath)
  const hash = createHash('sha256')
  let readBytes = 0
  for await (const chunk of createReadStream(filePath, { highWaterMark: chunkBytes, signal })) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A file is read as bytes.')
    hash.update(chunk)
    readBytes += chunk.length
    onProgress(before.sizeBytes === 0 ? 1 : readBytes / before.sizeBytes)
  }
  const after = await statFile(filePath)
  if (after.sizeBytes !== before.sizeBytes || after.modifiedAtMs !== before.modifiedAtMs || readBytes !== before.sizeBytes) {
    throw new ProblemError(
      'footage_changed',
      `${filePath} was written to while it was read.`,
      'Wait until the copy or recording is finished, and load it again.'
    )
  }
  return { sha256: hash.digest('hex'), ...after }
}

/** Size and time of last change. Throws `footage_missing`. */
export async function statFile(filePath: string): Promise<Pick<HashedFile, 'sizeBytes' | 'modifiedAtMs'>> {
  const found = await stat(filePath).catch(() => null)
  if (found?.isFile() !== true) {
    throw new ProblemError(
      'footage_missing',
      `The file is no longer at ${filePath}.`,
      'Put it back there, or load it from where it is now: it is known by its SHA-256.'
    )
  }
  return { sizeBytes: found.size, modifiedAtMs: found.mtimeMs }
}
