import { basename } from 'node:path'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import type { KeyOf } from '#shared/messages/messagesOf'
import { worded, type WordedArgument } from '#shared/messages/worded'
import { notAllowedWords } from './inputArguments'

/** What ffmpeg is run for, as the message that stands after "ffmpeg could not". */
export type MediaTask = Extract<KeyOf<'problems'>, `task${string}`>

/** How a run of ffmpeg or ffprobe went wrong. */
export interface MediaFailure {
  end: 'exited' | 'cancelled' | 'too-long' | 'not-started'
  stderr: readonly string[]
  /** The file that was read. */
  path: string
  /** What was being done. */
  task: MediaTask
  limitMs: number
  cause?: unknown
}

const readerComplaints =
  /Invalid data found|moov atom not found|could not find codec parameters|Invalid argument|End of file|Error opening input|not implemented/i

/** Turns a failed run into the error that a person can act on. Pure. */
export function mediaProblem(failure: MediaFailure): ProblemError {
  const fileName = basename(failure.path)
  const task = worded('problems', failure.task)
  const words = lastWords(failure.stderr, failure.path)
  const all = failure.stderr.join('\n')
  if (failure.end === 'cancelled') return new ProblemError('job_cancelled', problemWords('workCancelled', { fileName }))
  if (failure.end === 'too-long') {
    const seconds = Math.round(failure.limitMs / 1000)
    return new ProblemError('ffmpeg_failed', problemWords('ffmpegTooLong', { task, fileName, seconds }))
  }
  if (failure.end === 'not-started') {
    return new ProblemError('ffmpeg_unavailable', problemWords('ffmpegNotStarted', { words }), { cause: failure.cause })
  }
  if (/No space left on device|ENOSPC|Disk quota exceeded/i.test(all)) {
    return new ProblemError('disk_full', problemWords('ffmpegDiskFull', { task, fileName }))
  }
  if (all.includes(notAllowedWords)) return notVideo(fileName, worded('problems', 'otherForm'))
  if (/No such file or directory/i.test(all)) {
    return new ProblemError('footage_missing', problemWords('footageMissing', { fileName }))
  }
  if (/Permission denied/i.test(all)) {
    return new ProblemError('footage_unreadable', problemWords('permissionDenied', { fileName }))
  }
  if (readerComplaints.test(all)) return unreadable(fileName, words)
  return new ProblemError('ffmpeg_failed', problemWords('ffmpegFailed', { task, fileName, words }), { cause: failure.cause })
}

/** True where ffmpeg says that what it wrote is not whole. Pure. */
export function hasWriteError(stderr: readonly string[]): boolean {
  return stderr.some((line) => /^Error (writing trailer|closing file)|^av_interleaved_write_frame|No space left on device/.test(line))
}

/** The error for a file without moving pictures. */
export function notVideo(fileName: string, why: WordedArgument): ProblemError {
  return new ProblemError('footage_not_video', problemWords('notVideo', { fileName, why }))
}

/** The error for a file that looks like a video and cannot be read as one. */
export function unreadable(fileName: string, words: WordedArgument): ProblemError {
  return new ProblemError('footage_unreadable', problemWords('videoUnreadable', { fileName, words }))
}

/** The last few distinct complaints, without addresses in memory and without the folder that the file lies in. */
function lastWords(lines: readonly string[], path: string): string {
  const distinct = [...new Set(lines.map((line) => plainLine(line, path)).filter((line) => line !== ''))]
  return distinct.slice(-3).join('; ') || 'nothing'
}

/** One line of ffmpeg for people: memory addresses and the folder of the file are taken out. */
export function plainLine(line: string, path: string): string {
  return line
    .replace(/^\[([^\]@]+) @ 0x[0-9a-f]+\] ?/, '$1: ')
    .replaceAll(`file:${path}`, basename(path))
    .replaceAll(path, basename(path))
    .trim()
}
