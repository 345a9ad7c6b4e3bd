import { resolve } from 'node:path'
import type { FootageProbe } from '#shared/model/footage'
import type { Tool } from '#shared/rpc/diagnostics'
import { fileUrl, guardArguments } from './inputArguments'
import type { OnProgress } from './mediaTools'
import { inputOptions, runFfmpeg } from './runFfmpeg'
import { writePartial } from './writePartial'

const leastLimitMs = 10 * 60_000
const limitPerSecondMs = 20_000

/** What every video that the app writes has: H.264 that Chromium plays, a keyframe a second, times in 1/90000 s. `-crf` evens the look out, `-qp` spends less time; a higher level is smaller and coarser. */
export function h264Options(preset: 'veryfast' | 'ultrafast', rate: '-crf' | '-qp', level: number): string[] {
  return [
    ...['-c:v', 'libx264', '-preset', preset, rate, String(level), '-pix_fmt', 'yuv420p', '-force_key_frames', 'expr:gte(t,n_forced*1)'],
    ...['-video_track_timescale', '90000', '-movflags', '+faststart', '-c:a', 'aac', '-b:a', '128k', '-f', 'mp4']
  ]
}

/**
 * Writes a proxy of a footage: every source frame with its footage time, and the first sound track.
 * @throws ProblemError as `mediaProblem` makes it.
 */
export async function writeProxy(
  ffmpeg: Tool,
  path: string,
  outPath: string,
  probe: FootageProbe,
  options: { signal: AbortSignal; onProgress?: OnProgress | undefined }
): Promise<void> {
  const limitMs = Math.max(leastLimitMs, (probe.durationUs / 1e6) * limitPerSecondMs)
  const run = {
    ...{ path: resolve(path), task: 'make a playable copy', limitMs, signal: options.signal },
    progress: options.onProgress && { durationUs: probe.durationUs, onProgress: options.onProgress }
  }
  await writePartial(resolve(outPath), (partialPath) =>
    runFfmpeg(ffmpeg, run, (command) =>
      command
        .input(fileUrl(path))
        .inputOptions(...inputOptions(guardArguments))
        .outputOptions('-map', '0:V:0', '-map', '0:a:0?', '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1')
        // H.264 in 4:2:0 needs even sides; a line of padding alters no pixel of the picture.
        .outputOptions('-vf', 'pad=ceil(iw/2)*2:ceil(ih/2)*2', ...keepTimesOptions(ffmpeg.version), '-enc_time_base', '1:90000')
        // Gaps in the sound are filled, so that it stays with the picture.
        .outputOptions(
          '-af',
          'aresample=async=1:first_pts=0',
          '-max_muxing_queue_size',
          '4096',
          ...h264Options('veryfast', '-crf', 20),
          '-y'
        )
        .output(fileUrl(partialPath))
    )
  )
}

/**
 * The options that keep each frame's time, for a version of ffmpeg: since 5.1 `-fps_mode`, and a fine clock for the movie itself,
 * without which a late first frame is moved by up to 1 ms; before, `-vsync` alone. A version without a number is the npm build of 2018. Pure.
 */
export function keepTimesOptions(version: string): string[] {
  return [...everyFrameOptions(version), ...(isAtLeast(version, 5, 1) ? ['-movie_timescale', '90000'] : [])]
}

/** The options by which no frame is dropped or doubled, for a version of ffmpeg. Pure. */
export function everyFrameOptions(version: string): string[] {
  return isAtLeast(version, 5, 1) ? ['-fps_mode', 'passthrough'] : ['-vsync', '0']
}

/** Whether ffmpeg's version is this or a later one; a version named by its date is, from 2023 on. Pure. */
export function isAtLeast(version: string, major: number, minor = 0): boolean {
  const match = /^n?(\d+)\.(\d+)/.exec(version)
  if (match === null) return /^202[3-9]-/.test(version)
  return Number(match[1]) > major || (Number(match[1]) === major && Number(match[2]) >= minor)
}
