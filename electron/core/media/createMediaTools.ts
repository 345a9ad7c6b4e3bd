import type { Tool } from '#shared/rpc/diagnostics'
import { ProblemError } from '#shared/rpc/problem'
import { createFfprobeReader } from './createFfprobeReader'
import { encodeDrawn } from './encodeDrawn'
import type { FileReader } from './fileReader'
import { findTools, type Environment } from './findTools'
import type { MediaTools } from './mediaTools'
import { readProbe } from './readProbe'
import { readSound } from './readSound'
import { copyGrowingProxy, writeProxy } from './writeProxy'
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
  // Loaded only where it is needed: most machines have ffprobe.
  const reader = async (): Promise<FileReader> =>
    found.ffprobe === null ? (await import('./createMediabunnyReader')).createMediabunnyReader() : createFfprobeReader(found.ffprobe)
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
    encodeDrawn: async (outPath, video, signal, onProgress) =>
      encodeDrawn(required(found.ffmpeg, 'ffmpeg'), outPath, video, { signal, onProgress }),
    readSound: async (path, samplesPerSecond, signal) => readSound(required(found.ffmpeg, 'ffmpeg'), path, samplesPerSecond, signal)
  }
}

function required(tool: Tool | null, name: string): Tool {
  if (tool !== null) return tool
  throw new ProblemError(
    'ffmpeg_unavailable',
    `${name} was not found on this machine.`,
    'Install ffmpeg, or name it in the environment variable FFMPEG_BIN, then start the app again.'
  )
}
