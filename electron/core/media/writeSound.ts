import { resolve } from 'node:path'
import type { Tool } from '#shared/rpc/diagnostics'
import { fileUrl, guardArguments } from './inputArguments'
import type { OnProgress } from './mediaTools'
import { inputOptions, runFfmpeg } from './runFfmpeg'
import { writePartial } from './writePartial'

const leastLimitMs = 10 * 60_000
const limitPerSecondMs = 2000

/**
 * Writes the first sound track of a file as bare samples: one channel, 16 bits, little-endian, sample 0 at footage time 0. What the
 * track leaves out, at its start or between, is silence.
 * @throws ProblemError as `mediaProblem` makes it.
 */
export async function writeSound(
  ffmpeg: Tool,
  path: string,
  outPath: string,
  { samplesPerSecond, durationUs }: { samplesPerSecond: number; durationUs: number },
  options: { signal: AbortSignal; onProgress?: OnProgress | undefined }
): Promise<void> {
  const run = {
    ...{ path: resolve(path), task: 'taskReadSound' as const, signal: options.signal },
    limitMs: Math.max(leastLimitMs, (durationUs / 1e6) * limitPerSecondMs),
    progress: options.onProgress && { durationUs, onProgress: options.onProgress }
  }
  await writePartial(resolve(outPath), (partialPath) =>
    runFfmpeg(ffmpeg, run, (command) =>
      command
        .input(fileUrl(path))
        .inputOptions(...inputOptions(guardArguments))
        .outputOptions('-map', '0:a:0', '-vn', '-ac', '1', '-ar', String(samplesPerSecond))
        .outputOptions('-af', 'aresample=async=1:first_pts=0', '-f', 's16le', '-y')
        .output(fileUrl(partialPath))
    )
  )
}
