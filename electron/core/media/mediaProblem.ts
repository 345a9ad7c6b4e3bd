import { basename } from 'node:path'
import { ProblemError } from '#shared/rpc/problem'
import { notAllowedWords } from './inputArguments'

/** How a run of ffmpeg or ffprobe went wrong. */
export interface MediaFailure {
  end: 'exited' | 'cancelled' | 'too-long' | 'not-started'
  stderr: readonly string[]
  /** The file that was read. */
  path: string
  /** What was being done, to stand after "ffmpeg could not", e.g. `make a still`. */
  task: string
  limitMs: number
  cause?: unknown
}

const readerComplaints =
  /Invalid data found|moov atom not found|could not find codec parameters|Invalid argument|End of file|Error opening input|not implemented/i

/** Turns a failed run into the error that a person can act on. Pure. */
export function mediaProblem(failure: MediaFailure): ProblemError {
  const name = basename(failure.path)
  const words = lastWords(failure.stderr, failure.path)
  const all = failure.stderr.join('\n')
  if (failure.end === 'cancelled')
    return new ProblemError('job_cancelled', `The work on ${name} was cancelled.`, 'Start it again when you want it.')
  if (failure.end === 'too-long') {
    const seconds = Math.round(failure.limitMs / 1000)
    return new ProblemError(
      'ffmpeg_failed',
      `ffmpeg could not ${failure.task} of ${name} within ${seconds} s and was stopped.`,
      'Check the file, then try again.'
    )
  }
  if (failure.end === 'not-started') {
    return new ProblemError(
      'ffmpeg_unavailable',
      `ffmpeg could not be started: ${words}`,
      'Look at the diagnostics screen, which names the ffmpeg in use.',
      {
        cause: failure.cause
      }
    )
  }
  if (/No space left on device|ENOSPC|Disk quota exceeded/i.test(all)) {
    return new ProblemError(
      'disk_full',
      `The disk is full: ffmpeg could not ${failure.task} of ${name}.`,
      'Free some space, then try again.',
      {
        kept: 'The part that was written has been removed. Nothing that was saved has changed.'
      }
    )
  }
  if (all.includes(notAllowedWords)) return notVideo(name, 'its form is not one of a recording')
  if (/No such file or directory/i.test(all)) {
    return new ProblemError('footage_missing', `${name} is not where it was.`, 'Put the file back, or load it again from where it is now.')
  }
  if (/Permission denied/i.test(all)) {
    return new ProblemError(
      'footage_unreadable',
      `${name} may not be read: permission denied.`,
      'Give yourself the right to read the file, then load it again.'
    )
  }
  if (readerComplaints.test(all)) return unreadable(name, words)
  return new ProblemError(
    'ffmpeg_failed',
    `ffmpeg could not ${failure.task} of ${name}: ${words}`,
    'Try again; if it fails again, check the file in another player.',
    {
      cause: failure.cause
    }
  )
}

/** True where ffmpeg says that what it wrote is not whole. Pure. */
export function hasWriteError(stderr: readonly string[]): boolean {
  return stderr.some((line) => /^Error (writing trailer|closing file)|^av_interleaved_write_frame|No space left on device/.test(line))
}

/** The error for a file without moving pictures. */
export function notVideo(fileName: string, why: string): ProblemError {
  return new ProblemError(
    'footage_not_video',
    `${fileName} is not a video: ${why}.`,
    'Choose a video file, as the camera or its storage system wrote it.'
  )
}

/** The error for a file that looks like a video and cannot be read as one. */
export function unreadable(fileName: string, words: string): ProblemError {
  return new ProblemError(
    'footage_unreadable',
    `${fileName} cannot be read as video. ffprobe says: ${words}`,
    'Ask for a new copy of the recording; this one is damaged, or in a form that ffmpeg does not know.'
  )
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
