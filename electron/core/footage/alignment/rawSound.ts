import type { FileHandle } from 'node:fs/promises'

/** The rate at which sound is compared: speech and most of what happens lies below 4 kHz, and a radio or an old camera keeps no more. */
export const samplesPerSecond = 8000

const bytesPerSample = 2

/** Bare samples in a file, as `MediaTools.writeSound` writes them. */
export interface RawSound {
  sampleCount: number
  /** Reads samples from `from` (may be below 0 or past the end, where there is silence), -1 to 1. */
  read: (from: number, count: number) => Promise<Float64Array>
}

/** Opens the samples in a file for reading here and there. */
export async function openRawSound(file: FileHandle): Promise<RawSound> {
  const sampleCount = Math.floor((await file.stat()).size / bytesPerSample)
  return {
    sampleCount,
    async read(from, count) {
      const samples = new Float64Array(count)
      const first = Math.max(0, from)
      const wanted = Math.min(sampleCount, from + count) - first
      if (wanted <= 0) return samples
      const bytes = Buffer.alloc(wanted * bytesPerSample)
      const { bytesRead } = await file.read(bytes, 0, bytes.length, first * bytesPerSample)
      for (let at = 0; at + 1 < bytesRead; at += bytesPerSample)
        samples[first - from + at / bytesPerSample] = bytes.readInt16LE(at) / 32_768
      return samples
    }
  }
}
