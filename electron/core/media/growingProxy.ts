import { open, readFile } from 'node:fs/promises'
import path from 'node:path'

/** The list of the parts that are ready, in the folder where a proxy grows. */
export const growingPlaylistName = 'growing.m3u8'

/** A stretch of a growing file that can be played by itself after the head; microseconds of footage time, and where its bytes lie. */
export interface GrowingPart {
  startUs: number
  endUs: number
  offsetBytes: number
  sizeBytes: number
}

/** What of a proxy can be played already. */
export interface GrowingProxy {
  head: Pick<GrowingPart, 'offsetBytes' | 'sizeBytes'>
  parts: GrowingPart[]
}

/** What lies in a folder where a proxy grows; null while nothing is ready, and when the folder is gone. */
export async function readGrowingProxy(folder: string): Promise<GrowingProxy | null> {
  const text = await readFile(path.join(folder, growingPlaylistName), 'utf8').catch(() => null)
  return text === null ? null : parseGrowingPlaylist(text)
}

/** Reads the list that ffmpeg writes of an HLS recording in one file. Pure; null where it names no part yet. */
export function parseGrowingPlaylist(text: string): GrowingProxy | null {
  const map = /^#EXT-X-MAP:.*BYTERANGE="(\d+)@(\d+)"/m.exec(text)
  const parts: GrowingPart[] = []
  let startUs = 0
  for (const [, seconds, sizeBytes, offsetBytes] of text.matchAll(/^#EXTINF:([\d.]+),\s*#EXT-X-BYTERANGE:(\d+)@(\d+)\s*$/gm)) {
    const endUs = startUs + Math.round(Number(seconds) * 1e6)
    parts.push({ startUs, endUs, offsetBytes: Number(offsetBytes), sizeBytes: Number(sizeBytes) })
    startUs = endUs
  }
  return map === null || parts.length === 0 ? null : { head: { sizeBytes: Number(map[1]), offsetBytes: Number(map[2]) }, parts }
}

/** The bytes of a part, or of the head. Throws where the folder is gone. */
export async function readGrowingBytes(folder: string, { offsetBytes, sizeBytes }: GrowingProxy['head']): Promise<Buffer> {
  const file = await open(path.join(folder, growingPlaylistName.replace('.m3u8', '.m4s')))
  try {
    const bytes = Buffer.alloc(sizeBytes)
    await file.read(bytes, 0, sizeBytes, offsetBytes)
    return bytes
  } finally {
    await file.close()
  }
}
