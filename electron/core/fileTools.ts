import path from 'node:path'
import type { FootageProbe } from '#shared/model/footage'
import { hashFile } from './footage'
import { createMediaTools, withFrameTimes } from './media'
import { createReportExtractor } from './reports'

interface FileToolsOptions {
  env: Readonly<Record<string, string | undefined>>
  extractionWorkerUrl: URL
  log: (line: string) => void
}

/** What can be asked of a file without a data folder. */
export function createFileTools({ env, extractionWorkerUrl, log }: FileToolsOptions) {
  return {
    /** What a footage file says of itself, with its SHA-256 and frame count. */
    probe: async (
      filePath: string,
      signal: AbortSignal
    ): Promise<FootageProbe & { fileName: string; sha256: string; sizeBytes: number; frameCount: number }> => {
      const absolute = path.resolve(filePath)
      const media = await createMediaTools({ env, log })
      const { sha256, sizeBytes } = await hashFile(absolute, signal, () => undefined)
      const probe = await media.probe(absolute, signal)
      const frames = await media.readFrameTimes(absolute, signal)
      return { fileName: path.basename(absolute), sha256, sizeBytes, frameCount: frames.timesUs.length, ...withFrameTimes(probe, frames) }
    },
    /** The text of a report file. */
    readReport: (filePath: string, signal: AbortSignal) =>
      createReportExtractor({ workerUrl: extractionWorkerUrl })(path.resolve(filePath), path.basename(filePath), signal)
  }
}
