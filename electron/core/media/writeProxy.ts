import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Damage, FootageProbe } from '#shared/model/footage'
import type { Tool } from '#shared/rpc/diagnostics'
import { fileUrl, guardArguments } from './inputArguments'
import { growingFileName, growingPlaylistName } from './growingProxy'
import type { OnProgress } from './mediaTools'
import { inputOptions, runFfmpeg } from './runFfmpeg'
import { writePartial } from './writePartial'

const leastLimitMs = 10 * 60_000
const limitPerSecondMs = 20_000
const partSeconds = 2
/** An AAC encoder puts this many samples of run-in before the sound. They take the place of the first ones, so that nothing begins before zero. */
const runInSamples = 1024
/** Complaints of the decoder lie up to this much after the last picture that was written. */
const decodeAheadUs = 2_000_000
const mostPlaces = 20

type Preset = 'veryfast' | 'ultrafast'
type RateControl = '-crf' | '-qp'

/** What a proxy is made of, and where. */
export interface ProxyRequest {
  path: string
  probe: FootageProbe
  /** Which sound track is heard, from 0; none where the file has none. */
  audioTrack: number
  /** An empty folder of its own, where the proxy grows: see readGrowingUs. */
  growingFolder: string
  /** Where it lies when it is whole. */
  outPath: string
}

/** What every video that the app writes has: H.264 that Chromium plays, a keyframe a second, times in 1/90000 s. `-crf` evens the look out, `-qp` spends less time; a higher level is smaller and coarser. */
export function h264Options(preset: Preset, rate: RateControl, level: number): string[] {
  return [...encoderOptions(preset, rate, level), ...['-video_track_timescale', '90000', '-movflags', '+faststart', '-f', 'mp4']]
}

function encoderOptions(preset: Preset, rate: RateControl, level: number): string[] {
  return [
    ...['-c:v', 'libx264', '-preset', preset, rate, String(level), '-pix_fmt', 'yuv420p', '-force_key_frames', 'expr:gte(t,n_forced*1)'],
    ...['-c:a', 'aac', '-b:a', '128k']
  ]
}

/**
 * Writes a proxy of a footage: every source frame that can be decoded with its footage time, and one sound track. It is written in
 * parts that can be played while it grows, then made one file. Answers with what the decoder complained of, and about where.
 * @throws ProblemError as `mediaProblem` makes it.
 */
export async function writeProxy(
  ffmpeg: Tool,
  { path, probe, audioTrack, growingFolder, outPath }: ProxyRequest,
  options: { signal: AbortSignal; onProgress?: OnProgress | undefined }
): Promise<Damage[]> {
  const limitMs = Math.max(leastLimitMs, (probe.durationUs / 1e6) * limitPerSecondMs)
  const complaints = new Map<string, Damage>()
  let doneUs = 0
  const run = {
    ...{ path: resolve(path), task: 'taskMakeCopy' as const, limitMs, signal: options.signal, folder: growingFolder },
    progress: {
      durationUs: probe.durationUs,
      onProgress: (progress: number) => {
        doneUs = Math.max(doneUs, Math.round(progress * probe.durationUs))
        options.onProgress?.(progress * 0.98)
      }
    },
    onComplaint: (what: string) => {
      const known = complaints.get(what)
      if (known === undefined && complaints.size >= mostPlaces) return
      complaints.set(what, { fromUs: known?.fromUs ?? doneUs, toUs: Math.min(probe.durationUs, doneUs + decodeAheadUs), what })
    }
  }
  await mkdir(growingFolder, { recursive: true })
  await runFfmpeg(ffmpeg, run, (command) =>
    command
      .input(fileUrl(path))
      .inputOptions(...inputOptions(guardArguments))
      .outputOptions('-map', '0:V:0', '-map', `0:a:${audioTrack}?`, '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1')
      // H.264 in 4:2:0 needs even sides; a line of padding alters no pixel of the picture.
      .outputOptions('-vf', 'pad=ceil(iw/2)*2:ceil(ih/2)*2', ...everyFrameOptions(ffmpeg.version), '-enc_time_base', '1:90000')
      // Gaps in the sound are filled, so that it stays with the picture.
      .outputOptions('-af', `aresample=async=1:first_pts=0,atrim=start_sample=${runInSamples}`, '-max_muxing_queue_size', '4096')
      // Without B-frames no time has to be shifted for the order of decoding, which a part by itself could not tell.
      .outputOptions(...encoderOptions('veryfast', '-crf', 20), '-bf', '0')
      .outputOptions('-f', 'hls', '-hls_segment_type', 'fmp4', '-hls_time', String(partSeconds), '-hls_list_size', '0')
      .outputOptions('-hls_playlist_type', 'event', '-hls_flags', 'single_file', '-y')
      // Browsers pass over edit lists in parts: pictures that begin after the sound are kept in place by a longer first frame.
      .outputOptions('-hls_segment_options', 'use_editlist=0')
      .output(growingPlaylistName)
  )
  await copyGrowingProxy(ffmpeg, { growingFolder, path, outPath, untilUs: null }, options.signal)
  options.onProgress?.(1)
  return [...complaints.values()]
}

/**
 * Makes one ordinary file of what is ready of a growing proxy, up to `untilUs`, or of all of it. Nothing is encoded again.
 * @throws ProblemError as `mediaProblem` makes it.
 */
export async function copyGrowingProxy(
  ffmpeg: Tool,
  { growingFolder, path, outPath, untilUs }: Pick<ProxyRequest, 'growingFolder' | 'path' | 'outPath'> & { untilUs: number | null },
  signal: AbortSignal
): Promise<void> {
  const run = { path: resolve(path), task: 'taskMakeCopy' as const, limitMs: leastLimitMs, signal }
  const until = untilUs === null ? [] : ['-t', (untilUs / 1e6).toFixed(6)]
  await writePartial(resolve(outPath), (partialPath) =>
    runFfmpeg(ffmpeg, run, (command) =>
      command
        .input(fileUrl(join(growingFolder, growingFileName)))
        .inputOptions(...inputOptions(guardArguments))
        .outputOptions('-map', '0', '-c', 'copy', '-copyts', ...fineClock(ffmpeg.version), ...until, '-video_track_timescale', '90000')
        .outputOptions('-movflags', '+faststart', '-f', 'mp4', '-y')
        .output(fileUrl(partialPath))
    )
  )
}

/**
 * The options that keep each frame's time, for a version of ffmpeg: since 5.1 `-fps_mode`, and a fine clock for the movie itself,
 * without which a late first frame is moved by up to 1 ms; before, `-vsync` alone. A version without a number is the npm build of 2018. Pure.
 */
export function keepTimesOptions(version: string): string[] {
  return [...everyFrameOptions(version), ...fineClock(version)]
}

/** A fine clock for the movie itself, without which a late first frame is moved by up to 1 ms; for versions that have it. */
function fineClock(version: string): string[] {
  return isAtLeast(version, 5, 1) ? ['-movie_timescale', '90000'] : []
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
