import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { frameAt } from '#shared/domain/time'
import type { Footage } from '#shared/model/footage'
import { mediaIdSchema } from '#shared/model/ids'
import { filmstripSchema, type Filmstrip } from '#shared/model/overview'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import type { FilmstripSheet } from '../media'
import type { JobProgress } from '../jobs'

const inJob = englishOf('steps')

const heightPx = 90
/** Few, so that the first are seen soon. */
const picturesPerSheet = 5
const mostPictures = 360
const leastEveryUs = 1_000_000
/** Up to this length every frame is looked at: many cameras write a keyframe every ten seconds only. */
const everyFrameUpToUs = 60_000_000
/** A recording without enough keyframes is read frame by frame, unless that took hours. */
const leastKeyframeShare = 1 / 8
const everyFrameAtMostUs = 2 * 3_600_000_000
/** A frame further away than this is not the one that a picture was made of. */
const nearUs = 50_000

const madeSchema = filmstripSchema
  .pick({ timesUs: true, sheetMediaIds: true, picturesPerSheet: true, widthPx: true, heightPx: true })
  .extend({ version: z.literal(1), folder: z.string() })
type Made = z.infer<typeof madeSchema>
type Pictures = Omit<Filmstrip, 'state' | 'problem'>

const noPictures: Pictures = { timesUs: [], sheetMediaIds: [], picturesPerSheet, widthPx: 0, heightPx: 0 }

/** How far apart the pictures of a filmstrip are: ten seconds for an hour, and never more than 360 of them. Pure. */
export function planEveryUs(durationUs: number): number {
  return Math.max(leastEveryUs, Math.ceil(durationUs / mostPictures))
}

/** The filmstrips in the data folder: sheets of pictures, and `filmstrip.json`, which is written when all are there. */
export function createFilmstrips({ store, dataFolder, media, frames }: Pick<CoreContext, 'store' | 'dataFolder' | 'media' | 'frames'>) {
  /** What runs, by footage id. */
  const making = new Map<string, Pictures>()
  const placed = new Set<string>()
  const folderOf = (footage: Footage) => path.join(dataFolder, 'derived', footage.sha256)
  const indexOf = (footage: Footage) => path.join(folderOf(footage), 'filmstrip.json')

  async function readMade(footage: Footage): Promise<Made | null> {
    const text = await readFile(indexOf(footage), 'utf8').catch(() => null)
    const made = text === null ? null : madeSchema.safeParse(parseJson(text))
    if (made?.success !== true) return null
    const folder = path.join(folderOf(footage), made.data.folder)
    const isThere = await stat(path.join(folder, nameOfSheet(made.data.sheetMediaIds.length - 1))).then(Boolean, () => false)
    if (!isThere) return null
    if (!placed.has(indexOf(footage))) {
      // The data folder may have been moved since.
      for (const [index, mediaId] of made.data.sheetMediaIds.entries()) {
        const file = path.join(folder, nameOfSheet(index))
        if ((await store.media(mediaId))?.path !== file) await place(mediaId, file)
      }
      placed.add(indexOf(footage))
    }
    return made.data
  }

  const place = (mediaId: Filmstrip['sheetMediaIds'][number], file: string) =>
    store.putMedia(mediaId, { path: file, contentType: 'image/jpeg', downloadName: path.basename(file), expected: null })

  /** Where a container's times are broken, the decoder guesses others than the frame index has; a picture bears the time of a frame. */
  async function frameTime(footage: Footage, timeUs: number): Promise<number> {
    const { timesUs } = await frames.ofFootage(footage)
    // In a damaged file the decoder may count beyond the last frame that the file tells of.
    const lastUs = timesUs.at(-1)
    if (lastUs !== undefined && timeUs > lastUs) return lastUs
    const place = frameAt(timesUs, timeUs)
    const isNearer = (frameUs: number | undefined, otherUs: number) =>
      frameUs !== undefined && Math.abs(frameUs - timeUs) < Math.abs(otherUs - timeUs)
    let nearest = timeUs - nearUs
    for (const frameUs of timesUs.subarray(Math.max(0, place), place + 2)) if (isNearer(frameUs, nearest)) nearest = frameUs
    return nearest === timeUs - nearUs ? timeUs : nearest
  }

  async function makeInto(
    footage: Footage,
    folderName: string,
    isKeyframesOnly: boolean,
    { signal, report }: JobProgress
  ): Promise<Pictures> {
    const folder = path.join(folderOf(footage), folderName)
    // What an interrupted run left.
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    let pictures = noPictures
    let placing: Promise<void> = Promise.resolve()
    const take = async (sheet: FilmstripSheet) => {
      const mediaId = mediaIdSchema.parse(uuidv7())
      await place(mediaId, path.join(folder, sheet.fileName))
      const timesUs = await Promise.all(sheet.timesUs.map((timeUs) => frameTime(footage, timeUs)))
      pictures = {
        timesUs: [...pictures.timesUs, ...timesUs],
        sheetMediaIds: [...pictures.sheetMediaIds, mediaId],
        ...{ picturesPerSheet, widthPx: sheet.widthPx, heightPx: sheet.heightPx }
      }
      making.set(footage.id, pictures)
      report(inJob('makingFilmstrip'), (sheet.timesUs.at(-1) ?? 0) / Math.max(1, footage.probe.durationUs))
    }
    const plan = { everyUs: planEveryUs(footage.probe.durationUs), isKeyframesOnly, heightPx, picturesPerSheet }
    try {
      await media.makeFilmstrip(footage.sourcePath, folder, plan, signal, (sheet) => {
        placing = placing.then(() => take(sheet))
        // Waited for below; a failure must not be unhandled until then.
        placing.catch(() => undefined)
      })
    } finally {
      await placing
    }
    return pictures
  }

  return {
    /** Makes the filmstrip, unless it is there. The work is begun anew where it was interrupted. */
    make: async (footage: Footage, progress: JobProgress): Promise<void> => {
      if ((await readMade(footage)) !== null) return
      const folderName = `filmstrip-${footage.id}`
      const { durationUs } = footage.probe
      const isShort = durationUs <= everyFrameUpToUs
      try {
        let pictures = await makeInto(footage, folderName, !isShort, progress)
        const wanted = durationUs / planEveryUs(durationUs)
        if (!isShort && pictures.timesUs.length < wanted * leastKeyframeShare && durationUs <= everyFrameAtMostUs) {
          pictures = await makeInto(footage, folderName, false, progress)
        }
        const made: Made = { version: 1, folder: folderName, ...pictures }
        await writeFile(`${indexOf(footage)}.${footage.id}.partial`, JSON.stringify(made))
        await rename(`${indexOf(footage)}.${footage.id}.partial`, indexOf(footage))
      } catch (error) {
        await rm(path.join(folderOf(footage), folderName), { recursive: true, force: true })
        await rm(`${indexOf(footage)}.${footage.id}.partial`, { force: true })
        throw error
      } finally {
        making.delete(footage.id)
      }
    },
    /** The pictures so far, and whether that is all. */
    read: async (footage: Footage): Promise<Pictures & { isWhole: boolean }> => {
      const live = making.get(footage.id)
      if (live !== undefined) return { ...live, isWhole: false }
      const made = await readMade(footage)
      if (made === null) return { ...noPictures, isWhole: false }
      const { timesUs, sheetMediaIds, widthPx } = made
      return { timesUs, sheetMediaIds, picturesPerSheet: made.picturesPerSheet, widthPx, heightPx: made.heightPx, isWhole: true }
    }
  }
}

const nameOfSheet = (index: number) => `sheet-${String(index).padStart(3, '0')}.jpg`

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
