import { stat } from 'node:fs/promises'
import type { Tool } from '#shared/rpc/diagnostics'
import type { RawProbe } from './rawProbe'
import { readProbe } from './readProbe'

const mostKept = 32

/**
 * Makes `readProbe` with a memory of the last files: an hour's header takes ffprobe a tenth of a second, and everything made of a
 * footage asks for it. A file with another size, or another time of last change or of its record, is read anew.
 */
export function createProbeMemory(): (ffprobe: Tool, path: string, signal: AbortSignal) => Promise<RawProbe> {
  const known = new Map<string, RawProbe>()
  return async (ffprobe, path, signal) => {
    const found = await stat(path).catch(() => null)
    const key = found === null ? null : [path, found.ino, found.size, found.mtimeMs, found.ctimeMs].join(' ')
    const kept = key === null ? undefined : known.get(key)
    if (kept !== undefined && !signal.aborted) return kept
    const raw = await readProbe(ffprobe, path, signal)
    if (key === null) return raw
    known.set(key, raw)
    const [oldest] = known.keys()
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest)
    return raw
  }
}
