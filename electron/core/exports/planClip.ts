import type { ClipPart, ClipPlan, ClipRange, ClipWay } from '#shared/model/clip'
import { englishOf } from '#shared/messages/messagesOf'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import type { CutSource } from '../media'
import { closedKeyframes } from '../media'

const warning = englishOf('clipWarnings')

const mp4Pictures = new Set(['h264', 'hevc', 'mpeg4', 'av1', 'vp9', 'mjpeg', 'mpeg1video', 'mpeg2video'])
const mp4Sound = new Set(['aac', 'mp3', 'ac3', 'eac3', 'opus', 'flac', 'alac'])
const losslessFormats = /^(yuvj?4(20|22|44)p(10le)?|nv12|gray)$/

/**
 * Plans a clip: where it really begins and ends, and what is copied or encoded anew. Pure. `asked` lies in the footage, and is not empty.
 * @throws ProblemError `invalid_input` where pictures cannot be copied at keyframes.
 */
export function planClip(source: CutSource, asked: ClipRange, way: ClipWay): ClipPlan {
  if (way === 'keyframes') return planKeyframes(source, asked)
  const real = shownRange(source, asked)
  const parts = way === 'exact' ? (copiedMiddle(source, real) ?? [part(source, 'lossless', real)]) : [part(source, 'lossy', real)]
  const isFrameExact = way === 'exact' && losslessFormats.test(source.pixelFormat ?? '')
  const warnings = way === 'exact' ? exactWarnings(source, parts, isFrameExact) : bannerWarnings()
  const sound = way === 'exact' ? soundOf(source, 'mp4') : source.audioCodecs.length === 0 ? 'none' : 're-encoded'
  return finish(source, { way, asked, real, parts, sound, container: 'mp4', isFrameExact, warnings })
}

function planKeyframes(source: CutSource, asked: ClipRange): ClipPlan {
  const closed = closedKeyframes(source.packets)
  const shown = shownRange(source, asked)
  const inUs = closed.findLast((timeUs) => timeUs <= shown.inUs) ?? closed.find((timeUs) => timeUs < shown.outUs)
  const outUs = closed.find((timeUs) => timeUs >= shown.outUs) ?? source.endUs
  const real = { inUs: inUs ?? 0, outUs }
  if (inUs === undefined || !isAllShown(source, real)) {
    throw new ProblemError('invalid_input', problemWords('noKeyframe'))
  }
  const container = mp4Pictures.has(source.videoCodec) ? 'mp4' : 'mkv'
  const late = inUs > shown.inUs ? [warning('beginsLate', { seconds: seconds(inUs - shown.inUs) })] : []
  const sound = soundOf(source, container)
  return finish(source, {
    ...{ way: 'keyframes', asked, real, parts: [part(source, 'copied', real)], sound, container, isFrameExact: true },
    warnings: late
  })
}

/** The parts of an exact clip with a copied middle; null where nothing can be copied. */
function copiedMiddle(source: CutSource, real: ClipRange): ClipPart[] | null {
  const { restartUs } = source
  const isToEnd = real.outUs === source.endUs
  const lastClosed = isToEnd ? real.outUs : closedKeyframes(source.packets).findLast((timeUs) => timeUs <= real.outUs)
  if (restartUs === null || lastClosed === undefined || lastClosed <= restartUs || !losslessFormats.test(source.pixelFormat ?? ''))
    return null
  const middle = { inUs: restartUs, outUs: lastClosed }
  if (!isAllShown(source, middle)) return null
  return [
    ...(real.inUs < middle.inUs ? [part(source, 'lossless', { inUs: real.inUs, outUs: middle.inUs })] : []),
    part(source, 'copied', middle),
    ...(middle.outUs < real.outUs ? [part(source, 'lossless', { inUs: middle.outUs, outUs: real.outUs })] : [])
  ]
}

/** From the frame that is on screen at the start up to the first frame that is not before the end. */
function shownRange(source: CutSource, { inUs, outUs }: ClipRange): ClipRange {
  const times = shownTimes(source)
  const first = times.findLast((timeUs) => timeUs <= inUs) ?? times[0]
  if (first === undefined) {
    throw new ProblemError('time_outside_footage', problemWords('noPictureInRange'))
  }
  return { inUs: first, outUs: times.find((timeUs) => timeUs >= outUs && timeUs > first) ?? source.endUs }
}

function shownTimes(source: CutSource): number[] {
  const times = source.packets.filter((packet) => packet.isShown).map((packet) => packet.timeUs)
  return [...new Set(times)].sort((a, b) => a - b)
}

function part(source: CutSource, kind: ClipPart['kind'], { inUs, outUs }: ClipRange): ClipPart {
  const frameCount = shownTimes(source).filter((timeUs) => timeUs >= inUs && timeUs < outUs).length
  return { kind, inUs, outUs, frameCount, packetCount: kind === 'copied' ? packetsOf(source, { inUs, outUs }).length : frameCount }
}

/** The coded pictures from one keyframe up to another, or the end, in the file's order. */
function packetsOf(source: CutSource, { inUs, outUs }: ClipRange) {
  const indexOf = (keyUs: number) => source.packets.findIndex((packet) => packet.isKeyframe && packet.timeUs === keyUs)
  const end = indexOf(outUs)
  return source.packets.slice(indexOf(inUs), end === -1 ? undefined : end)
}

function isAllShown(source: CutSource, range: ClipRange): boolean {
  return packetsOf(source, range).every((packet) => packet.isShown)
}

function soundOf(source: CutSource, container: ClipPlan['container']): ClipPlan['sound'] {
  if (source.audioCodecs.length === 0) return 'none'
  return container === 'mkv' || source.audioCodecs.every((codec) => mp4Sound.has(codec)) ? 'copied' : 're-encoded'
}

function finish(source: CutSource, plan: Omit<ClipPlan, 'frameCount'>): ClipPlan {
  const soundNote =
    plan.sound === 're-encoded' && plan.way !== 'banner' ? [warning('soundAnew', { codecs: source.audioCodecs.join(', ') })] : []
  const frameCount = plan.parts.reduce((sum, one) => sum + one.frameCount, 0)
  return { ...plan, frameCount, warnings: [...plan.warnings, ...soundNote] }
}

function exactWarnings(source: CutSource, parts: readonly ClipPart[], isFrameExact: boolean): string[] {
  const edges = parts.filter((one) => one.kind === 'lossless')
  const isWhole = edges.length === parts.length
  const whole = source.videoCodec === 'h264' ? warning('noKeyframe') : warning('notH264', { codec: source.videoCodec })
  const edgeUs = edges.reduce((sum, one) => sum + one.outUs - one.inUs, 0)
  return [
    ...(isWhole ? [whole] : []),
    ...(isFrameExact ? [] : [warning('coloursConverted', { pixelFormat: source.pixelFormat ?? '?' })]),
    ...(edgeUs === 0
      ? []
      : [
          isWhole
            ? warning('allLossless')
            : warning('edgesLossless', { seconds: seconds(edgeUs), edges: edges.length === 1 ? 'one' : 'several' })
        ])
  ]
}

function bannerWarnings(): string[] {
  return [warning('allAnew')]
}

const seconds = (timeUs: number) => (timeUs / 1e6).toFixed(2)
