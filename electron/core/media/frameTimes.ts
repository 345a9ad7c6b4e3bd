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
  const fields = new Map(
    line.split('|').map((field): [string, string] => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)])
  )
  const flags = fields.get('flags')
  if (flags === undefined) return null
  return {
    time: parseTicks(fields.get('pts')) ?? parseTicks(fields.get('dts')),
    isDiscarded: flags.includes('D'),
    isCorrupt: flags.includes('C'),
    positionBytes: parseTicks(fields.get('pos'))
  }
}

function parseTicks(text: string | undefined): number | null {
  const ticks = text !== undefined && /^-?\d+$/.test(text) ? Number(text) : NaN
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
  const scale = BigInt(timeBase.numerator) * 2_000_000n
  const divisor = BigInt(timeBase.denominator) * 2n
  const half = BigInt(timeBase.denominator)
  return (ticks) => {
    const scaled = BigInt(ticks) * scale + half
    const whole = scaled / divisor
    return Number(scaled < 0n && scaled % divisor !== 0n ? whole - 1n : whole) - startUs
  }
}

/** The times of frames as whole microseconds of footage time. Pure. */
export function frameTimesUs(ticks: Float64Array, timeBase: TimeBase, startUs: number): Float64Array {
  return ticks.map(createTickConverter(timeBase, startUs))
}

/**
 * Makes the frame times of a file out of the ticks at which its pictures are shown, in any order. Sorts, drops what lies before
 * the start, and keeps one of several packets of the same time (fields of one frame). Pure.
 */
export function orderFrames(ticks: readonly number[], timeBase: TimeBase, startUs: number): Omit<FrameTimes, 'damage'> {
  const toUs = createTickConverter(timeBase, startUs)
  const ordered: Omit<FrameTimes, 'damage'> = { ticks: [], timeBase, startUs, timesUs: [] }
  for (const tick of Float64Array.from(ticks).sort()) {
    const timeUs = toUs(tick)
    if (timeUs < 0 || timeUs === ordered.timesUs.at(-1)) continue
    ordered.ticks.push(tick)
    ordered.timesUs.push(timeUs)
  }
  return ordered
}
