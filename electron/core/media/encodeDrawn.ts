import { rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { Tool } from '#shared/rpc/diagnostics'
import { fileUrl } from './inputArguments'
import { mediaProblem } from './mediaProblem'
import type { DrawnVideo, OnProgress } from './mediaTools'
import { inputOptions, runFfmpeg } from './runFfmpeg'
import { writePartial } from './writePartial'
import { h264Options } from './writeProxy'

const encodeLimitMs = 10 * 60_000
/** One frame is being drawn, one waits in the stream, and one is on its way into the pipe. */
const frameBuffers = 3
const colours = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv']
/** Less work for the same look: the drawing, and a second video beside this one, keep the other cores busy. */
const hasty = ['-threads', '1', '-aac_coder', 'fast']
const localOnly = ['-protocol_whitelist', 'file,pipe']

/**
 * Writes frames that the app draws, and their sound, as MP4. The frames go through a pipe, one at a time.
 * @throws ProblemError as `mediaProblem` makes it.
 */
export async function encodeDrawn(
  ffmpeg: Tool,
  outPath: string,
  video: DrawnVideo,
  options: { signal: AbortSignal; onProgress?: OnProgress | undefined }
): Promise<void> {
  const soundPath = `${resolve(outPath)}.sound.partial`
  const durationUs = (video.frameCount / video.framesPerSecond) * 1e6
  const run = {
    ...{ path: resolve(outPath), task: 'taskWriteVideo' as const, limitMs: encodeLimitMs, signal: options.signal },
    progress: options.onProgress && { durationUs, onProgress: options.onProgress }
  }
  const size = `${video.widthPx}x${video.heightPx}`
  const frames = Readable.from(drawFrames(video, options.signal), { objectMode: false, highWaterMark: 1 })
  try {
    await writeFile(soundPath, bytesOf(video.sound.samples)).catch((cause: unknown) => {
      throw mediaProblem({ ...run, end: 'exited', stderr: [cause instanceof Error ? cause.message : String(cause)], cause })
    })
    await writePartial(resolve(outPath), (partialPath) =>
      runFfmpeg(ffmpeg, run, (command) =>
        command
          .input(frames)
          .inputOptions(
            ...inputOptions([...localOnly, '-f', 'rawvideo', '-pix_fmt', 'yuv444p', '-s', size, '-r', String(video.framesPerSecond)])
          )
          .input(fileUrl(soundPath))
          .inputOptions(...localOnly, '-f', 'f32le', '-ar', String(video.sound.samplesPerSecond), '-ac', '1')
          .outputOptions(
            '-map',
            '0:v:0',
            '-map',
            '1:a:0',
            '-vf',
            video.videoFilter,
            '-metadata',
            `title=${video.title}`,
            ...colours,
            ...h264Options('ultrafast', '-qp', 20),
            ...hasty,
            '-y'
          )
          .output(fileUrl(partialPath))
      )
    )
  } finally {
    frames.destroy()
    await rm(soundPath, { force: true })
  }
}

async function* drawFrames(video: DrawnVideo, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const frames = Array.from({ length: frameBuffers }, () => new Uint8ClampedArray(video.widthPx * video.heightPx * 3))
  for (let index = 0; index < video.frameCount && !signal.aborted; index += 1) {
    // The core answers other calls between two frames.
    await setImmediate()
    const frame = frames[index % frameBuffers] ?? new Uint8ClampedArray()
    video.drawFrame(index, frame)
    yield new Uint8Array(frame.buffer)
  }
}

function bytesOf(samples: Float32Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
}
