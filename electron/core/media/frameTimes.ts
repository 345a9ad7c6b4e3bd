import type { TimeBase } from '#shared/model/exactTime'
import type { FrameTimes } from './mediaTools'
import { parseRate } from './parseProbe'

/** One packet of pictures, as ffprobe prints it with `-of compact=p=0`. */
export interface PacketLine {
  /** Presentation time in units of the stream's time base; decoding time where the file has no other; null where it has none. */
  time: number | null
  /** True where the file says that the frame is not shown (before an edit). */
  isDiscarded: boolean
  /** True where the reader says that bytes of it are wrong or missing. */
  isCorrupt: boolean
  /** Where it lies in the file; null where the file does not tell. */
  positionBytes: number | null
}

/** Reads `pts=3003|dts=0|flags=K_`; null for any other line. Pure. */
export function parsePacketLine(line: string): PacketLine | null {
  const flags = fieldOf(line, 'flags=')
  if (flags === null) return null
  return {
    time: parseTicks(fieldOf(line, 'pts=')) ?? parseTicks(fieldOf(line, 'dts=')),
    isDiscarded: flags.includes('D'),
    isCorrupt: flags.includes('C'),
    positionBytes: parseTicks(fieldOf(line, 'pos='))
  }
}

/** What stands after a name; looked up in the line itself, since a long recording has millions of them. */
function fieldOf(line: string, name: string): string | null {
  const at = line.startsWith(name) ? 0 : line.indexOf(`|${name}`) + 1
  if (at === 0 && !line.startsWith(name)) return null
  const end = line.indexOf('|', at)
  return line.slice(at + name.length, end === -1 ? undefined : end)
}

function parseTicks(text: string | null): number | null {
  const ticks = text !== null && /^-?\d+$/.test(text) ? Number(text) : NaN
  return Number.isSafeInteger(ticks) ? ticks : null
}

/** Reads a time base as ffprobe writes it, e.g. `1/90000`. Throws RangeError where it is no positive fraction. Pure. */
export function parseTimeBase(text: string): TimeBase {
  const base = parseRate(text)
  if (base === null) throw new RangeError(`not a time base: ${text}`)
  return base
}

/**
 * Makes the converter from ticks of `timeBase` to whole microseconds of footage time, rounded to the nearest, halves upward, in
 * exact arithmetic; `startUs` is where footage time 0 lies in the file's own counting. Pure.
 */
export function createTickConverter(timeBase: TimeBase, startUs: number): (ticks: number) => number {
  const common = greatestCommonDivisor(1_000_000 * timeBase.numerator, timeBase.denominator)
  const factor = (2_000_000 * timeBase.numerator) / common
  const divisor = (2 * timeBase.denominator) / common
  const mostTicks = (Number.MAX_SAFE_INTEGER - divisor) / factor
  const toBigUs = createBigTickConverter(timeBase)
  return (ticks) => {
    // Beyond what a number holds exactly; its own numbers are slow, and a long recording has millions of frames.
    if (Math.abs(ticks) > mostTicks) return toBigUs(ticks) - startUs
    const scaled = ticks * factor + divisor / 2
    const rest = scaled % divisor
    return (scaled - (rest < 0 ? rest + divisor : rest)) / divisor - startUs
  }
}

function createBigTickConverter(timeBase: TimeBase): (ticks: number) => number {
  const scale = BigInt(timeBase.numerator) * 2_000_000n
  const divisor = BigInt(timeBase.denominator) * 2n
  const half = BigInt(timeBase.denominator)
  return (ticks) => {
    const scaled = BigInt(ticks) * scale + half
    const whole = scaled / divisor
    return Number(scaled < 0n && scaled % divisor !== 0n ? whole - 1n : whole)
  }
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other)
}

/** The times of frames as whole microseconds of footage time. Pure. */
export function frameTimesUs(ticks: Float64Array, timeBase: TimeBase, startUs: number): Float64Array {
  return ticks.map(createTickConverter(timeBase, startUs))
}

/** Gathers ticks, as many as come, in eight bytes each. */
export function createTickList(): { add: (ticks: number) => void; count: () => number; taken: () => Float64Array } {
  let room = new Float64Array(4096)
  let count = 0
  return {
    add: (ticks) => {
      if (count === room.length) {
        const wider = new Float64Array(Math.ceil(room.length * 1.5))
        wider.set(room)
        room = wider
      }
      room[count] = ticks
      count += 1
    },
    count: () => count,
    taken: () => room.subarray(0, count)
  }
}

/**
 * Makes the frame times of a file out of the ticks at which its pictures are shown, in any order. Sorts, drops what lies before
 * the start, and keeps one of several packets of the same time (fields of one frame). Takes `ticks` over: they are sorted where
 * they are, since a second copy of a long recording's costs as much memory again.
 */
export function orderFrames(ticks: Float64Array, timeBase: TimeBase, startUs: number): Omit<FrameTimes, 'damage'> {
  const toUs = createTickConverter(timeBase, startUs)
  const timesUs = new Float64Array(ticks.length)
  let count = 0
  for (const tick of ticks.sort()) {
    const timeUs = toUs(tick)
    if (timeUs < 0 || (count > 0 && timeUs === timesUs[count - 1])) continue
    ticks[count] = tick
    timesUs[count] = timeUs
    count += 1
  }
  return { ticks: ticks.subarray(0, count), timeBase, startUs, timesUs: timesUs.subarray(0, count) }
}
