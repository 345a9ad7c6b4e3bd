import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { ProblemError, problemWords } from '#shared/rpc/problem'

/** A file as it was while it was hashed. */
export interface HashedFile {
  sha256: string
  sizeBytes: number
  modifiedAtMs: number
}

/** Small enough to be hashed out of the processor's cache, large enough that a read costs little. */
const chunkBytes = 1024 * 1024

/**
 * SHA-256 of a file, read once. `onProgress` is given 0 to 1.
 * Throws `footage_missing`, and `footage_changed` where the file grew, shrank or was written to meanwhile;
 * an abort throws the signal's reason.
 */
export async function hashFile(filePath: string, signal: AbortSignal, onProgress: (progress: number) => void): Promise<HashedFile> {
  const before = await statFile(filePath)
  const hash = createHash('sha256')
  let readBytes = 0
  const file = await open(filePath)
  try {
    const chunks = [Buffer.allocUnsafeSlow(chunkBytes), Buffer.allocUnsafeSlow(chunkBytes)] as const
    let next = file.read(chunks[0], 0, chunkBytes)
    for (let turn = 1; ; turn = 1 - turn) {
      const { bytesRead, buffer } = await next
      signal.throwIfAborted()
      if (bytesRead === 0) break
      // While this chunk is hashed, the next one is read by another thread.
      next = file.read(chunks[turn === 0 ? 0 : 1], 0, chunkBytes)
      hash.update(buffer.subarray(0, bytesRead))
      readBytes += bytesRead
      onProgress(before.sizeBytes === 0 ? 1 : readBytes / before.sizeBytes)
    }
  } finally {
    await file.close()
  }
  const after = await statFile(filePath)
  if (after.sizeBytes !== before.sizeBytes || after.modifiedAtMs !== before.modifiedAtMs || readBytes !== before.sizeBytes) {
    throw new ProblemError('footage_changed', problemWords('writtenWhileRead', { path: filePath }))
  }
  return { sha256: hash.digest('hex'), ...after }
}

/** Size and time of last change. Throws `footage_missing`. */
export async function statFile(filePath: string): Promise<Pick<HashedFile, 'sizeBytes' | 'modifiedAtMs'>> {
  const found = await stat(filePath).catch(() => null)
  if (found?.isFile() !== true) {
    throw new ProblemError('footage_missing', problemWords('fileGone', { path: filePath }))
  }
  return { sizeBytes: found.size, modifiedAtMs: found.mtimeMs }
}
