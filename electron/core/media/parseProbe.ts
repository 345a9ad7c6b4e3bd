import type { FrameRate } from '#shared/model/footage'
import { worded } from '#shared/messages/worded'
import type { FileProbe } from './mediaTools'
import { notVideo, unreadable } from './mediaProblem'
import type { RawProbe, RawStream } from './rawProbe'

/**
 * Reads ffprobe's answer. Pure. `damage` is left empty: the header alone does not tell.
 * @throws ProblemError `footage_not_video` without a moving picture, `footage_unreadable` where its codec or size is unknown.
 */
export function parseProbe(raw: RawProbe, fileName: string): FileProbe {
  const video = videoStream(raw)
  if (video === null) throw notVideo(fileName, worded('problems', raw.streams.some(isSound) ? 'soundOnly' : 'noMovingPicture'))
  const { codec_name: videoCodec, width: widthPx, height: heightPx } = video
  if (videoCodec === undefined || videoCodec === 'unknown' || !widthPx || !heightPx) {
    throw unreadable(
      fileName,
      videoCodec === undefined
        ? worded('problems', 'unknownPicturesNoCodec', { widthPx: widthPx ?? 0, heightPx: heightPx ?? 0 })
        : worded('problems', 'unknownPictures', { codec: videoCodec, widthPx: widthPx ?? 0, heightPx: heightPx ?? 0 })
    )
  }
  const audio = raw.streams.filter(isSound)
  const baseRate = parseRate(video.r_frame_rate)
  const averageRate = parseRate(video.avg_frame_rate)
  return {
    container: raw.format.format_name,
    videoCodec,
    audioCodec: audio.length === 0 ? null : (audio[0]?.codec_name ?? 'unknown'),
    audioTrackCount: audio.length,
    durationUs: headerDurationUs(raw),
    frameRate: averageRate ?? baseRate,
    isVariableFrameRate: baseRate !== null && averageRate !== null && Math.abs(ratio(baseRate) / ratio(averageRate) - 1) > 0.001,
    widthPx,
    heightPx,
    rotationDegrees: rotationOf(video),
    recordedAt: recordedAt([raw.format.tags, video.tags]),
    damage: [],
    pixelFormat: video.pix_fmt ?? null,
    startUs: microseconds(raw.format.start_time)
  }
}

/** The stream of moving pictures that the app shows: the first that is no cover picture. */
export function videoStream(raw: RawProbe): RawStream | null {
  return raw.streams.find((stream) => stream.codec_type === 'video' && stream.disposition?.attached_pic !== 1) ?? null
}

const isSound = (stream: RawStream) => stream.codec_type === 'audio'

/** Decimal seconds to whole microseconds; 0 where there is nothing. */
export function microseconds(seconds: string | undefined): number {
  return seconds === undefined ? 0 : Math.round(Number(seconds) * 1e6)
}

/**
 * How long the header says the footage lasts: to the end of the last picture or sound. A stream's own length goes before
 * the container's, which some files count from zero though the first frame comes later.
 */
function headerDurationUs(raw: RawProbe): number {
  const ends = raw.streams
    .filter((stream) => (stream === videoStream(raw) || isSound(stream)) && stream.duration !== undefined)
    .map((stream) => microseconds(stream.start_time) + microseconds(stream.duration))
  const durationUs = ends.length > 0 ? Math.max(...ends) - microseconds(raw.format.start_time) : microseconds(raw.format.duration)
  return Math.max(0, durationUs)
}

/** `30000/1001` to an exact rate; null for `0/0` and what is no rate. */
export function parseRate(text: string | undefined): FrameRate | null {
  const match = /^(\d+)\/(\d+)$/.exec(text ?? '')
  const numerator = Number(match?.[1] ?? 0)
  const denominator = Number(match?.[2] ?? 0)
  return numerator > 0 && denominator > 0 ? { numerator, denominator } : null
}

function ratio(rate: FrameRate): number {
  return rate.numerator / rate.denominator
}

/** Degrees clockwise by which a player turns the picture: 0, 90, 180, 270 for ordinary files. */
function rotationOf(video: RawStream): number {
  const counterClockwise = video.side_data_list?.find((data) => data.rotation !== undefined)?.rotation
  const clockwise = counterClockwise === undefined ? Number(video.tags?.['rotate'] ?? 0) : -counterClockwise
  return Number.isFinite(clockwise) ? ((Math.round(clockwise) % 360) + 360) % 360 : 0
}

/** Quicktime's date goes first, since it keeps the camera's own offset from UTC. Clocks that were never set (1904, 1970) say nothing. */
function recordedAt(sources: (Record<string, string> | undefined)[]): string | null {
  for (const name of ['com.apple.quicktime.creationdate', 'creation_time']) {
    for (const source of sources) {
      const time = parseInstant(source?.[name])
      if (time !== null) return time
    }
  }
  return null
}

function parseInstant(text: string | undefined): string | null {
  // Without an offset the text names no moment; ffmpeg writes creation_time in UTC with Z.
  if (text === undefined || !/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(text)) return null
  const date = new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() <= 1970 ? null : date.toISOString()
}
