/** What ffmpeg's framecrc output tells before its packets: the clock and, for pictures, their size. */
export interface PacketListHead {
  /** Seconds per tick, as a fraction. */
  timeBase: { numerator: number; denominator: number } | null
  samplesPerSecond: number | null
  widthPx: number | null
  heightPx: number | null
}

/** One packet that ffmpeg wrote: its presentation time in ticks, and its size. */
export interface ListedPacket {
  ticks: number
  sizeBytes: number
}

/**
 * Reads the lines of ffmpeg's framecrc output, which tells the time of each packet that another output is given at the same time.
 * The reader answers with the packet of a line, `head` for a line of the head, and null for any other line, e.g. a complaint.
 */
export function createPacketListReader(): { head: PacketListHead; read: (line: string) => ListedPacket | 'head' | null } {
  const head: PacketListHead = { timeBase: null, samplesPerSecond: null, widthPx: null, heightPx: null }

  function readHead(line: string): 'head' | null {
    const match = /^#(\w+)(?: 0)?: (\S+)/.exec(line)
    const [, name, value = ''] = match ?? []
    const [one, other] = value.split(/[/x]/).map(Number)
    if (name === 'tb') head.timeBase = { numerator: one ?? 0, denominator: other ?? 1 }
    if (name === 'sample_rate') head.samplesPerSecond = one ?? null
    if (name === 'dimensions') Object.assign(head, { widthPx: one ?? null, heightPx: other ?? null })
    return match === null ? null : 'head'
  }

  return {
    head,
    read: (line) => {
      if (line.startsWith('#')) return readHead(line)
      // e.g. `0,          0,          0,     1024,     2048, 0x1a921b9f`; split by hand, since a long file has hundreds of thousands.
      if (!line.startsWith('0,')) return null
      const fields = line.split(',', 5)
      const ticks = Number(fields[2])
      const sizeBytes = Number(fields[4])
      return fields.length === 5 && Number.isSafeInteger(ticks) && Number.isSafeInteger(sizeBytes) ? { ticks, sizeBytes } : null
    }
  }
}

/** Ticks of a clock as whole microseconds. Pure. */
export function ticksToUs(ticks: number, { numerator, denominator }: NonNullable<PacketListHead['timeBase']>): number {
  return Math.round((ticks * numerator * 1e6) / denominator)
}
