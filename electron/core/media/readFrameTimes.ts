import { resolve } from 'node:path'
import type { Damage } from '#shared/model/footage'
import type { Tool } from '#shared/rpc/diagnostics'
import { englishOf } from '#shared/messages/messagesOf'
import { worded } from '#shared/messages/worded'
import { joinDamage, placeComplaints, type PacketPlaces } from './findDamage'
import { createTickConverter, createTickList, orderFrames, parsePacketLine, parseTimeBase } from './frameTimes'
import { fileUrl, guardArguments } from './inputArguments'
import { mediaProblem, plainLine, unreadable } from './mediaProblem'
import type { FrameTimes, OnProgress } from './mediaTools'
import { microseconds, videoStream } from './parseProbe'
import type { RawProbe } from './rawProbe'
import { runProgram } from './runProgram'

const wholeFileLimitMs = 60 * 60_000
const damageLineLimit = 20
const progressEveryPackets = 500
/** Of every so many packets the place is kept, to tell when a damaged byte would be shown. */
const placeEveryPackets = 20
/** A place without a known end is shown at least this long. */
const shortestPlaceUs = 40_000
const corrupt = englishOf('damage')('corrupt')

interface Window {
  fromUs: number
  toUs: number
}

/**
 * Reads the times of the shown frames, of the whole file or of a window of footage time (then from the keyframe before it).
 * The packets are read line by line, so that a long file costs one number per frame.
 * @throws ProblemError as `mediaProblem` makes it. A read that breaks off after some frames is damage, no error.
 */
export async function readFrameTimes(
  ffprobe: Tool,
  path: string,
  raw: RawProbe,
  options: { signal: AbortSignal; onProgress?: OnProgress | undefined; window?: Window }
): Promise<FrameTimes> {
  const video = videoStream(raw)
  if (video === null) return { ...orderFrames(new Float64Array(), { numerator: 1, denominator: 1 }, 0), damage: [] }
  const startUs = microseconds(raw.format.start_time)
  const timeBase = parseTimeBase(video.time_base ?? '')
  const toUs = createTickConverter(timeBase, startUs)
  const sizeBytes = Number(raw.format.size ?? 0)
  const ticks = createTickList()
  const places: PacketPlaces[] = []
  const damage: Damage[] = []
  const complaints = new Set<string>()
  let packetCount = 0

  function onLine(line: string): void {
    const packet = parsePacketLine(line)
    if (packet === null) return
    if (!packet.isDiscarded && packet.time !== null) ticks.add(packet.time)
    const timeUs = packet.time === null ? null : Math.max(0, toUs(packet.time))
    if (packet.isCorrupt && timeUs !== null && damage.length < damageLineLimit) {
      damage.push({ fromUs: timeUs, toUs: timeUs + shortestPlaceUs, what: corrupt })
    }
    packetCount += 1
    const { positionBytes } = packet
    if (positionBytes === null) return
    if (packetCount % placeEveryPackets === 1 && timeUs !== null) places.push({ positionBytes, timeUs })
    if (packetCount % progressEveryPackets === 0 && positionBytes <= sizeBytes) options.onProgress?.(positionBytes / sizeBytes)
  }

  const args = [
    ...['-v', 'error', '-hide_banner', ...guardArguments, '-select_streams', String(video.index)],
    ...(options.window === undefined ? [] : ['-read_intervals', intervalOf(options.window, startUs)]),
    ...['-show_entries', 'packet=pts,dts,pos,flags', '-of', 'compact=p=0', '-i', fileUrl(path)]
  ]
  const run = await runProgram(ffprobe.path, args, {
    limitMs: wholeFileLimitMs,
    signal: options.signal,
    onLine,
    onErrorLine: (line) => {
      if (complaints.size < damageLineLimit && line.trim() !== '') complaints.add(plainLine(line, resolve(path)))
    }
  })
  const hasFailed = run.end !== 'exited' || (run.exitCode !== 0 && ticks.count() === 0)
  if (hasFailed) throw mediaProblem({ ...run, path: resolve(path), task: 'taskReadFrames', limitMs: wholeFileLimitMs })
  if (ticks.count() === 0 && options.window === undefined) throw unreadable(raw.format.format_name, worded('problems', 'noShownFrame'))
  options.onProgress?.(1)
  return { ...orderFrames(ticks.taken(), timeBase, startUs), damage: joinDamage([...damage, ...placeComplaints([...complaints], places)]) }
}

/** ffprobe takes the file's own time, in seconds. */
function intervalOf(window: Window, startUs: number): string {
  return `${((window.fromUs + startUs) / 1e6).toFixed(6)}%${((window.toUs + startUs) / 1e6).toFixed(6)}`
}
