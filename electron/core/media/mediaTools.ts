import type { ClipPlan } from '#shared/model/clip'
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
  ticks: Float64Array
  timeBase: TimeBase
  /** Where footage time 0 lies in the file's own counting, microseconds. */
  startUs: number
  /** The same times as whole microseconds of footage time, rounded to the nearest. */
  timesUs: Float64Array
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
  /** Draws frame `index` (from 0) over the whole of `frame`: three planes as ffmpeg's `yuv444p` has them (BT.709), rows from the top. */
  drawFrame(index: number, frame: Uint8ClampedArray): void
  /** ffmpeg video filters from the drawn frame to the written one, e.g. `scale=1280:720`. */
  videoFilter: string
  /** One channel of sound, -1 to 1. */
  sound: { samples: Float32Array; samplesPerSecond: number }
  /** Words for the file's title field. */
  title: string
}

/** How the pictures of a filmstrip are chosen. */
export interface FilmstripPlan {
  /** One picture at most of each stretch of this length, microseconds: its first. */
  everyUs: number
  /** True to look at keyframes only, which is many times faster; false to look at every frame. */
  isKeyframesOnly: boolean
  heightPx: number
  picturesPerSheet: number
}

/** A sheet of a filmstrip that is whole: its pictures side by side, each with its true time. */
export interface FilmstripSheet {
  fileName: string
  /** Footage times of the pictures, from left to right. */
  timesUs: number[]
  /** Size of one picture. */
  widthPx: number
  heightPx: number
}

/** A piece of sound as it comes: one channel, 16 bits. The samples may be reused for the next piece. */
export interface SoundPiece {
  samples: Int16Array
  samplesPerSecond: number
  /** Footage time of the first sample; may be below 0. */
  startUs: number
}

/** One coded picture. */
export interface CutPacket {
  /** Footage time, whole microseconds. */
  timeUs: number
  isKeyframe: boolean
  /** False where the file says that it is not shown (before an edit). */
  isShown: boolean
}

/** What has to be known of a footage to cut a range out of it. */
export interface CutSource {
  /** In the file's own order, from a keyframe at or before the range, where there is one, to a keyframe at or after its end, or the last. */
  packets: CutPacket[]
  videoCodec: string
  pixelFormat: string | null
  audioCodecs: string[]
  /** Where the pictures end: footage time, microseconds. */
  endUs: number
  /** H.264 only: the first keyframe in the range at which a decoder starts with nothing from before; null where there is none. */
  restartUs: number | null
}

/** What a clip is cut from and to. */
export interface ClipRequest {
  path: string
  outPath: string
  plan: ClipPlan
  signal: AbortSignal
  onProgress?: OnProgress | undefined
  /** Told of each command line, without folders. */
  onCommand?: ((line: string) => void) | undefined
}

/** What stands under the pictures of a clip. */
export interface Banner {
  /** One line; no font knows every sign. */
  text: string
  /** What stands before the footage time of each frame, e.g. `Source time`: letters and spaces only. */
  timeWords: string
  /** A TrueType file. */
  fontPath: string
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
  /** Writes the frame that is shown at `timeUs` (footage time) as PNG or JPEG, by the ending of `outPath`; in its own size where `widthPx` is null. */
  stillPng(path: string, timeUs: number, outPath: string, options: { widthPx: number | null }, signal: AbortSignal): Promise<void>
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
  /** Reads what `planClip` needs for a range of footage time. */
  readCutSource(path: string, range: { inUs: number; outUs: number }, signal: AbortSignal): Promise<CutSource>
  /** Copies all pictures and sound into a MP4, whose index leads to each frame, where the container has none; answers with the path to cut from. */
  indexedCopy(path: string, container: string, outPath: string, signal: AbortSignal): Promise<string>
  /** Writes the plan's one part by copying it. */
  copyClip(request: ClipRequest): Promise<void>
  /** Writes the plan's parts, those at the edges encoded without loss, each frame at its source's time to the tick. */
  exactClip(request: ClipRequest): Promise<void>
  /** Encodes the range anew, upright, with a banner under the pictures: its text, and each frame's footage time. */
  bannerClip(request: ClipRequest, banner: Banner): Promise<void>
  /** Writes drawn frames and sound as a H.264/AAC MP4. */
  encodeDrawn(outPath: string, video: DrawnVideo, signal: AbortSignal, onProgress?: OnProgress): Promise<void>
  /** Writes small pictures of the whole footage into a folder, sheet by sheet (`sheet-000.jpg` …), and tells of each sheet as it is whole. */
  makeFilmstrip(
    path: string,
    outFolder: string,
    plan: FilmstripPlan,
    signal: AbortSignal,
    onSheet: (sheet: FilmstripSheet) => void
  ): Promise<void>
  /** Hands on the first sound track of a whole file, piece by piece; nothing is kept. Ends at once where there is none. */
  streamSound(path: string, signal: AbortSignal, onPiece: (piece: SoundPiece) => void): Promise<{ trackCount: number }>
  /** Writes the first sound track of a footage as bare samples: one channel, 16 bits, sample 0 at footage time 0, gaps as silence. */
  writeSound(
    path: string,
    outPath: string,
    sound: { samplesPerSecond: number; durationUs: number },
    signal: AbortSignal,
    onProgress?: OnProgress
  ): Promise<void>
  /** Reads the first sound track of a file as one channel of samples, -1 to 1. Held in memory: for short sounds only. */
  readSound(path: string, samplesPerSecond: number, signal: AbortSignal): Promise<Float32Array>
}
