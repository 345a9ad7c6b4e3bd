import { EncodedPacketSink } from 'mediabunny'
import type { FileReader } from './fileReader'
import { createTickList, orderFrames } from './frameTimes'
import type { FileProbe, FrameTimes, OnProgress } from './mediaTools'
import { nameOfCodec, pixelFormatOf, rateOf } from './mediabunnyNames'
import { needsFfmpeg, withContainer, type OpenContainer } from './openContainer'
import { readMatroskaFacts } from './readMatroskaFacts'
import { readMovieFacts, type MovieFacts } from './readMovieFacts'
import { englishOf } from '#shared/messages/messagesOf'
import { worded } from '#shared/messages/worded'

const kept = englishOf('damage')

/** Goes into the record of each footage; must be the version in package.json, which a test checks. */
export const mediabunnyVersion = '1.61.0'

/** Seconds; frames are stored out of order by less than that. */
const largestStepBack = 1
const widestPicture = 2.4
const progressEveryPackets = 500

/** What the container knows beside its packets. */
interface Facts {
  createdAtMs: number | null
  /** The moment in the file's own time that is footage time 0. Seconds; ffprobe's `start_time`. */
  startSeconds: number
  movie: MovieFacts | null
}

/**
 * Reads MP4, MOV, MKV, WebM and MPEG-TS without ffprobe. Times are those that ffprobe gives, frame for frame; a file for
 * which that is not certain is refused with `ffmpeg_unavailable`. The bytes inside a frame are not looked at for damage.
 */
export function createMediabunnyReader(): FileReader {
  return {
    probe: (path, signal) =>
      withContainer(path, signal, async (file) => {
        const facts = await readFacts(file)
        return describeFile(file, facts, (await readTimes(file, facts, { isIndexOnly: true, signal })).timesUs)
      }),
    readFrameTimes: (path, signal, onProgress) =>
      withContainer(path, signal, async (file) => {
        const facts = await readFacts(file)
        const frames = await readTimes(file, facts, { isIndexOnly: false, signal, onProgress })
        const named = file.container.startsWith('mov') ? await readTimes(file, facts, { isIndexOnly: true, signal }) : frames
        onProgress?.(1)
        const missing = named.ticks.length - frames.ticks.length
        const what = kept('framesMissing', { count: named.ticks.length, missing })
        const fromUs = frames.timesUs.at(-1) ?? 0
        return { ...frames, damage: missing > 0 ? [{ fromUs, toUs: named.timesUs.at(-1) ?? null, what }] : [] }
      })
  }
}

async function describeFile(file: OpenContainer, facts: Facts, timesUs: Float64Array): Promise<FileProbe> {
  const { video, audio } = file
  const codec = await video.getCodec()
  const heightPx = await video.getCodedHeight()
  const widthPx = await video.getCodedWidth()
  if (codec === null) throw needsFfmpeg(file.path, worded('problems', 'picturesNotKnown'))
  // mediabunny gives half the height of interlaced pictures in a transport stream.
  if (file.container === 'mpegts' && widthPx / heightPx > widestPicture) throw needsFfmpeg(file.path, worded('problems', 'maybeInterlaced'))
  const [sound] = audio
  return {
    container: file.container,
    videoCodec: nameOfCodec(codec, file.container),
    audioCodec: sound === undefined ? null : nameOfCodec(await sound.getCodec(), file.container),
    audioTrackCount: audio.length,
    durationUs: await durationUs(file, facts),
    ...rateOf(timesUs, await video.computeFrameRateMetrics()),
    widthPx,
    heightPx,
    rotationDegrees: await video.getRotation(),
    recordedAt: await recordedAt(file, facts),
    damage: [],
    pixelFormat: pixelFormatOf(await video.getCodecParameterString()),
    startUs: Math.round(facts.startSeconds * 1e6),
    readBy: `mediabunny ${mediabunnyVersion}`
  }
}

/** To the end of the last picture or sound, but in MKV and WebM what the header states: as ffprobe's answer is read. */
async function durationUs({ container, input, video, audio }: OpenContainer, { startSeconds }: Facts): Promise<number> {
  const stated = container === 'matroska,webm' ? await video.getDurationFromMetadata() : null
  const seconds = stated ?? (await input.computeDuration([video, ...audio])) - startSeconds
  return Math.max(0, Math.round(seconds * 1e6))
}

async function recordedAt({ input }: OpenContainer, { createdAtMs }: Facts): Promise<string | null> {
  const { raw } = await input.getMetadataTags()
  const stated = raw?.['com.apple.quicktime.creationdate']
  const statedMs = typeof stated === 'string' && /T.*(Z|[+-]\d\d:?\d\d)$/.test(stated) ? Date.parse(stated) : NaN
  const timeMs = statedMs > 0 ? statedMs : createdAtMs
  return timeMs === null ? null : new Date(timeMs).toISOString()
}

