import type { FrameRateMetrics, MediaCodec } from 'mediabunny'
import type { FrameRate } from '#shared/model/footage'

/** Where ffprobe's name differs from mediabunny's. */
const ffprobeNames = new Map<string, string>([
  ['avc', 'h264'],
  ['ulaw', 'pcm_mulaw'],
  ['alaw', 'pcm_alaw'],
  ['pcm-u8', 'pcm_u8'],
  ['pcm-s8', 'pcm_s8']
])

/** ffprobe's name of a codec; `unknown` for one that mediabunny does not know. Pure. */
export function nameOfCodec(codec: MediaCodec | null, container: string): string {
  if (codec === null) return 'unknown'
  // mediabunny does not tell layer 2 from layer 3 in a transport stream.
  if (codec === 'mp3' && container === 'mpegts') return 'mpeg audio'
  const pcm = /^pcm-([sf]\d+)(be)?$/.exec(codec)
  if (pcm !== null) return `pcm_${pcm[1]}${pcm[2] ?? 'le'}`
  return ffprobeNames.get(codec) ?? codec
}

/**
 * ffmpeg's name of the pixel format that a codec string (RFC 6381, e.g. `avc1.64001f`) stands for, where it is one of those
 * that every Chromium plays; else null. Pure.
 */
export function pixelFormatOf(codecString: string | null): string | null {
  const isEightBit420 = /^(avc[13]\.(42|4d|58|64)|vp8$|vp09\.00|av01\.0\.\w+\.08)/i.test(codecString ?? '')
  return isEightBit420 ? 'yuv420p' : null
}

/** The frame rate: the even one that the times lie on, else their average. Pure; `timesUs` ascend. */
export function rateOf(timesUs: Float64Array, metrics: FrameRateMetrics): { frameRate: FrameRate | null; isVariableFrameRate: boolean } {
  const spanUs = (timesUs.at(-1) ?? 0) - (timesUs[0] ?? 0)
  if (spanUs <= 0) return { frameRate: null, isVariableFrameRate: false }
  const average = ((timesUs.length - 1) * 1e6) / spanUs
  const even = metrics.underlyingFrameRate
  const isEven = even !== null && Math.abs(average / even - 1) < 0.001
  return { frameRate: toRate(isEven ? even : average), isVariableFrameRate: !isEven }
}

function toRate(framesPerSecond: number): FrameRate {
  const denominator = [1, 2, 1001].find((one) => Math.abs((framesPerSecond * one) / Math.round(framesPerSecond * one) - 1) < 1e-6) ?? 1000
  return { numerator: Math.round(framesPerSecond * denominator), denominator }
}
