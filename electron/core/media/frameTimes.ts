import { parseRate } from './parseProbe'

/** One packet of pictures, as ffprobe prints it with `-of compact=p=0`. */
export interface PacketLine {
  /** Presentation time in units of the stream's time base; decoding time where the file has no other; null where it has none. */
  time: bigint | null
  /** True where the file says that the frame is not shown (before an edit). */
  isDiscarded: boolean
}

/** Reads `pts=3003|dts=0|flags=K_`; null for any other line. Pure. */
export function parsePacketLine(line: string): PacketLine | null {
  const fields = new Map(
    line.split('|').map((field): [string, string] => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)])
  )
  const flags = fields.get('flags')
  if (flags === undefined) return null
  return { time: parseTicks(fields.get('pts')) ?? parseTicks(fields.get('dts')), isDiscarded: flags.includes('D') }
}

function parseTicks(text: string | undefined): bigint | null {
  return text !== undefined && /^-?\d+$/.test(text) ? BigInt(text) : null
}

/**
 * Makes the converter from ticks of `timeBase` (e.g. `1/90000`) to whole microseconds of footage time, rounded to the nearest,
 * halves upward, in exact arithmetic. Pure.
 * @throws RangeError where the time base is no positive fraction.
 */
export function createTickConverter(timeBase: string, startUs: number): (ticks: bigint) => number {
  const base = parseRate(timeBase)
  if (base === null) throw new RangeError(`not a time base: ${timeBase}`)
  const scale = BigInt(base.numerator) * 2_000_000n
  const divisor = BigInt(base.denominator) * 2n
  const half = BigInt(base.denominator)
  return (ticks) => {
    const scaled = ticks * scale + half
    const whole = scaled / divisor
    return Number(scaled < 0n && scaled % divisor !== 0n ? whole - 1n : whole) - startUs
  }
}

/** Sorts, drops what lies before the start, and keeps one of several packets of the same time (fields of one frame). Pure. */
export function orderTimes(timesUs: number[]): number[] {
  const sorted = Float64Array.from(timesUs).sort()
  const ordered: number[] = []
  for (const timeUs of sorted) if (timeUs >= 0 && timeUs !== ordered.at(-1)) ordered.push(timeUs)
  return ordered
}
