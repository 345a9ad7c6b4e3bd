import { execFileSync } from 'node:child_process'

/**
 * A hash of each decoded frame of a file, in the order of showing, as the ffmpeg on the PATH decodes it; the picture is not turned.
 * The hash is MurmurHash3 with 128 bits: MD5 takes longer than decoding does.
 */
export function frameHashes(path: string): string[] {
  const ffmpeg = process.env['FFMPEG_BIN'] ?? 'ffmpeg'
  const asked = ['-map', '0:V:0', '-fps_mode', 'passthrough', '-f', 'framehash', '-hash', 'murmur3', '-']
  const args = ['-v', 'error', '-nostdin', '-noautorotate', '-i', path, ...asked]
  return execFileSync(ffmpeg, args, { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\n')
    .filter((line) => /^0,/.test(line))
    .map((line) => line.slice(line.lastIndexOf(',') + 1).trim())
}
