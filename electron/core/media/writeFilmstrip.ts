import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Tool } from '#shared/rpc/diagnostics'
import { fileUrl, guardArguments } from './inputArguments'
import { hasWriteError, mediaProblem } from './mediaProblem'
import type { FilmstripPlan, FilmstripSheet } from './mediaTools'
import { createPacketListReader, ticksToUs } from './packetList'
import { microseconds } from './parseProbe'
import type { RawProbe } from './rawProbe'
import { runProgram } from './runProgram'
import { everyFrameOptions } from './writeProxy'

const leastLimitMs = 10 * 60_000
const limitPerSecondMs = 5000

/**
 * Writes the filmstrip in one pass. Each sheet is renamed to its name when it is whole. The time of a picture is the presentation
 * time of the frame that it was made of. A file that breaks off after some pictures gives those.
 * @throws ProblemError as `mediaProblem` makes it, and where there is no picture at all.
 */
export async function writeFilmstrip(
  ffmpeg: Tool,
  raw: RawProbe,
  request: FilmstripPlan & { path: string; outFolder: string },
  signal: AbortSignal,
  onSheet: (sheet: FilmstripSheet) => void
): Promise<void> {
  const { path, outFolder, picturesPerSheet } = request
  const startUs = microseconds(raw.format.start_time)
  const list = createPacketListReader()
  let waiting: number[] = []
  let sheetCount = 0

  /** A sheet stands under its name only when it is whole; the last one may hold fewer pictures. */
  function takeSheets(isEnd: boolean): void {
    for (;;) {
      const fileName = `sheet-${String(sheetCount).padStart(3, '0')}.jpg`
      const isFull = waiting.length >= picturesPerSheet
      if (waiting.length === 0 || (!isFull && !isEnd) || !existsSync(join(outFolder, fileName))) return
      const timesUs = waiting.slice(0, picturesPerSheet)
      waiting = waiting.slice(picturesPerSheet)
      sheetCount += 1
      onSheet({ fileName, timesUs, widthPx: list.head.widthPx ?? 0, heightPx: list.head.heightPx ?? 0 })
    }
  }
  function onLine(line: string): void {
    const packet = list.read(line)
    if (packet === null || packet === 'head' || list.head.timeBase === null) return
    waiting.push(Math.max(0, ticksToUs(packet.ticks, list.head.timeBase) - startUs))
    takeSheets(false)
  }

  const limitMs = Math.max(leastLimitMs, (microseconds(raw.format.duration) / 1e6) * limitPerSecondMs)
  const run = await runProgram(ffmpeg.path, planArguments(ffmpeg.version, request), { limitMs, signal, cwd: outFolder, onLine })
  const failure = { ...run, path: resolve(path), task: 'taskMakePictures' as const, limitMs }
  if (run.end !== 'exited' || run.exitCode === null || hasWriteError(run.stderr)) throw mediaProblem(failure)
  takeSheets(true)
  if (sheetCount === 0 || waiting.length > 0) throw mediaProblem(failure)
}

/** The demuxer leaves out what is no keyframe where it can, the decoder where it cannot. */
function planArguments(version: string, plan: FilmstripPlan & { path: string }): string[] {
  const everySeconds = plan.everyUs / 1e6
  const cell = (time: string) => `floor(${time}/${everySeconds}+1e-6)`
  const filter = [
    `[0:V:0]select='isnan(prev_selected_t)+gt(${cell('t')},${cell('prev_selected_t')})'`,
    // Upright and with square pixels, as it is played.
    `scale=w='max(2,2*round(${plan.heightPx}*dar/2))':h=${plan.heightPx}:flags=bilinear,setsar=1,format=yuvj420p,split[pictures][tiled]`
  ].join(',')
  const everyFrame = everyFrameOptions(version)
  return [
    ...['-v', 'error', '-hide_banner', '-nostdin', '-nostats', ...guardArguments, '-copyts'],
    // Blocks left unsmoothed are not seen in pictures this small, and it takes a third of the time away.
    ...['-skip_loop_filter', 'all'],
    ...(plan.isKeyframesOnly ? ['-discard', 'nokey', '-skip_frame', 'nokey'] : []),
    ...['-i', fileUrl(plan.path), '-filter_complex', `${filter};[tiled]tile=${plan.picturesPerSheet}x1[sheets]`],
    ...['-map', '[pictures]', ...everyFrame, '-enc_time_base', '1:1000000', '-c:v', 'rawvideo', '-f', 'framecrc', 'pipe:1'],
    ...['-map', '[sheets]', ...everyFrame, '-c:v', 'mjpeg', '-q:v', '4', '-f', 'image2', '-atomic_writing', '1'],
    ...['-start_number', '0', '-y', 'file:sheet-%03d.jpg']
  ]
}
