import { resolve } from 'node:path'
import type { Tool } from '#shared/rpc/diagnostics'
import { clipRun, containerOptions, copyPictures, lengthUs, seconds, seekOptions, soundOptions } from './clipArguments'
import { fileUrl } from './inputArguments'
import type { ClipRequest } from './mediaTools'
import { inputOptions, runFfmpeg } from './runFfmpeg'
import { writePartial } from './writePartial'
import { keepTimesOptions } from './writeProxy'

/**
 * Copies the coded pictures of the plan's one part and the sound of its range.
 * @throws ProblemError as `mediaProblem` makes it.
 */
export async function copyClip(ffmpeg: Tool, request: ClipRequest): Promise<void> {
  const { path, outPath, plan } = request
  const [part] = plan.parts
  if (part === undefined) throw new RangeError('a clip has a part')
  await writePartial(resolve(outPath), (partialPath) =>
    runFfmpeg(ffmpeg, clipRun(request, lengthUs(plan)), (command) =>
      command
        .input(fileUrl(path))
        .inputOptions(...inputOptions(seekOptions(plan.real.inUs)))
        .outputOptions('-map', '0:V:0', '-map', '0:a?', ...copyPictures(part), ...soundOptions(plan.sound))
        .outputOptions('-t', seconds(lengthUs(plan)), ...keepTimesOptions(ffmpeg.version), ...containerOptions(plan))
        .output(fileUrl(partialPath))
    )
  )
}
