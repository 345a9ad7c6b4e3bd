import { basename, resolve } from 'node:path'
import type { ClipPart, ClipPlan } from '#shared/model/clip'
import { guardArguments } from './inputArguments'
import type { ClipRequest } from './mediaTools'
import type { FfmpegRun } from './runFfmpeg'

const leastLimitMs = 10 * 60_000
const limitPerSecondMs = 60_000

/** Decimal seconds of whole microseconds. */
export function seconds(timeUs: number): string {
  return (timeUs / 1e6).toFixed(6)
}

/** The options before the source for a stretch that begins at a frame's own time. */
export function seekOptions(fromUs: number): string[] {
  return [...guardArguments, '-ss', seconds(fromUs)]
}

/** Options that copy exactly the coded pictures of a part; what comes before it in the file's order is dropped. */
export function copyPictures(part: ClipPart): string[] {
  return ['-c:v', 'copy', '-copypriorss:v', '0', '-frames:v', String(part.packetCount)]
}

/** Options for all sound tracks: copied from the first packet that begins in the range, or encoded anew. */
export function soundOptions(sound: ClipPlan['sound']): string[] {
  if (sound === 'none') return ['-an']
  if (sound === 'copied') return ['-c:a', 'copy', '-copypriorss:a', '0', '-strict', '-2']
  return ['-af', 'aresample=async=1:first_pts=0', '-c:a', 'aac', '-b:a', '192k']
}

/** The options of the written container. */
export function containerOptions(plan: ClipPlan): string[] {
  const plain = ['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1', '-max_muxing_queue_size', '4096']
  // No faststart: it would write the whole clip a second time, and a clip is opened from a disk.
  return [...plain, '-f', plan.container === 'mp4' ? 'mp4' : 'matroska', '-y']
}

/** How long a clip lasts, microseconds. */
export function lengthUs({ real }: ClipPlan): number {
  return real.outUs - real.inUs
}

/** The run of one command of a clip; `share` is which part of the whole work it is, 0 to 1. */
export function clipRun(request: ClipRequest, durationUs: number, share: { from: number; to: number } = { from: 0, to: 1 }): FfmpegRun {
  const { path, outPath, plan, signal, onProgress, onCommand } = request
  return {
    ...{ path: resolve(path), task: 'taskWriteClip' as const, signal },
    limitMs: Math.max(leastLimitMs, (lengthUs(plan) / 1e6) * limitPerSecondMs),
    progress: onProgress && { durationUs, onProgress: (progress) => onProgress(share.from + progress * (share.to - share.from)) },
    onCommand: onCommand && ((line) => onCommand(withoutFolders(line, [path, outPath])))
  }
}

function withoutFolders(line: string, paths: readonly string[]): string {
  return paths.reduce((text, path) => text.replaceAll(resolve(path), basename(path)).replaceAll(resolve(path, '..'), '.'), line)
}
