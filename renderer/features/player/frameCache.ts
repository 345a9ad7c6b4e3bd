import { planWindow, steppedFrame, widenWindow, type FrameOnScreen, type FrameWindow } from './frameWindow'

/** Answers with the frames of a footage between two times in microseconds. */
export type LoadFrames = (fromUs: number, toUs: number) => Promise<Omit<FrameWindow, 'fromUs' | 'toUs'>>

/** Frame times around the playhead of one footage. */
export interface FrameCache {
  /** What is known around a time, or null. */
  known: (timeUs: number) => FrameWindow | null
  /** The window around a time, asked for once. Rejects as the loader does; the next call asks again. */
  around: (timeUs: number) => Promise<FrameWindow>
  /** The frame `offset` frames from the one at a time; null where the footage has no frames. */
  step: (timeUs: number, offset: number) => Promise<FrameOnScreen | null>
}

const keptWindows = 16

/** Remembers the windows of frames last asked for; `durationUs` bounds what is asked. */
export function createFrameCache(load: LoadFrames, durationUs: number): FrameCache {
  const windows = new Map<number, FrameWindow>()
  const underway = new Map<number, Promise<FrameWindow>>()

  const fetchSpan = async (span: { fromUs: number; toUs: number }): Promise<FrameWindow> => ({
    ...span,
    ...(await load(span.fromUs, span.toUs))
  })

  const around = (timeUs: number): Promise<FrameWindow> => {
    const span = planWindow(timeUs, durationUs)
    const window = windows.get(span.fromUs)
    if (window !== undefined) return Promise.resolve(window)
    const running = underway.get(span.fromUs)
    if (running !== undefined) return running
    const asked = fetchSpan(span)
      .then((loaded) => {
        windows.set(span.fromUs, loaded)
        const oldest = windows.keys().next()
        if (windows.size > keptWindows && oldest.done !== true) windows.delete(oldest.value)
        return loaded
      })
      .finally(() => underway.delete(span.fromUs))
    underway.set(span.fromUs, asked)
    return asked
  }

  return {
    known: (timeUs) => windows.get(planWindow(timeUs, durationUs).fromUs) ?? null,
    around,
    step: async (timeUs, offset) => {
      let window = await around(timeUs)
      for (;;) {
        const frame = steppedFrame(window, timeUs, offset, durationUs)
        if (frame !== null) return frame
        const span = widenWindow(window, offset, durationUs)
        if (span.fromUs === window.fromUs && span.toUs === window.toUs) return null
        window = await fetchSpan(span)
      }
    }
  }
}
