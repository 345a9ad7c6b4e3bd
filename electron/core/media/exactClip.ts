import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { ClipPart } from '#shared/model/clip'
import type { Tool } from '#shared/rpc/diagnostics'
import { clipRun, containerOptions, copyPictures, lengthUs, seconds, seekOptions, soundOptions } from './clipArguments'
import { fileUrl, guardArguments } from './inputArguments'
import type { ClipRequest } from './mediaTools'
import { parseProbe, parseRate, videoStream } from './parseProbe'
import type { RawProbe } from './rawProbe'
import { inputOptions, runFfmpeg, type FfmpegRun } from './runFfmpeg'
import { writePartial } from './writePartial'
import { isAtLeast, keepTimesOptions } from './writeProxy'

const leastTimescale = 10_000
/** Of the work, the share that goes to the parts; the rest joins them. */
const partsShare = 0.85

/**
 * Writes the plan's parts one by one, in the source's own unit of time, and joins them with the sound. Edges are encoded without
 * loss, so that each decoded frame is the source's.
 * @throws ProblemError as `mediaProblem` makes it.
 */
export async function exactClip(ffmpeg: Tool, raw: RawProbe, request: ClipRequest): Promise<void> {
  const { path, outPath, plan } = request
  const timescale = timescaleOf(raw)
  const folder = await mkdtemp(join(dirname(resolve(outPath)), 'parts-'))
  const isJoined = plan.parts.some((part) => part.kind === 'copied') && plan.parts.length > 1
  const times = [...keepTimesOptions(ffmpeg.version), '-video_track_timescale', String(timescale)]
  try {
    for (const [index, part] of plan.parts.entries()) {
      const share = { from: (index / plan.parts.length) * partsShare, to: ((index + 1) / plan.parts.length) * partsShare }
      const run = clipRun(request, part.outUs - part.inUs, share)
      await writePart(ffmpeg, { path, part, run, times, timescale, isJoined, partPath: join(folder, partName(index)) })
    }
    await writeFile(join(folder, 'parts.ffconcat'), partList(plan.parts))
    const turn = parseProbe(raw, path).rotationDegrees
    const turnBefore = turn !== 0 && isAtLeast(ffmpeg.version, 6) ? ['-display_rotation:v:0', String(-turn)] : []
    const turnAfter = turn !== 0 && !isAtLeast(ffmpeg.version, 6) ? ['-metadata:s:v:0', `rotate=${360 - turn}`] : []
    await writePartial(resolve(outPath), (partialPath) =>
      runFfmpeg(ffmpeg, clipRun(request, lengthUs(plan), { from: partsShare, to: 1 }), (command) =>
        command
          .input(fileUrl(join(folder, 'parts.ffconcat')))
          .inputOptions(...inputOptions(['-protocol_whitelist', 'file,pipe', ...turnBefore, '-f', 'concat', '-safe', '0']))
          .input(fileUrl(path))
          .inputOptions(...guardArguments, '-ss', seconds(plan.real.inUs), '-t', seconds(lengthUs(plan)))
          .outputOptions('-map', '0:v:0', '-map', '1:a?', '-c:v', 'copy', ...times, ...soundOptions(plan.sound))
          // Without its other data, `rotate` alone turns the picture.
          .outputOptions(...containerOptions(plan), ...turnAfter)
          .output(fileUrl(partialPath))
      )
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface PartWork {
  path: string
  part: ClipPart
  run: FfmpegRun
  times: string[]
  timescale: number
  isJoined: boolean
  partPath: string
}

async function writePart(ffmpeg: Tool, { path, part, run, times, timescale, isJoined, partPath }: PartWork): Promise<void> {
  const isCopied = part.kind === 'copied'
  // ffmpeg's decoder keeps what it learnt of lossless coding until the size of the coded picture changes. So an edge is coded 16 lines
  // higher, and its header says to show it without them.
  const taller = isJoined ? ['-vf', 'pad=iw:ih+16', '-x264-params', 'crop-rect=0,0,0,16'] : []
  const lossless = ['-c:v', 'libx264', '-preset', 'veryfast', '-qp', '0', '-bf', '0', ...taller, '-enc_time_base', `1:${timescale}`]
  const pictures = isCopied ? copyPictures(part) : [...lossless, '-frames:v', String(part.frameCount)]
  await runFfmpeg(ffmpeg, run, (command) =>
    command
      .input(fileUrl(path))
      .inputOptions(...inputOptions(['-noautorotate', ...seekOptions(part.inUs)]))
      .outputOptions('-map', '0:V:0', '-an', '-sn', '-dn', '-map_metadata', '-1', ...pictures, ...times, '-f', 'mp4', '-y')
      .output(fileUrl(partPath))
  )
}

const partName = (index: number) => `part-${index}.mp4`

/** The list that ffmpeg joins: each part begins where its own time in the source says. */
function partList(parts: readonly ClipPart[]): string {
  const lines = parts.map((part, index) => `file ${partName(index)}\nduration ${seconds(part.outUs - part.inUs)}`)
  return `ffconcat version 1.0\n${lines.join('\n')}\n`
}

/** Ticks per second that hold each of the source's times exactly; MP4 wants ten thousand or more. */
function timescaleOf(raw: RawProbe): number {
  let timescale = parseRate(videoStream(raw)?.time_base)?.denominator ?? 90_000
  while (timescale < leastTimescale) timescale *= 2
  return timescale
}
