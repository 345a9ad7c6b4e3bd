import { resolve } from 'node:path'
import type { Tool } from '#shared/rpc/diagnostics'
import { fileUrl, guardArguments } from './inputArguments'
import { hasWriteError, mediaProblem } from './mediaProblem'
import type { SoundPiece } from './mediaTools'
import { createPacketListReader, ticksToUs, type ListedPacket } from './packetList'
import { microseconds } from './parseProbe'
import type { RawProbe } from './rawProbe'
import { runProgram } from './runProgram'

const leastLimitMs = 10 * 60_000
const limitPerSecondMs = 1000
const bytesPerSample = 2

/**
 * Decodes the first sound track to one channel of 16 bits, at its own rate, and hands it on. The samples come on standard output, the
 * time of each packet of them on standard error, so that a stretch that the file leaves out is no silence.
 * A track that breaks off is handed on as far as it goes.
 * @throws ProblemError as `mediaProblem` makes it, and what `onPiece` throws.
 */
export async function streamSound(
  ffmpeg: Tool,
  raw: RawProbe,
  path: string,
  signal: AbortSignal,
  onPiece: (piece: SoundPiece) => void
): Promise<{ trackCount: number }> {
  const trackCount = raw.streams.filter((stream) => stream.codec_type === 'audio').length
  if (trackCount === 0) return { trackCount }
  const footageStartUs = microseconds(raw.format.start_time)
  const list = createPacketListReader()
  const chunks = createByteQueue()
  const packets: ListedPacket[] = []
  let firstPacket = 0
  const taken = { packetCount: 0 }

  function handOn(): void {
    const { timeBase, samplesPerSecond } = list.head
    if (timeBase === null || samplesPerSecond === null) return
    for (let packet = packets[firstPacket]; packet !== undefined && chunks.sizeBytes() >= packet.sizeBytes; packet = packets[firstPacket]) {
      firstPacket += 1
      taken.packetCount += 1
      onPiece({
        samples: chunks.takeSamples(packet.sizeBytes),
        samplesPerSecond,
        startUs: ticksToUs(packet.ticks, timeBase) - footageStartUs
      })
    }
    if (firstPacket < 1024) return
    packets.splice(0, firstPacket)
    firstPacket = 0
  }

  const limitMs = Math.max(leastLimitMs, (microseconds(raw.format.duration) / 1e6) * limitPerSecondMs)
  const run = await runProgram(ffmpeg.path, planArguments(path), {
    limitMs,
    signal,
    onBytes: (bytes) => {
      chunks.add(bytes)
      handOn()
    },
    onErrorLine: (line) => {
      const packet = list.read(line)
      if (packet === null) return undefined
      if (packet !== 'head') packets.push(packet)
      return 'taken'
    }
  })
  const failure = { ...run, path: resolve(path), task: 'taskReadSound' as const, limitMs }
  if (run.end !== 'exited' || run.exitCode === null || hasWriteError(run.stderr)) throw mediaProblem(failure)
  handOn()
  if (taken.packetCount === 0 && run.exitCode !== 0) throw mediaProblem(failure)
  return { trackCount }
}

function planArguments(path: string): string[] {
  return [
    ...['-v', 'error', '-hide_banner', '-nostdin', '-nostats', ...guardArguments, '-copyts', '-i', fileUrl(path)],
    // Written when a block is full: a write for each packet takes half as long again.
    ...['-map', '0:a:0', '-ac', '1', '-c:a', 'pcm_s16le'],
    ...['-f', 'tee', '[f=s16le:flush_packets=0]pipe:1|[f=framecrc:flush_packets=0]pipe:2']
  ]
}

/** Bytes in the order in which they came, taken out in samples, which hold until the next are taken. */
function createByteQueue(): { add: (bytes: Buffer) => void; sizeBytes: () => number; takeSamples: (sizeBytes: number) => Int16Array } {
  let chunks: Buffer[] = []
  let offset = 0
  let total = 0
  // One room for all packets: an hour has 170,000 of them.
  let room = Buffer.alloc(0)
  return {
    add: (bytes) => {
      chunks.push(bytes)
      total += bytes.length
    },
    sizeBytes: () => total,
    takeSamples: (sizeBytes) => {
      if (room.length < sizeBytes) room = Buffer.allocUnsafeSlow(sizeBytes)
      let filled = 0
      while (filled < sizeBytes && chunks[0] !== undefined) {
        const part = chunks[0].subarray(offset, offset + sizeBytes - filled)
        part.copy(room, filled)
        filled += part.length
        offset += part.length
        if (offset < chunks[0].length) continue
        chunks = chunks.slice(1)
        offset = 0
      }
      total -= filled
      return new Int16Array(room.buffer, 0, Math.floor(sizeBytes / bytesPerSample))
    }
  }
}
