import { basename } from 'node:path'
import type { Tool } from '#shared/rpc/diagnostics'
import { ProblemError } from '#shared/rpc/problem'
import { bannerClip } from './bannerClip'
import { copyClip } from './copyClip'
import { encodeDrawn } from './encodeDrawn'
import { exactClip } from './exactClip'
import { findTools, type Environment } from './findTools'
import type { FileProbe, MediaTools } from './mediaTools'
import { indexedCopy } from './indexedCopy'
import { parseProbe } from './parseProbe'
import type { RawProbe } from './rawProbe'
import { readCutSource } from './readCutSource'
import { readFrameTimes } from './readFrameTimes'
import { readProbe } from './readProbe'
import { readSound } from './readSound'
import { withFrameTimes } from './withFrameTimes'
import { writeProxy } from './writeProxy'
import { writeStill } from './writeStill'

/** Less than this for a second of pictures and sound is no recording: the header's length is then checked against the frames. */
const leastBytesPerSecond = 1000

/**
 * Finds ffmpeg and ffprobe and answers with the one way to them. Never fails for want of them: what needs a missing tool
 * throws ProblemError `ffmpeg_unavailable`. `log` is told of each tool that was passed over.
 */
export async function createMediaTools({ env, log }: { env: Environment; log: (line: string) => void }): Promise<MediaTools> {
  return createMediaToolsWith(await findTools(env, log))
}

/** The same with tools that are known already, or known to be missing. */
export function createMediaToolsWith(found: { ffmpeg: Tool | null; ffprobe: Tool | null }): MediaTools {
  return {
    tools: () => found,
    async probe(path, signal) {
      const ffprobe = required(found.ffprobe, 'ffprobe')
      const raw = await readProbe(ffprobe, path, signal)
      const probe = parseProbe(raw, basename(path))
      if (isHeaderBelievable(probe, raw)) return probe
      const frames = await readFrameTimes(ffprobe, path, raw, { signal })
      return withFrameTimes(probe, frames, false)
    },
    async readFrameTimes(path, signal, onProgress) {
      const ffprobe = required(found.ffprobe, 'ffprobe')
      return readFrameTimes(ffprobe, path, await readProbe(ffprobe, path, signal), { signal, onProgress })
    },
    async stillPng(path, timeUs, outPath, { widthPx }, signal) {
      const tools = { ffmpeg: required(found.ffmpeg, 'ffmpeg'), ffprobe: required(found.ffprobe, 'ffprobe') }
      await writeStill(tools, await readProbe(tools.ffprobe, path, signal), { path, timeUs, outPath, widthPx }, signal)
    },
    makeProxy: async (path, outPath, probe, signal, onProgress) =>
      writeProxy(required(found.ffmpeg, 'ffmpeg'), path, outPath, probe, { signal, onProgress }),
    async readCutSource(path, range, signal) {
      const ffprobe = required(found.ffprobe, 'ffprobe')
      return readCutSource(ffprobe, path, await readProbe(ffprobe, path, signal), range, signal)
    },
    indexedCopy: async (path, container, outPath, signal) =>
      indexedCopy(required(found.ffmpeg, 'ffmpeg'), path, container, outPath, signal),
    copyClip: async (request) => copyClip(required(found.ffmpeg, 'ffmpeg'), request),
    async exactClip(request) {
      const [ffmpeg, ffprobe] = [required(found.ffmpeg, 'ffmpeg'), required(found.ffprobe, 'ffprobe')]
      await exactClip(ffmpeg, await readProbe(ffprobe, request.path, request.signal), request)
    },
    bannerClip: async (request, banner) => bannerClip(required(found.ffmpeg, 'ffmpeg'), request, banner),
    encodeDrawn: async (outPath, video, signal, onProgress) =>
      encodeDrawn(required(found.ffmpeg, 'ffmpeg'), outPath, video, { signal, onProgress }),
    readSound: async (path, samplesPerSecond, signal) => readSound(required(found.ffmpeg, 'ffmpeg'), path, samplesPerSecond, signal)
  }
}

function isHeaderBelievable(probe: FileProbe, raw: RawProbe): boolean {
  return probe.durationUs > 0 && Number(raw.format.size ?? 0) / (probe.durationUs / 1e6) >= leastBytesPerSecond
}

function required(tool: Tool | null, name: string): Tool {
  if (tool !== null) return tool
  throw new ProblemError(
    'ffmpeg_unavailable',
    `${name} was not found on this machine.`,
    'Install ffmpeg, or name it in the environment variable FFMPEG_BIN, then start the app again.'
  )
}
