import { AsyncLocalStorage } from 'node:async_hooks'
import { basename, resolve } from 'node:path'
import {
  FilePathSource,
  Input,
  InputDisposedError,
  Logging,
  LogLevel,
  MATROSKA,
  MP4,
  MPEG_TS,
  QTFF,
  WEBM,
  type InputAudioTrack,
  type InputVideoTrack
} from 'mediabunny'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { worded, type WordedArgument } from '#shared/messages/worded'
import { mediaProblem } from './mediaProblem'

/** A file that mediabunny reads. */
export interface OpenContainer {
  path: string
  input: Input
  /** ffprobe's name of the container. */
  container: 'mov,mp4,m4a,3gp,3g2,mj2' | 'matroska,webm' | 'mpegts'
  /** The first track of pictures. */
  video: InputVideoTrack
  videoCount: number
  audio: InputAudioTrack[]
}

const complaints = new AsyncLocalStorage<Set<string>>()
Logging.level = LogLevel.Silent
for (const event of ['warn', 'error'] as const) Logging.on(event, (words) => complaints.getStore()?.add(words.join(' ')))

/**
 * Opens a file with mediabunny, lets `read` read it, and closes it. Whatever mediabunny passes over or does not understand
 * makes the whole reading fail: what it then says of times could be wrong.
 * @throws ProblemError `ffmpeg_unavailable` where only ffmpeg can read the file, `footage_missing`, `footage_unreadable`, `job_cancelled`.
 */
export async function withContainer<Result>(
  path: string,
  signal: AbortSignal,
  read: (file: OpenContainer) => Promise<Result>
): Promise<Result> {
  const heard = new Set<string>()
  const source = new FilePathSource(path, { handleUnhandledError: (error) => heard.add(String(error)) })
  const input = new Input({ source, formats: [MP4, QTFF, MATROSKA, WEBM, MPEG_TS] })
  const onAbort = () => input.dispose()
  signal.addEventListener('abort', onAbort)
  try {
    return await complaints.run(heard, async () => {
      const result = await read(await describe(path, input))
      const [first] = heard
      if (first !== undefined) throw needsFfmpeg(path, worded('problems', 'readerSays', { words: first }))
      return result
    })
  } catch (error) {
    throw signal.aborted || error instanceof InputDisposedError
      ? mediaProblem({ end: 'cancelled', stderr: [], path: resolve(path), task: 'taskReadFile', limitMs: 0 })
      : problemOf(path, error)
  } finally {
    signal.removeEventListener('abort', onAbort)
    input.dispose()
  }
}

/** The error for a file that only ffmpeg reads rightly. */
export function needsFfmpeg(path: string, why: WordedArgument, cause?: unknown): ProblemError {
  return new ProblemError('ffmpeg_unavailable', problemWords('needsFfmpeg', { fileName: basename(path), why }), { cause })
}

async function describe(path: string, input: Input): Promise<OpenContainer> {
  if (!(await input.canRead())) throw needsFfmpeg(path, worded('problems', 'notKnownContainer'))
  const format = await input.getFormat()
  const videos = await input.getVideoTracks()
  const [video] = videos
  if (video === undefined) throw needsFfmpeg(path, worded('problems', 'noKnownPictures'))
  const container = format === MPEG_TS ? 'mpegts' : format === MATROSKA || format === WEBM ? 'matroska,webm' : 'mov,mp4,m4a,3gp,3g2,mj2'
  return { path, input, container, video, videoCount: videos.length, audio: await input.getAudioTracks() }
}

function problemOf(path: string, error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'EACCES') {
    const words = code === 'ENOENT' ? 'No such file or directory' : 'Permission denied'
    return mediaProblem({ end: 'exited', stderr: [words], path: resolve(path), task: 'taskReadFile', limitMs: 0, cause: error })
  }
  return needsFfmpeg(path, worded('problems', 'readerSays', { words: error instanceof Error ? error.message : String(error) }), error)
}
