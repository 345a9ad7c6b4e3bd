import type { FileProbe, FrameTimes, OnProgress } from './mediaTools'

/** Reads what a footage file says of itself and when its frames are shown. Never writes to it. */
export interface FileReader {
  /** As `MediaTools.probe`. */
  probe(path: string, signal: AbortSignal): Promise<FileProbe>
  /** As `MediaTools.readFrameTimes`. */
  readFrameTimes(path: string, signal: AbortSignal, onProgress?: OnProgress): Promise<FrameTimes>
}
