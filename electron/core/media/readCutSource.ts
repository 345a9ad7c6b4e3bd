import { resolve } from 'node:path'
import type { Tool } from '#shared/rpc/diagnostics'
import { worded } from '#shared/messages/worded'
import { closedKeyframes, isIdr } from './cutPackets'
import { createTickConverter, parsePacketLine, parseTimeBase } from './frameTimes'
import { fileUrl, guardArguments } from './inputArguments'
import { mediaProblem, unreadable } from './mediaProblem'
import type { CutPacket, CutSource } from './mediaTools'
import { microseconds, videoStream } from './parseProbe'
import type { RawProbe, RawStream } from './rawProbe'
import { runProgram } from './runProgram'

const readLimitMs = 60 * 60_000
/** How far around the range its keyframes are looked for, one after the other. Cameras write one every second or few. */
const marginsUs = [0, 4_000_000, 30_000_000, Infinity]
const unsureUs = 1_000_000
/** How many keyframes are asked whether a decoder can start at them. */
const mostRestartsAsked = 8
const lookBackSeconds = 3
const dumpLineLimit = 400

/**
 * Reads the coded pictures in and around a range of footage time, without decoding any.
 * @throws ProblemError as `mediaProblem` makes it.
 */
export async function readCutSource(
  ffprobe: Tool,
  path: string,
  raw: RawProbe,
  range: { inUs: number; outUs: number },
  signal: AbortSignal
): Promise<CutSource> {
  const video = videoStream(raw)
  if (video === null) throw unreadable(raw.format.format_name, worded('problems', 'noMovingPicture'))
  const around = await readAround(ffprobe, { path, raw, video, range, signal })
  const shown = around.filter((packet) => packet.isShown)
  const lastUs = shown.reduce((latest, packet) => Math.max(latest, packet.timeUs), 0)
  const headerEndUs = microseconds(video.start_time) + microseconds(video.duration) - microseconds(raw.format.start_time)
  return {
    packets: around,
    videoCodec: video.codec_name ?? 'unknown',
    pixelFormat: video.pix_fmt ?? null,
    audioCodecs: raw.streams.filter((stream) => stream.codec_type === 'audio').map((stream) => stream.codec_name ?? 'unknown'),
    endUs: Math.max(headerEndUs, lastUs + 1),
    restartUs: video.codec_name === 'h264' ? await firstRestart(ffprobe, { path, raw, video, range, signal }, around) : null
  }
}

interface Reading {
  path: string
  raw: RawProbe
  video: RawStream
  range: { inUs: number; outUs: number }
  signal: AbortSignal
}

/** Reads further and further around the range until a closed keyframe lies on both sides of it, or the file ends. */
async function readAround(ffprobe: Tool, reading: Reading): Promise<CutPacket[]> {
  const { inUs, outUs } = reading.range
  let before = 0
  let after = 1
  for (;;) {
    const fromUs = Math.max(0, inUs - (marginsUs[before] ?? Infinity))
    const toUs = outUs + (marginsUs[after] ?? Infinity)
    const packets = await readPackets(ffprobe, reading, { fromUs, toUs })
    const closed = closedKeyframes(packets)
    const isStartIn = fromUs === 0 || closed.some((timeUs) => timeUs <= inUs)
    // Of a keyframe at the very end of what was read, it is not known what follows it.
    const isEndIn = toUs === Infinity || closed.some((timeUs) => timeUs >= outUs && timeUs <= toUs - unsureUs)
    if (isStartIn && isEndIn) return packets
    if (!isStartIn) before += 1
    if (!isEndIn) after += 1
  }
}

async function readPackets(ffprobe: Tool, reading: Reading, window: { fromUs: number; toUs: number }): Promise<CutPacket[]> {
  const startUs = microseconds(reading.raw.format.start_time)
  const toUs = createTickConverter(parseTimeBase(reading.video.time_base ?? ''), startUs)
  const seconds = (timeUs: number) => ((timeUs + startUs) / 1e6).toFixed(6)
  const end = window.toUs === Infinity ? '' : seconds(window.toUs)
  // From the very start ffprobe reads without a seek, and so also what lies before the first edit.
  const interval = window.fromUs === 0 ? `%${end}` : `${seconds(window.fromUs)}%${end}`
  const packets: CutPacket[] = []
  await probeLines(
    ffprobe,
    reading,
    ['-read_intervals', interval, '-show_entries', 'packet=pts,dts,flags', '-of', 'compact=p=0'],
    (line) => {
      const packet = parsePacketLine(line)
      if (packet === null || packet.time === null) return
      const timeUs = toUs(packet.time)
      packets.push({ timeUs, isKeyframe: line.includes('flags=K'), isShown: !packet.isDiscarded && timeUs >= 0 })
    }
  )
  return packets
}

/** A keyframe may also be one at which a decoder can join in, but which leans on what was set up before; only its bytes tell. */
async function firstRestart(ffprobe: Tool, reading: Reading, packets: readonly CutPacket[]): Promise<number | null> {
  const shownUs = packets.reduce(
    (latest, { timeUs, isShown }) => (isShown && timeUs <= reading.range.inUs ? Math.max(latest, timeUs) : latest),
    0
  )
  const candidates = closedKeyframes(packets).filter((timeUs) => timeUs >= shownUs && timeUs < reading.range.outUs)
  const startUs = microseconds(reading.raw.format.start_time)
  const converter = createTickConverter(parseTimeBase(reading.video.time_base ?? ''), startUs)
  for (const timeUs of candidates.slice(0, mostRestartsAsked)) {
    const at = (timeUs + startUs) / 1e6
    // Where a seek lands after the keyframe, as in MPEG-TS, it is looked for from well before.
    for (const interval of [`${at.toFixed(6)}%+#1`, `${Math.max(0, at - lookBackSeconds).toFixed(6)}%${(at + 0.001).toFixed(6)}`]) {
      const bytes = await firstBytes(ffprobe, reading, interval, (ticks) => converter(ticks) === timeUs)
      if (bytes.length > 0 && isIdr(bytes)) return timeUs
      if (bytes.length > 0) break
    }
  }
  return null
}

/** The first lines of the dump of the packet whose time is the one looked for; none where it is not in the interval. */
async function firstBytes(ffprobe: Tool, reading: Reading, interval: string, isIt: (ticks: number) => boolean): Promise<string[]> {
  const bytes: string[] = []
  let isInIt = false
  const args = ['-read_intervals', interval, '-show_data', '-show_entries', 'packet=pts,dts,flags,data', '-of', 'default=nw=1']
  await probeLines(ffprobe, reading, args, (line) => {
    const pts = /^pts=(-?\d+)$/.exec(line)?.[1]
    if (line.startsWith('pts=')) isInIt = pts !== undefined && isIt(Number(pts))
    if (isInIt && bytes.length < dumpLineLimit) bytes.push(line)
  })
  return bytes
}

async function probeLines(ffprobe: Tool, { path, video, signal }: Reading, args: string[], onLine: (line: string) => void): Promise<void> {
  const all = ['-v', 'error', '-hide_banner', ...guardArguments, '-select_streams', String(video.index), ...args, '-i', fileUrl(path)]
  const run = await runProgram(ffprobe.path, all, { limitMs: readLimitMs, signal, onLine })
  if (run.end !== 'exited') throw mediaProblem({ ...run, path: resolve(path), task: 'taskReadFrames', limitMs: readLimitMs })
}
