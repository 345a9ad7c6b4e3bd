import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Tool } from '#shared/rpc/diagnostics'
import { clipRun, containerOptions, lengthUs, seconds, seekOptions, soundOptions } from './clipArguments'
import { fileUrl } from './inputArguments'
import type { Banner, ClipRequest } from './mediaTools'
import { inputOptions, runFfmpeg } from './runFfmpeg'
import { writePartial } from './writePartial'
import { h264Options, keepTimesOptions } from './writeProxy'

/** ffmpeg rounds a time to milliseconds where the app cuts it. */
const cutSeconds = 0.000499

/**
 * Encodes the range anew, with two lines in a band below the pictures, so that nothing is covered: the banner's text, and the
 * footage time of each frame.
 * @throws ProblemError as `mediaProblem` makes it.
 */
export async function bannerClip(ffmpeg: Tool, request: ClipRequest, banner: Banner): Promise<void> {
  const { path, outPath, plan } = request
  const folder = await mkdtemp(join(dirname(resolve(outPath)), 'banner-'))
  try {
    // Files with plain names in a folder of their own: nothing in them is taken for a part of the filter.
    await copyFile(banner.fontPath, join(folder, 'font.ttf'))
    await writeFile(join(folder, 'banner.txt'), banner.text)
    const run = { ...clipRun(request, lengthUs(plan)), folder }
    await writePartial(resolve(outPath), (partialPath) =>
      runFfmpeg(ffmpeg, run, (command) =>
        command
          .input(fileUrl(path))
          .inputOptions(...inputOptions(seekOptions(plan.real.inUs)))
          .outputOptions('-map', '0:V:0', '-map', '0:a?', '-vf', bannerFilter(plan.real.inUs, banner))
          .outputOptions('-t', seconds(lengthUs(plan)), '-frames:v', String(plan.frameCount))
          .outputOptions(...keepTimesOptions(ffmpeg.version), '-enc_time_base', '1:90000')
          .outputOptions(...h264Options('veryfast', '-crf', 18), ...soundOptions(plan.sound), ...containerOptions(plan))
          .output(fileUrl(partialPath))
      )
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A picture of square pixels and even sides with a dark band below, its letters as large as the line's length lets them be. Pure. */
function bannerFilter(originUs: number, { text, timeWords }: Banner): string {
  const band = 'max(36,2*trunc(ih/24))'
  const size = `min(max(9,trunc(h/40)),trunc(w*1.7/${Math.max(40, text.length)}))`
  const line = `fontfile=font.ttf:fontcolor=white:x=8:fontsize='${size}'`
  const offset = (originUs / 1e6 - cutSeconds).toFixed(6)
  return [
    'scale=trunc(iw*sar/2)*2:trunc(ih/2)*2,setsar=1',
    `pad=iw:'ih+${band}':0:0:color=0x101418`,
    `drawtext=${line}:textfile=banner.txt:expansion=none:y='h-2.4*${size}'`,
    `drawtext=${line}:text='${timeWords} %{pts\\:hms\\:${offset}}':y='h-1.2*${size}'`
  ].join(',')
}
