import { rmSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { frameAt } from '#shared/domain/time'
import { damageSchema, type Damage, type Footage } from '#shared/model/footage'
import { mediaIdSchema, type FootageId, type MediaId } from '#shared/model/ids'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { readGrowingUs, writePartial } from '../media'
import type { JobProgress } from '../jobs'
import { statFile } from './hashFile'
import { findLostFrames, planFrameMap, type FrameMap } from './planFrameMap'

const inJob = englishOf('steps')

const maxFramesInWindow = 20_000
const mostPlaces = 40
/** What making a proxy taught of a source: which of its frames the proxy shows, and where it is damaged. */
const lessonSchema = z.object({
  map: z.object({ frameIndexes: z.array(z.number().int()), timesUs: z.array(z.number().int()) }).nullable(),
  damage: z.array(damageSchema)
})
type Lesson = z.infer<typeof lessonSchema>
const nothingLearned: Lesson = { map: null, damage: [] }

/** A copy of a proxy that is being made, and how far it reaches. */
interface SoFar {
  mediaId: MediaId
  readyUs: number
}
/** Up to where a player needs a proxy, and the moment it waits for, microseconds. */
interface Needs {
  neededUs: number
  awaitedUs: number | null
}
interface Growing {
  folder: string
  signal: AbortSignal
  copy: SoFar | null
  copying: Promise<void> | null
}
/** A further copy is made when this much more is ready. */
const leastMoreUs = 2_000_000
const formerKeptMs = 30_000

/** Playable copies of footage that Chromium does not play from its source, or not with the sound track wished for. */
export function createProxies({ dataFolder, store, media, frames }: Pick<CoreContext, 'dataFolder' | 'store' | 'media' | 'frames'>) {
  const growingRoot = path.join(dataFolder, 'growing')
  // What a core left half done when it ended.
  rmSync(growingRoot, { recursive: true, force: true })
  const growing = new Map<string, Growing>()
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

  async function copySoFar(footage: Footage, found: Growing, readyUs: number): Promise<void> {
    const mediaId = mediaIdSchema.parse(uuidv7())
    const outPath = path.join(found.folder, `${mediaId}.mp4`)
    await media.copyGrowingProxy({ growingFolder: found.folder, path: footage.sourcePath, outPath, untilUs: readyUs }, found.signal)
    const former = found.copy
    await store.putMedia(mediaId, {
      path: outPath,
      contentType: 'video/mp4',
      downloadName: `${footage.fileName}.proxy.mp4`,
      expected: null
    })
    found.copy = { mediaId, readyUs }
    // Whoever plays the former one goes over to this one within a few seconds.
    if (former !== null) setTimeout(() => void rm(path.join(found.folder, `${former.mediaId}.mp4`), { force: true }), formerKeptMs).unref()
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
      const folder = path.join(growingRoot, uuidv7())
      const outPath = path.join(folderOf(footage), audioTrack === 0 ? 'proxy.mp4' : `proxy-${audioTrack}.mp4`)
      await mkdir(folderOf(footage), { recursive: true })
      growing.set(key, { folder, signal, copy: null, copying: null })
      try {
        const complaints = await media.makeProxy(
          { path: footage.sourcePath, probe: footage.probe, audioTrack, growingFolder: folder, outPath },
          signal,
          (progress) => report(inJob('makingCopy'), progress * 0.97)
        )
        report(inJob('comparingFrames'), 0.98)
        await learn(footage, outPath, complaints, signal)
        const mediaId = mediaIdSchema.parse(uuidv7())
        const downloadName = `${footage.fileName}.proxy.mp4`
        await store.putMedia(mediaId, { path: outPath, contentType: 'video/mp4', downloadName, expected: null })
        await store.putSetting(key, mediaId)
        return mediaId
      } finally {
        const { copying, copy = null } = growing.get(key) ?? {}
        growing.delete(key)
        await copying?.catch(() => undefined)
        const remove = () => rm(folder, { recursive: true, force: true })
        // Whoever plays the last copy goes over to the whole proxy within a few seconds.
        if (copy !== null && !signal.aborted) setTimeout(() => void remove(), formerKeptMs).unref()
        else await remove()
      }
    },
    /** The proxy that is whole, or null. */
    find: async (footage: Footage, audioTrack: number): Promise<MediaId | null> => {
      const mediaId = await store.setting(keyOf(footage.id, audioTrack), mediaIdSchema)
      const location = mediaId === null ? null : await store.media(mediaId)
      const isThere = location !== null && (await statFile(location.path).then(Boolean, () => false))
      return isThere ? mediaId : null
    },
    /**
     * What can be watched of a proxy that is being made: a copy of what is ready, or null while nothing is. The copy made last is
     * handed out again while it reaches to `neededUs`, and while `awaitedUs` is not ready.
     */
    soFar: async (footage: Footage, audioTrack: number, { neededUs, awaitedUs }: Needs): Promise<SoFar | null> => {
      const found = growing.get(keyOf(footage.id, audioTrack))
      if (found === undefined) return null
      const readyUs = await readGrowingUs(found.folder)
      const copiedUs = found.copy?.readyUs ?? 0
      const isAwaited = awaitedUs !== null && awaitedUs >= copiedUs && awaitedUs < readyUs
      const isNewer = readyUs >= copiedUs + leastMoreUs && (found.copy === null || neededUs > copiedUs || isAwaited)
      if (isNewer) found.copying ??= copySoFar(footage, found, readyUs).finally(() => (found.copying = null))
      // A job that ends meanwhile takes its folder along: then there is the whole proxy.
      await found.copying?.catch(() => undefined)
      return found.copy
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
