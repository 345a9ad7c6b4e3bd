import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { footageSchema } from '#shared/model/footage'
import type { KnownCamera } from './cameraDrift'
import { callMethod, makeCaseWithFootage } from './commandLine'
import { drawTimecode, keptFrames, sourceTimeUs, type TimecodeCamera } from './timecodeVideo'

const ntsc = [30_000, 1001] as const
const pal = [25, 1] as const

/** Cameras of three kinds of rate, begun at odd times, the first of them the earliest. */
export const cameras: readonly TimecodeCamera[] = [
  { name: 'first', rate: pal, leavesOut: null, startMs: 0 },
  { name: 'ntsc', rate: ntsc, leavesOut: null, startMs: 1_250 },
  { name: 'varying', rate: ntsc, leavesOut: 3, startMs: 2_507 },
  { name: 'late', rate: pal, leavesOut: null, startMs: 14_053 },
  { name: 'fifth', rate: ntsc, leavesOut: null, startMs: 611 },
  { name: 'sixth', rate: pal, leavesOut: 4, startMs: 333 },
  { name: 'seventh', rate: pal, leavesOut: null, startMs: 1_719 },
  { name: 'eighth', rate: ntsc, leavesOut: 5, startMs: 2_101 }
]
const startsAtMs = Date.parse('2024-10-13T01:14:00.000Z')

/** A case with the first `count` cameras, of so many seconds each, made before any window opens. */
export async function makeCameraCase(
  folder: string,
  count: number,
  seconds: number
): Promise<{ dataFolder: string; known: KnownCamera[]; incidentNumber: string }> {
  mkdirSync(folder, { recursive: true })
  const dataFolder = path.join(folder, 'data')
  const chosen = cameras.slice(0, count)
  const files = chosen.map(({ name }) => path.join(folder, `${name}.mp4`))
  for (const [index, camera] of chosen.entries()) drawTimecode(files[index] ?? '', camera, seconds)
  const { footage, case: made } = await makeCaseWithFootage(dataFolder, files)
  const known: KnownCamera[] = []
  for (const camera of chosen) {
    const loaded = footage.find(({ fileName }) => fileName === `${camera.name}.mp4`)
    if (loaded === undefined) throw new Error(`${camera.name} was not loaded.`)
    const startsAt = new Date(startsAtMs + camera.startMs).toISOString()
    const draft = { wearerId: null, cameraLabel: camera.name, startsAt }
    await callMethod(dataFolder, 'footage.update', { footageId: loaded.id, draft }, footageSchema)
    const frames = Math.floor((seconds * 1e6) / sourceTimeUs(camera, 1))
    known.push({ ...camera, mediaId: loaded.mediaId, kept: keptFrames(camera, frames) })
  }
  return { dataFolder, known, incidentNumber: made.incidentNumber }
}
