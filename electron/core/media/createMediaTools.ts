import type { Tool } from '#shared/rpc/diagnostics'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { bannerClip } from './bannerClip'
import { copyClip } from './copyClip'
import { createFfprobeReader } from './createFfprobeReader'
import { encodeDrawn } from './encodeDrawn'
import { exactClip } from './exactClip'
import type { FileReader } from './fileReader'
import { findTools, type Environment } from './findTools'
import { indexedCopy } from './indexedCopy'
import type { MediaTools } from './mediaTools'
import { readCutSource } from './readCutSource'
import { createProbeMemory } from './createProbeMemory'
import { readSound } from './readSound'
import { streamSound } from './streamSound'
import { writeFilmstrip } from './writeFilmstrip'
import { copyGrowingProxy, writeProxy } from './writeProxy'
import { writeSound } from './writeSound'
import { writeStill } from './writeStill'

/**
 * Finds ffmpeg and ffprobe and answers with the one way to them. Never fails for want of them: without ffprobe, files are read
 * by the library mediabunny where it can; what needs a missing tool throws ProblemError `ffmpeg_unavailable`. `log` is told
 * of each tool that was passed over.
 */
export async function createMediaTools({ env, log }: { env: Environment; log: (line: string) => void }): Promise<MediaTools> {
  return createMediaToolsWith(await findTools(env, log))
}

/** The same with tools that are known already, or known to be missing. */
export function createMediaToolsWith(found: { ffmpeg: Tool | null; ffprobe: Tool | null }): MediaTools {
  const readProbe = createProbeMemory()
  // Loaded only where it is needed: most machines have ffprobe.
  const reader = async (): Promise<FileReader> =>
    found.ffprobe === null
      ? (await import('./createMediabunnyReader')).createMediabunnyReader()
      : createFfprobeReader(found.ffprobe, readProbe)
  return {
    tools: () => found,
    probe: async (path, signal) => (await reader()).probe(path, signal),
    readFrameTimes: async (path, signal, onProgress) => (await reader()).readFrameTimes(path, signal, onProgress),
    async stillPng(path, timeUs, outPath, { widthPx }, signal) {
      const tools = { ffmpeg: required(found.ffmpeg, 'ffmpeg'), ffprobe: required(found.ffprobe, 'ffprobe') }
      await writeStill(tools, await readProbe(tools.ffprobe, path, signal), { path, timeUs, outPath, widthPx }, signal)
    },
    makeProxy: async (request, signal, onProgress) => writeProxy(required(found.ffmpeg, 'ffmpeg'), request, { signal, onProgress }),
    copyGrowingProxy: async (request, signal) => copyGrowingProxy(required(found.ffmpeg, 'ffmpeg'), request, signal),
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
    async makeFilmstrip(path, outFolder, plan, signal, onSheet) {
      const tools = { ffmpeg: required(found.ffmpeg, 'ffmpeg'), ffprobe: required(found.ffprobe, 'ffprobe') }
      await writeFilmstrip(tools.ffmpeg, await readProbe(tools.ffprobe, path, signal), { path, outFolder, ...plan }, signal, onSheet)
    },
    async streamSound(path, signal, onPiece) {
      const tools = { ffmpeg: required(found.ffmpeg, 'ffmpeg'), ffprobe: required(found.ffprobe, 'ffprobe') }
      return streamSound(tools.ffmpeg, await readProbe(tools.ffprobe, path, signal), path, signal, onPiece)
    },
    writeSound: async (path, outPath, sound, signal, onProgress) =>
      writeSound(required(found.ffmpeg, 'ffmpeg'), path, outPath, sound, { signal, onProgress }),
    readSound: async (path, samplesPerSecond, signal) => readSound(required(found.ffmpeg, 'ffmpeg'), path, samplesPerSecond, signal)
  }
}

function required(tool: Tool | null, name: string): Tool {
  if (tool !== null) return tool
  throw new ProblemError('ffmpeg_unavailable', problemWords('toolNotFound', { tool: name }))
}
