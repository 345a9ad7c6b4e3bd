import { create } from 'zustand'
import type { FootageId } from '#shared/model/ids'

/** Two moments of each camera are enough to tell offset and drift. */
export const mostMoments = 2

interface MomentState {
  /** Moments that a reviewer marked to match cameras by, in microseconds of each footage, in the order they were marked. */
  moments: ReadonlyMap<FootageId, readonly number[]>
  /** Marks a moment; a third takes the place of the second. */
  mark: (footageId: FootageId, timeUs: number) => void
  unmark: (footageId: FootageId, index: number) => void
}

/** Moments that wait to be matched; they are the window's own and gone with it. */
export const useMomentStore = create<MomentState>()((set, get) => ({
  moments: new Map(),
  mark: (footageId, timeUs) => {
    const before = (get().moments.get(footageId) ?? []).slice(0, mostMoments - 1)
    set({ moments: new Map(get().moments).set(footageId, [...before, timeUs]) })
  },
  unmark: (footageId, index) => {
    const rest = (get().moments.get(footageId) ?? []).filter((_, at) => at !== index)
    set({ moments: new Map(get().moments).set(footageId, rest) })
  }
}))
