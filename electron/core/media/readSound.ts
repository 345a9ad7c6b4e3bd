import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Tool } from '#shared/rpc/diagnostics'
import { fileUrl, guardArguments } from './inputArguments'
import { inputOptions, runFfmpeg } from './runFfmpeg'

const soundLimitMs = 60_000

/**
 * Reads the first sound track of a short file as one channel of samples, -1 to 1.
 * @throws ProblemError as `mediaProblem` makes it.
 */
export async function readSound(ffmpeg: Tool, path: string, samplesPerSecond: number, signal: AbortSignal): Promise<Float32Array> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-sound-'))
  const rawPath = join(folder, 'sound.f32')
  try {
    const run = { path: resolve(path), task: 'taskReadSound' as const, limitMs: soundLimitMs, signal }
    await runFfmpeg(ffmpeg, run, (command) =>
      command
        .input(fileUrl(path))
        .inputOptions(...inputOptions(guardArguments))
        .outputOptions('-map', '0:a:0', '-ac', '1', '-ar', String(samplesPerSecond), '-f', 'f32le', '-y')
        .output(fileUrl(rawPath))
    )
    const bytes = await readFile(rawPath)
    return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength - (bytes.byteLength % 4)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
