import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { frameAt } from '#shared/domain/time'
import type { ExactTime, TimeBase } from '#shared/model/exactTime'
import type { Footage } from '#shared/model/footage'
import type { CoreContext } from '../context'
import { frameTimesUs, writePartial, type FrameTimes } from '../media'

/** The frames of a footage: `ticks` of `timeBase` in the file's own counting, and the same as microseconds of footage time. Both ascend. */
export interface Frames {
  ticks: Float64Array
  timeBase: TimeBase
  timesUs: Float64Array
}

/** Stands first in the file, so that no other file is taken for one. */
const mark = 0x66_72_61_6d_65_31
const headLength = 4

/** When every frame of a footage is shown, kept beside the database; made anew where it is missing. */
export function createFrameIndex({ dataFolder, media }: Pick<CoreContext, 'dataFolder' | 'media'>) {
  const loaded = new Map<string, Promise<Frames>>()
  const fileOf = (sha256: string) => path.join(dataFolder, 'derived', sha256, 'frame-ticks.f64')

  async function save(sha256: string, found: Omit<FrameTimes, 'damage'>): Promise<Frames> {
    const file = fileOf(sha256)
    const { timeBase, startUs, ticks } = found
    const numbers = new Float64Array(headLength + ticks.length)
    numbers.set([mark, timeBase.numerator, timeBase.denominator, startUs])
    numbers.set(ticks, headLength)
    await mkdir(path.dirname(file), { recursive: true })
    await writePartial(file, (partial) => writeFile(partial, new Uint8Array(numbers.buffer)))
    // What this index was before it kept ticks.
    await rm(path.join(path.dirname(file), 'frame-times-us.f64'), { force: true })
    const frames: Frames = { ticks: numbers.subarray(headLength), timeBase, timesUs: found.timesUs }
    loaded.set(sha256, Promise.resolve(frames))
    return frames
  }

  async function load(footage: Footage): Promise<Frames> {
    const known = await readFile(fileOf(footage.sha256)).then(parseIndex, () => null)
    if (known !== null) return known
    return save(footage.sha256, await media.readFrameTimes(footage.sourcePath, AbortSignal.timeout(10 * 60_000)))
  }

  function ofFootage(footage: Footage): Promise<Frames> {
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
    ofFootage,
    /** The exact time of the frame that begins at a footage time, in microseconds; null where none does, and where the frames cannot be read now. */
    exactTime: async (footage: Footage, timeUs: number): Promise<ExactTime | null> => {
      const frames = await ofFootage(footage).catch(() => null)
      if (frames === null) return null
      const index = frameAt(frames.timesUs, timeUs)
      const ticks = frames.ticks[index]
      return ticks === undefined || frames.timesUs[index] !== timeUs ? null : { ticks, timeBase: frames.timeBase }
    }
  }
}

export type FrameIndex = ReturnType<typeof createFrameIndex>

function parseIndex(bytes: Buffer): Frames | null {
  if (bytes.length % Float64Array.BYTES_PER_ELEMENT !== 0) return null
  const numbers = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  return numbers[0] === mark && numbers.length > headLength ? framesOf(numbers) : null
}

function framesOf(numbers: Float64Array): Frames {
  const [, numerator = 1, denominator = 1, startUs = 0] = numbers
  const timeBase = { numerator, denominator }
  const ticks = numbers.subarray(headLength)
  return { ticks, timeBase, timesUs: frameTimesUs(ticks, timeBase, startUs) }
}
