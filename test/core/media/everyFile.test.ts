import { ProblemError } from '#shared/rpc/problem'
import { createMediaTools, isPlayableInChromium, withFrameTimes, type MediaTools } from '#core/media/index'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectedOutcomes as expected } from './expectedOutcomes'
import { testVideos } from './testFootage'

const signal = new AbortController().signal
/** Damage is looked for here only, since it takes reading all frames. */
const mayBeDamaged = /^(containers|damaged)\//
const videos = testVideos()
let media: MediaTools

async function outcomeOf(name: string, path: string): Promise<string> {
  try {
    const container = await media.probe(path, signal)
    const probe = mayBeDamaged.test(name) ? withFrameTimes(container, await media.readFrameTimes(path, signal)) : container
    expect(probe.durationUs).toBeGreaterThan(0)
    expect(probe.durationUs, 'a length that its size cannot hold').toBeLessThan(3600e6)
    return `${isPlayableInChromium(probe) ? 'source' : 'proxy'}${probe.damage.length > 0 ? ', damaged' : ''}`
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return `refused: ${error.problem.code}`
  }
}

describe.skipIf(videos.length === 0)('every third-party file', () => {
  beforeAll(async () => {
    media = await createMediaTools({ env: process.env, log: () => undefined })
  })

  test('stands in the table, and every file of the table is there', () => {
    expect(videos.map(({ name }) => name)).toEqual(Object.keys(expected).sort())
  })

  test.concurrent.each(videos)('$name', async ({ name, path }) => {
    const outcome = await outcomeOf(name, path)
    // The npm build of ffprobe crashes on some transport streams; that is said and does not hang.
    if (media.tools().ffprobe?.isOldBuild === true && outcome === 'refused: ffmpeg_failed') return
    expect(outcome).toBe(expected[name])
  })
})
