import { frameAt } from '#shared/domain/time'
import { englishOf } from '#shared/messages/messagesOf'
import type { Damage } from '#shared/model/footage'

const kept = englishOf('damage')

/** For each frame of a proxy, in order, which frame of the source it shows, and when, in microseconds of the proxy's own time. */
export interface FrameMap {
  frameIndexes: number[]
  timesUs: number[]
}

/** A proxy counts in 1/90000 s: its times are rounded to the nearest, and so may lie this far off. */
const roundingUs = 12
/** No camera writes two frames so close together: a proxy's frame within this of a source frame is that frame. */
const sameFrameUs = 900

/**
 * Compares the frames of a proxy with those of its source. Null where they are the same frames at the same times, as is usual;
 * otherwise the map of those that the proxy shows, each source frame once. Pure; both ascend.
 */
export function planFrameMap(sourceUs: ArrayLike<number>, proxyUs: ArrayLike<number>): FrameMap | null {
  let isSame = sourceUs.length === proxyUs.length
  for (let index = 0; isSame && index < proxyUs.length; index += 1) {
    const lateUs = (proxyUs[index] ?? 0) - (sourceUs[index] ?? 0)
    // The first frame is shown from the very start, though sound may begin before it.
    isSame = lateUs <= roundingUs && (index === 0 || lateUs >= -roundingUs)
  }
  if (isSame) return null
  const map: FrameMap = { frameIndexes: [], timesUs: [] }
  for (let index = 0; index < proxyUs.length; index += 1) {
    const timeUs = proxyUs[index] ?? 0
    const frameIndex = Math.max(0, frameAt(sourceUs, timeUs + sameFrameUs))
    if (frameIndex <= (map.frameIndexes.at(-1) ?? -1)) continue
    map.frameIndexes.push(frameIndex)
    map.timesUs.push(timeUs)
  }
  return map
}

/** Where source frames are missing from the proxy: those that could not be decoded. Pure. */
export function findLostFrames(sourceUs: ArrayLike<number>, durationUs: number, map: FrameMap | null): Damage[] {
  if (map === null) return []
  const lost: Damage[] = []
  let next = 0
  for (const frameIndex of [...map.frameIndexes, sourceUs.length]) {
    const count = frameIndex - next
    const what = kept('notDecoded', { count })
    if (count > 0) lost.push({ fromUs: sourceUs[next] ?? 0, toUs: sourceUs[frameIndex] ?? durationUs, what })
    next = frameIndex + 1
  }
  return lost
}
