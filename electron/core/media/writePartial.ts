import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'

/**
 * Writes a file under another name beside its place and renames it when it is whole, so that a half-written file never bears the
 * name. The partial is removed where `write` throws.
 */
export async function writePartial(outPath: string, write: (partialPath: string) => Promise<void>): Promise<void> {
  const partialPath = `${outPath}.${randomUUID()}.partial`
  try {
    await write(partialPath)
    await rename(partialPath, outPath)
  } catch (error) {
    await rm(partialPath, { force: true })
    throw error
  }
}
