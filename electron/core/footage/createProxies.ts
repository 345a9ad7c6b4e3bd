import { rmSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { frameAt } from '#shared/domain/time'
import { damageSchema, type Damage, type Footage } from '#shared/model/footage'
import { mediaIdSchema, type FootageId, type MediaId } from '#shared/model/ids'
import { ProblemError } from '#shared/rpc/problem'
import type { CoreContext } from '../context'
import { readGrowingBytes, readGrowingProxy, writePartial } from '../media'
import type { JobProgress } from '../jobs'
import { statFile } from './hashFile'
import { findLostFrames, planFrameMap, type FrameMap } from './planFrameMap'

const maxFramesInWindow = 20_000
const mostPlaces = 40
/** What making a proxy taught of a source: which of its frames the proxy shows, and where it is damaged. */
const lessonSchema = z.object({
  map: z.object({ frameIndexes: z.array(z.number().int()), timesUs: z.array(z.number().int()) }).nullable(),
  damage: z.array(damageSchema)
})
type Lesson = z.infer<typeof lessonSchema>
const nothingLearned: Lesson = { map: null, damage: [] }

/** Playable copies of footage that Chromium does not play from its source, or not with the sound track wished for. */
export function createProxies({ dataFolder, store, media, frames }: Pick<CoreContext, 'dataFolder' | 'store' | 'media' | 'frames'>) {
  const growingRoot = path.join(dataFolder, 'growing')
  // What a core left half done when it ended.
  rmSync(growingRoot, { recursive: true, force: true })
  const growing = new Map<string, { id: string; folder: string }>()
  const lessons = new Map<string, Promise<Lesson>>()
  const keyOf = (footageId: FootageId, audioTrack: number) => `proxy of ${footageId}${audioTrack === 0 ? '' : ` with sound ${audioTrack}`}`
  const folderOf = (footage: Footage) => path.join(dataFolder, 'derived', footage.sha256)
  const lessonFileOf = (footage: Footage) => path.join(folderOf(footage), 'proxy.json')

  async function learn(footage: Footage, proxyFile: string, complaints: Damage[], signal: AbortSignal): Promise<void> {
    const source = await frames.ofFootage(footage)
    const made = await media.readFrameTimes(proxyFile, signal)
    const map: FrameMap | null = planFrameMap(source.timesUs, made.timesUs)
    const lost = findLostFrames(source.timesUs, footage.probe.durationUs, map)
    const lesson: Lesson = { map, damage: [...lost, ...complaints].slice(0, mostPlaces) }
    await writePartial(lessonFileOf(footage), (partial) => writeFile(partial, JSON.stringify(lesson)))
    lessons.set(footage.sha256, Promise.resolve(lesson))
  }

  function lessonOf(footage: Footage): Promise<Lesson> {
    const known = lessons.get(footage.sha256)
    if (known !== undefined) return known
    const reading = readFile(lessonFileOf(footage), 'utf8').then(
      (text) => lessonSchema.parse(JSON.parse(text)),
      () => nothingLearned
    )
    lessons.set(footage.sha256, reading)
    return reading
  }

  return {
    /** Makes the proxy and answers with its media id. The name it is found under belongs to it when it is whole, and not before. */
    make: async (footage: Footage, audioTrack: number, { signal, report }: Pick<JobProgress, 'signal' | 'report'>): Promise<MediaId> => {
      const key = keyOf(footage.id, audioTrack)
      const id = uuidv7()
      const folder = path.join(growingRoot, id)
      const outPath = path.join(folderOf(footage), audioTrack === 0 ? 'proxy.mp4' : `proxy-${audioTrack}.mp4`)
      await mkdir(folderOf(footage), { recursive: true })
      growing.set(key, { id, folder })
      try {
        const complaints = await media.makeProxy(
          { path: footage.sourcePath, probe: footage.probe, audioTrack, growingFolder: folder, outPath },
          signal,
          (progress) => report('Making a playable copy', progress * 0.97)
        )
        report('Comparing the frames', 0.98)
        await learn(footage, outPath, complaints, signal)
        const mediaId = mediaIdSchema.parse(uuidv7())
        const downloadName = `${footage.fileName}.proxy.mp4`
        await store.putMedia(mediaId, { path: outPath, contentType: 'video/mp4', downloadName, expected: null })
        await store.putSetting(key, mediaId)
        return mediaId
      } finally {
        growing.delete(key)
        await rm(folder, { recursive: true, force: true })
      }
    },
    /** The proxy that is whole, or null. */
    find: async (footage: Footage, audioTrack: number): Promise<MediaId | null> => {
      const mediaId = await store.setting(keyOf(footage.id, audioTrack), mediaIdSchema)
      const location = mediaId === null ? null : await store.media(mediaId)
      const isThere = location !== null && (await statFile(location.path).then(Boolean, () => false))
      return isThere ? mediaId : null
    },
    /** The id of the proxy that is being made, where a part of it can be played already; otherwise null. */
    growingId: async (footageId: FootageId, audioTrack: number): Promise<string | null> => {
      const found = growing.get(keyOf(footageId, audioTrack))
      return found === undefined || (await readGrowingProxy(found.folder)) === null ? null : found.id
    },
    /** A part of a proxy that grows: its head where `atUs` is null, else the part shown then. Throws `not_found` where it does not grow any more. */
    part: async (footageId: FootageId, growingId: string, atUs: number | null): Promise<{ readyUs: number; bytes: string | null }> => {
      const found = [...growing.values()].find(({ id }) => id === growingId)
      const grown = found === undefined ? null : await readGrowingProxy(found.folder)
      if (found === undefined || grown === null) throw growsNoMore(footageId)
      const wanted = atUs === null ? grown.head : grown.parts.find(({ endUs }) => endUs > atUs)
      const bytes = wanted === undefined ? null : await readGrowingBytes(found.folder, wanted).catch(() => null)
      return { readyUs: grown.parts.at(-1)?.endUs ?? 0, bytes: bytes?.toString('base64') ?? null }
    },
    damage: async (footage: Footage): Promise<Damage[]> => (await lessonOf(footage)).damage,
    /** The frames shown from `fromUs` to `toUs`, the one shown at `fromUs` included; at most 20,000. Of a proxy, those that it shows. */
    window: async (footage: Footage, fromUs: number, toUs: number, of: 'source' | 'proxy') => {
      const { timesUs } = await frames.ofFootage(footage)
      const { map } = of === 'source' ? nothingLearned : await lessonOf(footage)
      const shownUs = map === null ? timesUs : Float64Array.from(map.frameIndexes, (index) => timesUs[index] ?? 0)
      const first = Math.max(0, frameAt(shownUs, fromUs))
      const end = Math.min(frameAt(shownUs, toUs), first + maxFramesInWindow - 1) + 1
      return {
        timesUs: [...shownUs.subarray(first, end)],
        firstFrameIndex: map?.frameIndexes[first] ?? first,
        proxy: map && { timesUs: map.timesUs.slice(first, end), frameIndexes: map.frameIndexes.slice(first, end) }
      }
    }
  }
}

function growsNoMore(footageId: FootageId): ProblemError {
  return new ProblemError('not_found', 'This playable copy is not being made any more.', 'Ask again what this footage is played from.', {
    subjectId: footageId
  })
}
