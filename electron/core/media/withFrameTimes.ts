import type { FootageProbe } from '#shared/model/footage'
import type { FrameTimes } from './mediaTools'

const toleratedGapUs = 1_000_000

/**
 * Corrects what the header says by the frames that were read. Pure. The length becomes that of the frames where the header
 * gives none or ends before the last frame, or, with `isHeaderTrusted` false, always; where the two are more than 1 s apart, `damage` says so.
 */
export function withFrameTimes<Probe extends FootageProbe>(probe: Probe, frames: FrameTimes, isHeaderTrusted = true): Probe {
  const endUs = endOfFramesUs(frames.timesUs)
  if (endUs === 0) return { ...probe, damage: frames.damage }
  const isHeaderUsed = isHeaderTrusted && probe.durationUs >= (frames.timesUs.at(-1) ?? 0) && probe.durationUs > 0
  const apart = `The file says that it lasts ${seconds(probe.durationUs)} s; its pictures end at ${seconds(endUs)} s.`
  const isApart = probe.durationUs > 0 && Math.abs(probe.durationUs - endUs) > toleratedGapUs
  return {
    ...probe,
    durationUs: isHeaderUsed ? probe.durationUs : endUs,
    damage: [...(isApart ? [apart] : []), ...frames.damage].slice(0, 20)
  }
}

/** The last frame is taken to last as long as the frames do in the middle. */
function endOfFramesUs(timesUs: number[]): number {
  const lastUs = timesUs.at(-1)
  if (lastUs === undefined) return 0
  // A typed array: twelve hours have over a million frames.
  const gaps = new Float64Array(timesUs.length - 1)
  for (let index = 0; index < gaps.length; index++) gaps[index] = (timesUs[index + 1] ?? 0) - (timesUs[index] ?? 0)
  return lastUs + (gaps.sort()[Math.floor(gaps.length / 2)] ?? 40_000)
}

function seconds(durationUs: number): string {
  return (durationUs / 1e6).toFixed(1)
}