/** Reads where the file's time begins, as ffprobe counts it, and refuses what the two readers count differently. */
async function readFacts(file: OpenContainer): Promise<Facts> {
  const { path, container, video, videoCount, audio } = file
  const videoStart = await video.getFirstTimestamp()
  const audioStarts = await Promise.all(audio.map((track) => track.getFirstTimestamp()))
  if (container === 'mpegts') return { createdAtMs: null, startSeconds: Math.min(videoStart, ...audioStarts), movie: null }
  if (container === 'matroska,webm') {
    const matroska = await readMatroskaFacts(path)
    if (matroska?.codecDelaysNs.length !== audio.length) throw needsFfmpeg(path, worded('problems', 'headerNotWhole'))
    const unitSeconds = matroska.unitNs / 1e9
    const starts = audioStarts.map(
      (start, index) => start - Math.round((matroska.codecDelaysNs[index] ?? 0) / matroska.unitNs) * unitSeconds
    )
    return { createdAtMs: matroska.createdAtMs, startSeconds: Math.min(videoStart, ...starts), movie: null }
  }
  const movie = await readMovieFacts(path)
  if (movie === null) throw needsFfmpeg(path, worded('problems', 'indexNotWhole'))
  const soundCount = movie.tracks.filter(({ kind }) => kind === 'soun').length
  const pictureCount = movie.tracks.filter(({ kind }) => kind === 'vide').length
  if (soundCount !== audio.length || pictureCount !== videoCount) throw needsFfmpeg(path, worded('problems', 'trackDamaged'))
  const hasShift = movie.tracks.some(({ edits }) => edits.some(({ mediaTime }) => mediaTime !== 0))
  if (movie.isFragmented && hasShift) throw needsFfmpeg(path, worded('problems', 'shiftedFragments'))
  // Sound that begins before zero is the codec's run-in, which is not played.
  const startSeconds = Math.min(Math.max(0, videoStart), ...audioStarts.map((start) => Math.max(0, start)))
  const isUnsure = startSeconds > 0 && (startSeconds < videoStart || movie.tracks.length > 1 + audio.length)
  if (isUnsure) throw needsFfmpeg(path, worded('problems', 'otherBeginsIt'))
  return { createdAtMs: movie.createdAtMs, startSeconds, movie }
}

/** Footage times of the shown frames; with `isIndexOnly` those that the index names, else those whose bytes are in the file. */
async function readTimes(
  { path, container, video }: OpenContainer,
  { startSeconds, movie }: Facts,
  { isIndexOnly, signal, onProgress }: { isIndexOnly: boolean; signal: AbortSignal; onProgress?: OnProgress | undefined }
): Promise<Omit<FrameTimes, 'damage'>> {
  const resolution = await video.getTimeResolution()
  if (!Number.isSafeInteger(resolution)) throw needsFfmpeg(path, worded('problems', 'oddTimeUnit'))
  const endSeconds = (await video.getDurationFromMetadata()) ?? 0
  const endTicks = movie === null ? Infinity : endOfEdit(movie, resolution)
  const shown = createTickList()
  let latest = -Infinity
  for await (const { timestamp } of new EncodedPacketSink(video).packets(undefined, undefined, { metadataOnly: isIndexOnly })) {
    signal.throwIfAborted()
    if (movie !== null && timestamp < 0) throw needsFfmpeg(path, worded('problems', 'beginningCutOff'))
    // ffprobe shifts such a file by an amount that mediabunny does not tell, where its offsets are negative.
    if (movie?.isFragmented === true && timestamp < latest) throw needsFfmpeg(path, worded('problems', 'fragmentsOutOfOrder'))
    if (timestamp < latest - largestStepBack) throw needsFfmpeg(path, worded('problems', 'clockJumpsBack'))
    latest = Math.max(latest, timestamp)
    const ticks = Math.round(timestamp * resolution)
    if (ticks < endTicks) shown.add(ticks)
    if (shown.count() % progressEveryPackets === 0 && timestamp < endSeconds) onProgress?.(timestamp / endSeconds)
  }
  const ordered = orderFrames(shown.taken(), { numerator: 1, denominator: resolution }, Math.round(startSeconds * 1e6))
  if (ordered.ticks.length === 0) throw needsFfmpeg(path, worded('problems', 'noFrameInIt'))
  if (ordered.ticks.length < shown.count()) {
    const why = container === 'mpegts' ? worded('problems', 'picturesInterlaced') : worded('problems', 'picturesAtOneTime')
    throw needsFfmpeg(path, why)
  }
  return ordered
}

/** When the part that the edit list shows is over, in ticks of the pictures' track; a frame that begins then is not shown. */
function endOfEdit(movie: MovieFacts, resolution: number): number {
  const edits = movie.tracks.find(({ kind }) => kind === 'vide')?.edits ?? []
  const shown = edits.find(({ mediaTime }) => mediaTime >= 0)
  if (shown === undefined || shown.duration === 0) return Infinity
  const pause = edits.filter(({ mediaTime }) => mediaTime < 0).reduce((sum, { duration }) => sum + duration, 0)
  return Math.round((pause * resolution) / movie.timeScale) + Math.round((shown.duration * resolution) / movie.timeScale)
}
