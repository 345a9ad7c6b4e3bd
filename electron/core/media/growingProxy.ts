import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** The list of the parts that are ready, in the folder where a proxy grows. */
export const growingPlaylistName = 'growing.m3u8'
/** The one file that the parts lie in. */
export const growingFileName = 'growing.m4s'

/** How far the proxy that grows in a folder is ready, microseconds; 0 while nothing is, and when the folder is gone. */
export async function readGrowingUs(folder: string): Promise<number> {
  return parseGrowingPlaylist(await readFile(path.join(folder, growingPlaylistName), 'utf8').catch(() => ''))
}

/** Reads how long all the parts are that an HLS list names, microseconds. Pure. */
export function parseGrowingPlaylist(text: string): number {
  return [...text.matchAll(/^#EXTINF:([\d.]+),/gm)].reduce((sumUs, [, seconds]) => sumUs + Math.round(Number(seconds) * 1e6), 0)
}
