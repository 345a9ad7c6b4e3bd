import { damageOf, describeDamage } from '#shared/domain/damage'
import { ProblemError } from '#shared/rpc/problem'
import { createMediaTools, isPlayableInChromium } from '#core/media/index'
import { expect, test } from 'vitest'
import { testVideos } from './testFootage'

test('every third-party file gives a probe or says what is wrong', { timeout: 240_000 }, async (context) => {
  const videos = testVideos()
  if (videos.length === 0) context.skip('no third-party videos')
  const media = await createMediaTools({ env: process.env, log: () => undefined })
  // The npm build of ffprobe crashes on some transport streams; that must still be said and not hang.
  const crash = media.tools().ffprobe?.isOldBuild === false ? [] : ['ffmpeg_failed']
  const mayRefuse = ['footage_not_video', 'footage_unreadable', ...crash]
  const lines: string[] = []
  for (const { name, path } of videos) {
    try {
      const probe = await media.probe(path, AbortSignal.timeout(30_000))
      expect(probe.durationUs, name).toBeGreaterThan(0)
      expect(probe.durationUs, `${name}: a length that its size cannot hold`).toBeLessThan(3600e6)
      const use = isPlayableInChromium(probe) ? 'plays' : 'proxy'
      lines.push(
        `${use}  ${(probe.durationUs / 1e6).toFixed(3)} s  ${probe.videoCodec}/${probe.audioCodec ?? '-'}  ${probe.widthPx}x${probe.heightPx}  ${probe.isVariableFrameRate ? 'VFR' : ''} ${probe.recordedAt ?? ''} ${probe.rotationDegrees}  ${name} ${damageOf(probe).map(describeDamage).join(' | ')}`
      )
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      expect(mayRefuse, `${name}: ${error.message}`).toContain(error.problem.code)
      lines.push(`${error.problem.code}  ${name}: ${error.message}`)
    }
  }
  const refused = lines.filter((line) => line.startsWith('footage_')).length
  process.stdout.write(`${lines.join('\n')}\n${videos.length} files: ${videos.length - refused} read, ${refused} refused\n`)
})
