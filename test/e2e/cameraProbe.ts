import type { Page } from 'playwright-core'
import { pictureSize, timecodeBits } from './timecodeVideo'

/** What every picture on the page showed at one instant. */
export interface CameraSample {
  /** Whether each camera that plays came on screen with a picture when one was due, so that the machine kept up. */
  isFresh: boolean
  /** For each video of the page, by its address: the source frame that its squares tell, or null where they do not agree. */
  frames: { url: string; frame: number | null; state: string | null }[]
}

/** Reads the squares of all videos of a page in one and the same animation frame, again and again for a time; `frameMs` has the longest frame by the end of an address. */
export function sampleCameras(page: Page, forMs: number, everyMs: number, frameMs: Record<string, number>): Promise<CameraSample[]> {
  return page.evaluate(readCameras, { forMs, everyMs, frameMs, bits: timecodeBits, ...pictureSize })
}

/** Runs in the page. */
async function readCameras({
  forMs,
  everyMs,
  frameMs,
  bits,
  width,
  height
}: {
  forMs: number
  everyMs: number
  frameMs: Record<string, number>
  bits: number
  width: number
  height: number
}): Promise<CameraSample[]> {
  const videos = [...document.querySelectorAll('video')].filter((video) => video.checkVisibility({ visibilityProperty: true }))
  const lastMs = new Map(videos.map((video) => [video, -Infinity]))
  const handles = new Map<HTMLVideoElement, number>()
  for (const video of videos) {
    const onPicture = (nowMs: number) => {
      lastMs.set(video, nowMs)
      handles.set(video, video.requestVideoFrameCallback(onPicture))
    }
    handles.set(video, video.requestVideoFrameCallback(onPicture))
  }
  const canvas = new OffscreenCanvas(width * videos.length, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('This page has no canvas.')
  const frameOf = (place: number): number | null => {
    const above = context.getImageData(place * width, Math.floor(height / 4), width, 1).data
    const below = context.getImageData(place * width, Math.floor((height * 3) / 4), width, 1).data
    let frame = 0
    for (let bit = 0; bit < bits; bit += 1) {
      const at = Math.floor(((bit + 0.5) * width) / bits) * 4
      const isSet = (above[at] ?? 0) > 127
      if (isSet === (below[at] ?? 0) > 127) return null
      if (isSet) frame += 2 ** bit
    }
    return frame
  }
  // Its next picture is due after one frame, and comes at the next refresh of the screen or the one after.
  const dueMs = (video: HTMLVideoElement) =>
    (Object.entries(frameMs).find(([name]) => video.currentSrc.endsWith(name))?.[1] ?? 0) / video.playbackRate + 34
  const samples: CameraSample[] = []
  const untilMs = performance.now() + forMs
  let nextMs = 0
  await new Promise<void>((resolve) => {
    const look = (nowMs: number) => {
      if (nowMs >= nextMs) {
        nextMs = nowMs + everyMs
        // All are drawn before any is read: reading takes time in which pictures change.
        for (const [place, video] of videos.entries()) context.drawImage(video, place * width, 0, width, height)
        const frames = videos.map((video, place) => ({
          url: video.currentSrc,
          frame: frameOf(place),
          state: video.closest('[data-follow]')?.getAttribute('data-follow') ?? null
        }))
        const isFresh = videos.every((video) => video.paused || nowMs - (lastMs.get(video) ?? 0) <= dueMs(video))
        samples.push({ isFresh, frames })
      }
      if (nowMs < untilMs) requestAnimationFrame(look)
      else resolve()
    }
    requestAnimationFrame(look)
  })
  for (const [video, handle] of handles) video.cancelVideoFrameCallback(handle)
  return samples
}
