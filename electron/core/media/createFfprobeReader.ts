import { basename } from 'node:path'
import type { Tool } from '#shared/rpc/diagnostics'
import type { FileReader } from './fileReader'
import type { FileProbe } from './mediaTools'
import { parseProbe } from './parseProbe'
import type { RawProbe } from './rawProbe'
import type { createProbeMemory } from './createProbeMemory'
import { readFrameTimes } from './readFrameTimes'
import { withFrameTimes } from './withFrameTimes'

/** Less than this for a second of pictures and sound is no recording: the header's length is then checked against the frames. */
const leastBytesPerSecond = 1000

/** Reads footage with ffprobe; `readProbe` asks it for the header. */
export function createFfprobeReader(ffprobe: Tool, readProbe: ReturnType<typeof createProbeMemory>): FileReader {
  return {
    async probe(path, signal) {
      const raw = await readProbe(ffprobe, path, signal)
      const probe = { ...parseProbe(raw, basename(path)), readBy: `ffprobe ${ffprobe.version}` }
      if (isHeaderBelievable(probe, raw)) return probe
      const frames = await readFrameTimes(ffprobe, path, raw, { signal })
      return withFrameTimes(probe, frames, false)
    },
    readFrameTimes: async (path, signal, onProgress) =>
      readFrameTimes(ffprobe, path, await readProbe(ffprobe, path, signal), { signal, onProgress })
  }
}

function isHeaderBelievable(probe: FileProbe, raw: RawProbe): boolean {
  return probe.durationUs > 0 && Number(raw.format.size ?? 0) / (probe.durationUs / 1e6) >= leastBytesPerSecond
}
