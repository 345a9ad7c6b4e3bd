import ffmpeg, { type FfmpegCommand } from 'fluent-ffmpeg'
import type { Tool } from '#shared/rpc/diagnostics'
import { hasWriteError, mediaProblem, plainLine, type MediaFailure, type MediaTask } from './mediaProblem'
import { isProgressLine, parseProgress } from './parseProgress'
import type { OnProgress } from './mediaTools'

export interface FfmpegRun {
  /** The file that the work is about, and what is done, for messages: see MediaFailure. */
  path: string
  task: MediaTask
  limitMs: number
  signal: AbortSignal
  /** Length of what is written, in microseconds, and who is told how far it is. */
  progress?: { durationUs: number; onProgress: OnProgress } | undefined
  /** Told of the command line. */
  onCommand?: ((line: string) => void) | undefined
  /** The folder that names without one are looked up in. */
  folder?: string | undefined
  /** Told of each line that ffmpeg complains with, in words for people, when it comes. */
  onComplaint?: ((line: string) => void) | undefined
}

const keptErrorLines = 200
/** Global options may stand before any input. Progress comes as lines on stderr, which fluent-ffmpeg hands on; its own progress event runs an unguarded ffprobe. */
const always = ['-hide_banner', '-nostdin', '-nostats', '-v', 'error', '-progress', 'pipe:2'] as const

/**
 * Runs one ffmpeg command that `prepare` describes, through fluent-ffmpeg, in `folder` where one is named, and waits for its end.
 * Killed at the limit and on abort.
 * @throws ProblemError as `mediaProblem` makes it.
 */
export async function runFfmpeg(tool: Tool, run: FfmpegRun, prepare: (command: FfmpegCommand) => FfmpegCommand): Promise<void> {
  const command = prepare(ffmpeg(run.folder === undefined ? {} : { cwd: run.folder }).setFfmpegPath(tool.path))
  const stderr: string[] = []
  const state: { end: MediaFailure['end']; isStarted: boolean } = { end: 'exited', isStarted: false }

  function stop(why: MediaFailure['end']): void {
    state.end = why
    if (state.isStarted) command.kill('SIGKILL')
  }
  function onErrorLine(line: string): void {
    const progress = run.progress === undefined ? null : parseProgress(line, run.progress.durationUs)
    if (progress !== null) run.progress?.onProgress(progress)
    if (isProgressLine(line)) return
    if (line.trim() !== '') run.onComplaint?.(plainLine(line, run.path))
    stderr.push(line)
    // Some forms of file are written on and on though the disk takes nothing more.
    if (/No space left on device/.test(line)) command.kill('SIGKILL')
    if (stderr.length > keptErrorLines) stderr.shift()
  }
  if (run.signal.aborted) throw mediaProblem({ ...run, end: 'cancelled', stderr })
  const timer = setTimeout(() => stop('too-long'), run.limitMs)
  const onAbort = () => stop('cancelled')
  run.signal.addEventListener('abort', onAbort, { once: true })
  try {
    await new Promise<void>((resolve, reject) => {
      command
        .on('start', (line: string) => {
          run.onCommand?.(line)
          state.isStarted = true
          if (state.end !== 'exited') command.kill('SIGKILL')
        })
        .on('stderr', onErrorLine)
        .on('end', () => resolve())
        .on('error', (error: Error) => reject(error))
        .run()
    })
  } catch (cause) {
    if (!state.isStarted && state.end === 'exited') state.end = 'not-started'
    const words = stderr.length === 0 && cause instanceof Error ? [cause.message] : stderr
    throw mediaProblem({ ...run, end: state.end, stderr: words, cause })
  } finally {
    clearTimeout(timer)
    run.signal.removeEventListener('abort', onAbort)
  }
  if (state.end !== 'exited') throw mediaProblem({ ...run, end: state.end, stderr })
  // With a full disk ffmpeg may leave a torn file and exit with 0 all the same.
  if (hasWriteError(stderr)) throw mediaProblem({ ...run, end: 'exited', stderr })
}

/** The options that stand before an input, with those that hold for every command. To be given to `inputOptions`. */
export function inputOptions(own: readonly string[]): string[] {
  return [...always, ...own]
}
