import { extname, resolve } from 'node:path'
import { stat } from 'node:fs/promises'
import type { Tool } from '#shared/rpc/diagnostics'
import { fileUrl, guardArguments } from './inputArguments'
import { mediaProblem } from './mediaProblem'
import { readFrameTimes } from './readFrameTimes'
import type { RawProbe } from './rawProbe'
import { inputOptions, runFfmpeg } from './runFfmpeg'
import { writePartial } from './writePartial'

const stillLimitMs = 60_000
const lookBackUs = 2_000_000
/** A seek lands on the first frame at or after its target. Aiming this much early keeps rounding from skipping the frame; no camera writes frames so close. */
const seekMarginUs = 400

export interface StillRequest {
  path: string
  /** Footage time, microseconds. */
  timeUs: number
  /** Ends in .png, .jpg or .jpeg. */
  outPath: string
  /** Null: as wide as it is shown. */
  widthPx: number | null
}

/**
 * Writes the frame that is on screen at a footage time: the last that begins at or before it, upright, with square pixels.
 * @throws ProblemError as `mediaProblem` makes it.
 */
export async function writeStill(
  tools: { ffmpeg: Tool; ffprobe: Tool },
  raw: RawProbe,
  request: StillRequest,
  signal: AbortSignal
): Promise<void> {
  const shownUs = await shownFrameUs(tools.ffprobe, raw, request, signal)
  const seekSeconds = (Math.max(0, shownUs - seekMarginUs) / 1e6).toFixed(6)
  const codec = extname(request.outPath).toLowerCase() === '.png' ? ['-c:v', 'png'] : ['-c:v', 'mjpeg', '-q:v', '3', '-pix_fmt', 'yuvj420p']
  const shownSize = 'scale=trunc(iw*sar/2)*2:ih,setsar=1'
  const filter = request.widthPx === null ? shownSize : `${shownSize},scale=${request.widthPx}:-2`
  const run = { path: resolve(request.path), task: 'taskMakeStill' as const, limitMs: stillLimitMs, signal }
  await writePartial(resolve(request.outPath), async (partialPath) => {
    await runFfmpeg(tools.ffmpeg, run, (command) =>
      command
        .input(fileUrl(request.path))
        .inputOptions(...inputOptions([...guardArguments, '-ss', seekSeconds]))
        .outputOptions('-map', '0:V:0', '-vf', filter, '-frames:v', '1', ...codec, '-f', 'image2', '-update', '1', '-y')
        .output(fileUrl(partialPath))
    )
    const isWritten = await stat(partialPath).then(
      (file) => file.size > 0,
      () => false
    )
    if (!isWritten)
      throw mediaProblem({ ...run, end: 'exited', stderr: [`no frame could be read at ${(request.timeUs / 1e6).toFixed(3)} s`] })
  })
}

async function shownFrameUs(ffprobe: Tool, raw: RawProbe, { path, timeUs }: StillRequest, signal: AbortSignal): Promise<number> {
  const near = { fromUs: Math.max(0, timeUs - lookBackUs), toUs: timeUs + 100_000 }
  for (const window of [near, { fromUs: 0, toUs: timeUs + 100_000 }]) {
    const { timesUs } = await readFrameTimes(ffprobe, path, raw, { signal, window })
    const shownUs = timesUs.findLast((frameUs) => frameUs <= timeUs)
    if (shownUs !== undefined) return shownUs
  }
  return timeUs
}
