import { resolve } from 'node:path'
import type { Tool } from '#shared/rpc/diagnostics'
import { fileUrl, guardArguments } from './inputArguments'
import { inputOptions, runFfmpeg } from './runFfmpeg'
import { writePartial } from './writePartial'
import { keepTimesOptions } from './writeProxy'

/** Containers without an index: a seek in them lands somewhere near, and the next keyframe may come after the frame looked for. */
const unindexed = /^(mpegts|mpeg)(,|$)/
const copyLimitMs = 2 * 60 * 60_000

/**
 * Makes a copy that can be cut at any frame, where the source's container has no index; else answers with the source's own path.
 * @throws ProblemError as `mediaProblem` makes it.
 */
export async function indexedCopy(ffmpeg: Tool, path: string, container: string, outPath: string, signal: AbortSignal): Promise<string> {
  if (!unindexed.test(container)) return path
  await writePartial(resolve(outPath), (partialPath) =>
    runFfmpeg(ffmpeg, { path: resolve(path), task: 'taskCopyPictures', limitMs: copyLimitMs, signal }, (command) =>
      command
        .input(fileUrl(path))
        .inputOptions(...inputOptions(guardArguments))
        .outputOptions(
          '-map',
          '0:V:0',
          '-map',
          '0:a?',
          '-c',
          'copy',
          ...keepTimesOptions(ffmpeg.version),
          '-strict',
          '-2',
          '-f',
          'mp4',
          '-y'
        )
        .output(fileUrl(partialPath))
    )
  )
  return outPath
}
