const beforeUs = 5_000_000
const afterUs = 5_000_000

interface RangeSources {
  loop: { startUs: number; endUs: number } | null
  tag: { startUs: number; endUs: number | null } | null
  timeUs: number
  durationUs: number
}

/** The range that a clip begins with: the loop, or the tag, or some seconds around a moment. Pure; microseconds. */
export function planClipRange({ loop, tag, timeUs, durationUs }: RangeSources): { inUs: number; outUs: number } {
  if (loop !== null) return { inUs: loop.startUs, outUs: loop.endUs }
  if (tag !== null && tag.endUs !== null && tag.endUs > tag.startUs) return { inUs: tag.startUs, outUs: tag.endUs }
  const momentUs = tag?.startUs ?? timeUs
  return { inUs: Math.max(0, momentUs - beforeUs), outUs: Math.min(durationUs, momentUs + afterUs) }
}
