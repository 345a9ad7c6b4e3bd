import { execFileSync } from 'node:child_process'

/**
 * Makes a video with the ffmpeg on the PATH (or FFMPEG_BIN). `options` stand before the output, e.g. codecs and filters.
 * Throws where ffmpeg fails.
 */
export function generateVideo(
  outPath: string,
  {
    seconds = 2,
    size = '320x180',
    framesPerSecond = '25',
    sound = true,
    options = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
  }: {
    seconds?: number
    size?: string
    framesPerSecond?: string
    sound?: boolean
    options?: string[]
  } = {}
): void {
  const picture = ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=${framesPerSecond}:d=${seconds}`]
  const tone = sound ? ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`] : []
  execFileSync(process.env['FFMPEG_BIN'] ?? 'ffmpeg', ['-v', 'error', '-nostdin', ...picture, ...tone, ...options, '-y', outPath])
}
