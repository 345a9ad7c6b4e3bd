import { basename, resolve } from 'node:path'
import type { Tool } from '#shared/rpc/diagnostics'
import { worded } from '#shared/messages/worded'
import { fileUrl, guardArguments } from './inputArguments'
import { mediaProblem, unreadable } from './mediaProblem'
import { rawProbeSchema, type RawProbe } from './rawProbe'
import { runProgram } from './runProgram'

const headerLimitMs = 60_000

/**
 * Asks ffprobe for the container and the streams of a file.
 * @throws ProblemError `footage_unreadable`, `footage_not_video`, `footage_missing`, `ffmpeg_failed`, `job_cancelled`.
 */
export async function readProbe(ffprobe: Tool, path: string, signal: AbortSignal): Promise<RawProbe> {
  const lines: string[] = []
  const args = ['-v', 'error', '-hide_banner', ...guardArguments, '-show_format', '-show_streams', '-of', 'json', '-i', fileUrl(path)]
  const run = await runProgram(ffprobe.path, args, { limitMs: headerLimitMs, signal, onLine: (line) => lines.push(line) })
  if (run.end !== 'exited' || run.exitCode !== 0) {
    throw mediaProblem({ ...run, path: resolve(path), task: 'taskReadHeader', limitMs: headerLimitMs })
  }
  const parsed = rawProbeSchema.safeParse(parseJson(lines.join('\n')))
  if (!parsed.success) throw unreadable(basename(path), worded('problems', 'unknownAnswer'))
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
