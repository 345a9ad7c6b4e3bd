import { frameAt } from '#shared/domain/time'
import type { CameraSample } from './cameraProbe'
import { sourceTimeUs, type TimecodeCamera } from './timecodeVideo'

/** A camera as the test knows it: what it shows when, on the case clock. */
export interface KnownCamera extends TimecodeCamera {
  mediaId: string
  /** Source frames in the file, ascending. */
  kept: readonly number[]
}

/** How one camera stood beside the large one over some samples, in microseconds. */
export interface MeasuredDrift {
  name: string
  count: number
  /** One frame of the slower of the two. */
  frameUs: number
  /** The mean of the distances between the middles of the two frames shown: what their clocks differ by. */
  meanUs: number
  /** The greatest distance between the spans of the case clock that the two frames stand for; 0 where they overlap. */
  worstGapUs: number
  /** What nine in ten of those distances stay under. */
  usualGapUs: number
  /** The 95th of a hundred of the distances between the middles. */
  p95Us: number
}

/** Measures each camera against the large one, over the samples in which the machine kept up. */
export function measureDrift(samples: readonly CameraSample[], main: KnownCamera, others: readonly KnownCamera[]): MeasuredDrift[] {
  return others.map((other) => {
    const frameUs = Math.max(longestUs(main), longestUs(other))
    const apart: number[] = []
    const gaps: number[] = []
    for (const { isFresh, frames } of samples) {
      const one = spanOf(main, frames)
      const two = spanOf(other, frames)
      if (!isFresh || one === null || two === null) continue
      apart.push((two.startUs + two.endUs - one.startUs - one.endUs) / 2)
      gaps.push(Math.max(0, two.startUs - one.endUs, one.startUs - two.endUs))
    }
    return {
      name: other.name,
      count: apart.length,
      frameUs,
      meanUs: apart.reduce((sum, us) => sum + us, 0) / Math.max(1, apart.length),
      worstGapUs: Math.max(0, ...gaps),
      usualGapUs: percentile(gaps, 0.9),
      p95Us: percentile(apart.map(Math.abs), 0.95)
    }
  })
}

const percentile = (values: readonly number[], share: number) => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0

/** The source frame that a camera shows at the moment at which the large one shows a frame of its own. */
export function expectedFrame(main: KnownCamera, mainFrame: number, other: KnownCamera): number | null {
  const wantedUs = main.startMs * 1000 + sourceTimeUs(main, mainFrame) - other.startMs * 1000
  const times = other.kept.map((frame) => sourceTimeUs(other, frame))
  return wantedUs < 0 ? null : (other.kept[frameAt(times, wantedUs + 1)] ?? null)
}

/** The number that a camera shows in a sample, or null. */
export const frameOf = (camera: KnownCamera, { frames }: Pick<CameraSample, 'frames'>): number | null =>
  frames.find(({ url }) => url.endsWith(camera.mediaId))?.frame ?? null

function spanOf(camera: KnownCamera, frames: CameraSample['frames']): { startUs: number; endUs: number } | null {
  const frame = frameOf(camera, { frames })
  if (frame === null) return null
  const next = camera.kept[camera.kept.indexOf(frame) + 1] ?? frame + 1
  return {
    startUs: camera.startMs * 1000 + sourceTimeUs(camera, frame),
    endUs: camera.startMs * 1000 + sourceTimeUs(camera, next)
  }
}

/** The longest frame of each camera in milliseconds, by its media id. */
export const frameLengths = (cameras: readonly KnownCamera[]) =>
  Object.fromEntries(cameras.map((camera) => [camera.mediaId, longestUs(camera) / 1000]))

const longestUs = (camera: KnownCamera) => sourceTimeUs(camera, camera.leavesOut === null ? 1 : 2)
