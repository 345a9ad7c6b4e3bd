import { closeSync, openSync, writeSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Footage } from '#shared/model/footage'
import { waveformExtentSchema, type Waveform, type WaveformExtent } from '#shared/model/overview'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import type { JobProgress } from '../jobs'
import { readBuckets, type BucketSource } from './readBuckets'
import { bucketUs, coarseFactor, createSoundBuckets, type SoundBuckets } from './soundBuckets'

const inJob = englishOf('steps')

const bytesPerBucket = 2 * Int16Array.BYTES_PER_ELEMENT

const madeSchema = waveformExtentSchema
  .pick({ quietStretches: true })
  .extend({ version: z.literal(1), trackCount: z.number().int().min(0), fineCount: z.number().int().min(0) })
type Made = z.infer<typeof madeSchema>
type Extent = Omit<WaveformExtent, 'state' | 'problem'>

/**
 * The waveforms in the data folder: `waveform.i16` holds low and high of all fine buckets and then of all coarse ones;
 * `waveform.json` says how many, and is written when all are there.
 */
export function createWaveforms({ dataFolder, media }: Pick<CoreContext, 'dataFolder' | 'media'>) {
  /** What runs, by footage id. */
  const making = new Map<string, { buckets: SoundBuckets; file: string }>()
  const filesOf = (footage: Footage) => {
    const folder = path.join(dataFolder, 'derived', footage.sha256)
    const partial = (name: string) => path.join(folder, `${name}.${footage.id}.partial`)
    return {
      folder,
      ...{ index: path.join(folder, 'waveform.json'), data: path.join(folder, 'waveform.i16') },
      ...{ partialIndex: partial('waveform.json'), partialData: partial('waveform.i16') }
    }
  }

  async function readMade(footage: Footage): Promise<Made | null> {
    const { index, data } = filesOf(footage)
    const text = await readFile(index, 'utf8').catch(() => null)
    const made = text === null ? null : madeSchema.safeParse(parseJson(text))
    if (made?.success !== true) return null
    const sizeBytes = (made.data.fineCount + Math.ceil(made.data.fineCount / coarseFactor)) * bytesPerBucket
    const isWhole = await stat(data).then(
      (file) => file.size === sizeBytes,
      () => false
    )
    return isWhole ? made.data : null
  }

  async function makeInto(footage: Footage, file: string, { signal, report }: JobProgress): Promise<Made> {
    const { durationUs } = footage.probe
    const handle = openSync(file, 'w')
    try {
      // Written at once, not queued: a piece of it is small, and what is counted can then be read.
      const write = (values: Int16Array) => writeAll(handle, values)
      const buckets = createSoundBuckets(durationUs, write)
      making.set(footage.id, { buckets, file })
      const { trackCount } = await media.streamSound(footage.sourcePath, signal, ({ samples, samplesPerSecond, startUs }) => {
        buckets.add(samples, samplesPerSecond, startUs)
        report(inJob('readingSound'), Math.max(0, startUs) / Math.max(1, durationUs))
      })
      buckets.end()
      write(buckets.coarse())
      return { version: 1, trackCount, fineCount: buckets.count(), quietStretches: buckets.stretches() }
    } finally {
      closeSync(handle)
    }
  }

  async function sourceOf(footage: Footage): Promise<BucketSource & { close: () => Promise<void> }> {
    const live = making.get(footage.id)
    const made = live === undefined ? await readMade(footage) : null
    const file = live?.file ?? filesOf(footage).data
    const fineCount = live?.buckets.count() ?? made?.fineCount ?? 0
    const handle = fineCount === 0 ? null : await open(file, 'r')
    const read = async (first: number, count: number) => {
      const values = new Int16Array(count * 2)
      const { bytesRead } = (await handle?.read(new Uint8Array(values.buffer), 0, count * bytesPerBucket, first * bytesPerBucket)) ?? {
        bytesRead: 0
      }
      return values.subarray(0, Math.floor(bytesRead / bytesPerBucket) * 2)
    }
    return {
      fineCount,
      isWhole: made !== null,
      readFine: read,
      readCoarse: () =>
        live === undefined ? read(fineCount, Math.ceil(fineCount / coarseFactor)) : Promise.resolve(live.buckets.coarse()),
      close: async () => handle?.close()
    }
  }

  return {
    /** Makes the waveform, unless it is there. The work is begun anew where it was interrupted. */
    make: async (footage: Footage, progress: JobProgress): Promise<void> => {
      if ((await readMade(footage)) !== null) return
      const files = filesOf(footage)
      await mkdir(files.folder, { recursive: true })
      try {
        const made = await makeInto(footage, files.partialData, progress)
        await writeFile(files.partialIndex, JSON.stringify(made))
        await rename(files.partialData, files.data)
        await rename(files.partialIndex, files.index)
      } finally {
        making.delete(footage.id)
        await rm(files.partialData, { force: true })
        await rm(files.partialIndex, { force: true })
      }
    },
    /** How far the sound is read, and what is known of it. */
    extent: async (footage: Footage): Promise<Extent & { isWhole: boolean }> => {
      const live = making.get(footage.id)
      if (live !== undefined) {
        const { buckets } = live
        return { trackCount: null, readToUs: buckets.count() * bucketUs, quietStretches: buckets.stretches(), isWhole: false }
      }
      const made = await readMade(footage)
      if (made === null) return { trackCount: null, readToUs: 0, quietStretches: [], isWhole: false }
      const { trackCount, quietStretches } = made
      return { trackCount, readToUs: footage.probe.durationUs, quietStretches, isWhole: true }
    },
    /** A stretch of the waveform; what has not been read yet is `unread`. */
    read: async (footage: Footage, fromUs: number, toUs: number, bucketCount: number): Promise<Waveform> => {
      const source = await sourceOf(footage)
      try {
        return await readBuckets(source, fromUs, toUs, bucketCount)
      } finally {
        await source.close()
      }
    }
  }
}

/** A disk that takes a part only is full: the next write says so. */
function writeAll(handle: number, values: Int16Array): void {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
