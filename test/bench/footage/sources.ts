import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../../../.cache/bench')

/** The ffmpeg that the yardsticks run. */
export const ffmpegPath = process.env['FFMPEG_BIN'] ?? 'ffmpeg'

/** Runs ffmpeg to its end; throws where it fails. */
export function runFfmpeg(...args: string[]): void {
  execFileSync(ffmpegPath, ['-v', 'error', '-nostdin', '-y', ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** A made file, kept between runs. It has its name only when it is whole. */
function kept(name: string, make: (file: string) => void): string {
  const file = path.join(folder, name)
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  const partial = path.join(folder, `partial-${name}`)
  make(partial)
  renameSync(partial, file)
  return file
}

/** Twenty seconds, 30 frames a second with a keyframe every 2 s, and sound. */
function clip(size: string, crf: number): string {
  return kept(`clip-${size}.mp4`, (file) =>
    runFfmpeg(
      ...['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=30:d=20`, '-f', 'lavfi', '-i', 'anoisesrc=a=0.1:d=20:r=48000'],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', String(crf), '-g', '60', '-pix_fmt', 'yuv420p'],
      ...['-c:a', 'aac', '-b:a', '96k', '-ac', '2', '-shortest', file]
    )
  )
}

/** A recording of so many hours, the clip over and over. */
function looped(name: string, source: string, hours: number): string {
  return kept(name, (file) =>
    runFfmpeg('-stream_loop', String(hours * 180 - 1), '-i', source, '-c', 'copy', '-t', String(hours * 3600), file)
  )
}

/** One hour of 1080p30. */
export const hourOf1080p = () => looped('hour-1080p.mp4', clip('1920x1080', 32), 1)

/** Hours of a small picture, so that many of them fit on a disk; frames and sound are as many as in any. */
export const hoursOfSmall = (hours: number, extension: 'mp4' | 'mkv') => looped(`hours-${hours}.${extension}`, clip('640x360', 38), hours)

/** A file of 3 GB that holds no recording. */
export const threeGigabytes = () =>
  kept('three-gigabytes.bin', (file) => {
    writeFileSync(file, '')
    truncateSync(file, 3_000_000_000)
  })
