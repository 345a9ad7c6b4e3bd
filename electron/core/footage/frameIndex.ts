import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { frameAt } from '#shared/domain/time'
import type { Footage } from '#shared/model/footage'
import type { CoreContext } from '../context'

const maxFramesInWindow = 20_000

/** Presentation times of every frame of a footage, kept beside the database; made anew where they are missing. */
export function createFrameIndex({ dataFolder, media }: Pick<CoreContext, 'dataFolder' | 'media'>) {
  const loaded = new Map<string, Promise<Float64Array>>()
  const fileOf = (sha256: string) => path.join(dataFolder, 'derived', sha256, 'frame-times-us.f64')

  async function save(sha256: string, timesUs: readonly number[]): Promise<void> {
    const file = fileOf(sha256)
    await mkdir(path.dirname(file), { recursive: true })
    const partial = `${file}.partial`
    const kept = Float64Array.from(timesUs)
    await writeFile(partial, new Uint8Array(kept.buffer))
    await rename(partial, file)
    loaded.set(sha256, Promise.resolve(kept))
  }

  async function load(footage: Footage): Promise<Float64Array> {
    const bytes = await readFile(fileOf(footage.sha256)).catch(() => null)
    if (bytes !== null && bytes.length % Float64Array.BYTES_PER_ELEMENT === 0) {
      return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
    }
    const { timesUs } = await media.readFrameTimes(footage.sourcePath, AbortSignal.timeout(10 * 60_000))
    await save(footage.sha256, timesUs)
    return Float64Array.from(timesUs)
  }

  function timesOf(footage: Footage): Promise<Float64Array> {
    const known = loaded.get(footage.sha256)
    if (known !== undefined) return known
    const loading = load(footage)
    loaded.set(footage.sha256, loading)
    // A failure is not remembered: the file may be back at the next call.
    loading.catch(() => loaded.delete(footage.sha256))
    return loading
  }

  return {
    save,
    /** The frames shown from `fromUs` to `toUs`, the one shown at `fromUs` included; at most 20,000. */
    window: async (footage: Footage, fromUs: number, toUs: number) => {
      const times = await timesOf(footage)
      const first = Math.max(0, frameAt(times, fromUs))
      const last = Math.min(frameAt(times, toUs), first + maxFramesInWindow - 1)
      return { timesUs: [...times.subarray(first, last + 1)], firstFrameIndex: first }
    }
  }
}

export type FrameIndex = ReturnType<typeof createFrameIndex>
