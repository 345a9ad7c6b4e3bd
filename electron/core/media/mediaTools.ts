import type { TimeBase } from '#shared/model/exactTime'
import type { Damage, FootageProbe } from '#shared/model/footage'
import type { Tool } from '#shared/rpc/diagnostics'
import type { ProxyRequest } from './writeProxy'

/** What a footage file tells of itself, with two facts that only playback needs and no record keeps. */
export interface FileProbe extends FootageProbe {
  /** ffmpeg's name of the pixel format, e.g. `yuv420p`; null where the file does not tell. */
  pixelFormat: string | null
  /** Time of the earliest presentation in the file's own counting; footage time 0. Microseconds, may be negative. */
  startUs: number
}

/** Presentation times of the frames of a footage. */
export interface FrameTimes {
  /** When each shown frame is presented, ascending, in ticks of the container's clock and in the file's own counting. */
  ticks: number[]
  timeBase: TimeBase
  /** Where footage time 0 lies in the file's own counting, microseconds. */
  startUs: number
  /** The same times as whole microseconds of footage time, rounded to the nearest. */
  timesUs: number[]
  /** Where the file is damaged, as far as the reader saw: at most 20 places. */
  damage: Damage[]
}

/** A video that the app draws itself. */
export interface DrawnVideo {
  /** Size of the frames as drawn. */
  widthPx: number
  heightPx: number
  framesPerSecond: number
  frameCount: number
  /** Draws frame `index` (from 0) and returns its pixels, RGB, 8 bits each, rows from the top. The bytes may be reused for the next. */
  drawFrame(index: number): Uint8Array
  /** ffmpeg video filters from the drawn frame to the written one, e.g. `scale=1280:720`. */
  videoFilter: string
  /** One channel of sound, -1 to 1. */
  sound: { samples: Float32Array; samplesPerSecond: number }
  /** Words for the file's title field. */
  title: string
}

/** Told how far a work is, 0 to 1. */
export type OnProgress = (progress: number) => void

/**
 * The one way to ffmpeg and ffprobe, and to what stands in for ffprobe where it is missing. Every method may throw a
 * ProblemError: `ffmpeg_unavailable` where the tool is missing and nothing else will do, `job_cancelled` after `signal`, `ffmpeg_failed` when ffmpeg fails or takes too long, `disk_full`,
 * `footage_missing`, `footage_unreadable`. A source file is only ever read.
 */
export interface MediaTools {
  /** The tools in use, null where there is none. */
  tools(): { ffmpeg: Tool | null; ffprobe: Tool | null }
  /** Reads what the container says of itself; throws `footage_not_video` for anything without moving pictures. */
  probe(path: string, signal: AbortSignal): Promise<FileProbe>
  /** Reads the time of every video frame out of the whole file, without decoding it. */
  readFrameTimes(path: string, signal: AbortSignal, onProgress?: OnProgress): Promise<FrameTimes>
  /** Writes the frame that is shown at `timeUs` (footage time) as PNG or JPEG, by the ending of `outPath`. */
  stillPng(path: string, timeUs: number, outPath: string, options: { widthPx: number }, signal: AbortSignal): Promise<void>
  /**
   * Writes a H.264/AAC MP4 that Chromium plays; every frame that can be decoded keeps its footage time to within 1/90000 s. Answers with
   * what the decoder complained of, and about where.
   */
  makeProxy(request: ProxyRequest, signal: AbortSignal, onProgress?: OnProgress): Promise<Damage[]>
  /** Writes what is ready of a proxy that grows in a folder, up to `untilUs`, as a file that Chromium plays. Takes little time: nothing is encoded. */
  copyGrowingProxy(
    request: Pick<ProxyRequest, 'growingFolder' | 'path' | 'outPath'> & { untilUs: number },
    signal: AbortSignal
  ): Promise<void>
  /** Writes drawn frames and sound as a H.264/AAC MP4. */
  encodeDrawn(outPath: string, video: DrawnVideo, signal: AbortSignal, onProgress?: OnProgress): Promise<void>
  /** Reads the first sound track of a file as one channel of samples, -1 to 1. Held in memory: for short sounds only. */
  readSound(path: string, samplesPerSecond: number, signal: AbortSignal): Promise<Float32Array>
}
